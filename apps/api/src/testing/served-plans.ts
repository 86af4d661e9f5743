import { expect } from '@jest/globals';
import { servedApi, type ServedApi } from './served-api.js';

/** What every mutation of a scenario answers, as far as tests look at it. */
export interface PlanPayload {
  readonly outcome: string;
  readonly version: number | null;
  readonly scenario: { readonly id: string; readonly version: number; readonly status: string } | null;
  readonly changes: readonly { readonly id: string; readonly sentence: { readonly sv: string } | null }[];
  readonly userErrors: readonly {
    readonly code: string;
    readonly index: number | null;
    readonly field: string | null;
    readonly message: string;
  }[];
  readonly warnings: readonly { readonly code: string }[];
  readonly rebase?: {
    readonly steps: readonly {
      readonly step: string;
      readonly outcome: string;
      readonly sentences: readonly { readonly sv: string }[];
      readonly differences: readonly { readonly is: string; readonly words: { readonly sv: string } }[];
      readonly conflicts: readonly {
        readonly kind: string;
        readonly message: { readonly sv: string };
        readonly because: readonly { readonly sentence: { readonly sv: string }; readonly on: string }[];
        readonly resolutions: readonly {
          readonly how: string;
          readonly unit: { readonly id: string; readonly name: string } | null;
          readonly to: { readonly id: string; readonly name: string } | null;
        }[];
      }[];
    }[];
  } | null;
}

const PAYLOAD = `outcome scenario { id version status } changes { id sentence { sv } }
  userErrors { code index field message } warnings { code }`;
const STEPS = `rebase { from to steps { step outcome sentences { sv } differences { is words { sv } }
  conflicts { kind message { sv } because { sentence { sv } on } resolutions { how unit { id name } to { id name } } } } }`;

const INPUTS: Readonly<Record<string, string>> = {
  undoStep: 'ScenarioInput',
  redoStep: 'ScenarioInput',
  archiveScenario: 'ScenarioInput',
  restoreScenario: 'ScenarioInput',
  proposeScenario: 'ScenarioMatterInput',
  withdrawProposal: 'ScenarioMatterInput',
};

/** A unit of type `enhet`, as an input. */
export const unit = (key: string, parent: string | null) => ({
  key,
  name: key.toUpperCase(),
  type: 'enhet',
  parent,
});

/** A and B become AB. */
export const MERGER = { merge: { on: '2030-01-01', units: ['a', 'b'], into: unit('ab', 'region') } };
export const move = (key: string, to: string, on = '2030-01-01') => ({ transfer: { on, unit: key, to } });

/** A server, and organisations for which things are planned. */
export class ServedPlans {
  private organisations = 0;

  private constructor(readonly api: ServedApi) {}

  static async start(): Promise<ServedPlans> {
    return new ServedPlans(await servedApi());
  }

  close(): Promise<void> {
    return this.api.close();
  }

  async mutate(name: string, input: object): Promise<PlanPayload> {
    const type = INPUTS[name] ?? `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const more = name === 'adoptScenario' ? '' : `version ${STEPS}`;
    const data = await this.api.data<Record<string, PlanPayload>>(
      `mutation ($input: ${type}!) { ${name}(input: $input) { ${PAYLOAD} ${more} } }`,
      { input },
    );
    return data[name]!;
  }

  /** Does what must not be refused. */
  async done(name: string, input: object): Promise<PlanPayload> {
    const payload = await this.mutate(name, input);
    expect([payload.outcome, payload.userErrors]).toEqual(['RECORDED', []]);
    return payload;
  }

  async codes(name: string, input: object): Promise<string[]> {
    const { outcome, userErrors } = await this.mutate(name, input);
    expect(outcome).toBe('REFUSED');
    return userErrors.map(({ code }) => code);
  }

  /** An organisation of its own: a region, A with X and Y, and B. Its slug. */
  async organisation(): Promise<string> {
    const slug = `p${++this.organisations}`;
    await this.api.data(
      `mutation ($slug: String!) { registerOrganisation(input: { slug: $slug, name: "Regionen" }) { outcome } }`,
      { slug },
    );
    await this.record(
      slug,
      ...[unit('region', null), unit('a', 'region'), unit('b', 'region'), unit('x', 'a'), unit('y', 'a')].map(
        (each) => ({ establish: { on: '2015-01-01', unit: each } }),
      ),
    );
    return slug;
  }

  /** Records in the organisation itself, in one change set. */
  async record(organisation: string, ...changes: readonly object[]): Promise<void> {
    const { recordChanges } = await this.api.data<{ recordChanges: { userErrors: readonly unknown[] } }>(
      `mutation ($input: RecordChangesInput!) { recordChanges(input: $input) { userErrors { code message } } }`,
      { input: { organisation, changes } },
    );
    expect(recordChanges.userErrors).toEqual([]);
  }

  /** Begins a scenario. Its id. */
  async plan(organisation: string, more: object = {}): Promise<string> {
    const payload = await this.done('createScenario', {
      organisation,
      name: 'Plan',
      at: '2030-06-01',
      ...more,
    });
    return payload.scenario!.id;
  }

  /** Simulates one step. */
  step(scenario: string, ...changes: readonly object[]): Promise<PlanPayload> {
    return this.done('simulate', { scenario, steps: [{ changes }] });
  }

  /** The chart of a scenario, or of what is recorded: each unit as `NAME` or `NAME < PARENT`. */
  async chart(slug: string, scenario: string | null = null, at = '2030-06-01'): Promise<string[]> {
    const { organisation } = await this.api.data<{
      organisation: { chart: { id: string; name: string; parentId: string | null }[] };
    }>(
      `query ($slug: String!, $scenario: ID, $at: Date) {
        organisation(slug: $slug, at: $at, scenario: $scenario) { chart { id name parentId } } }`,
      { slug, scenario, at },
    );
    const names = new Map(organisation.chart.map(({ id, name }) => [id, name]));
    return organisation.chart.map(({ name, parentId }) =>
      parentId === null ? name : `${name} < ${names.get(parentId)}`,
    );
  }

  /** What is asked of a scenario. */
  async ask<T>(id: string, selection: string): Promise<T> {
    const data = await this.api.data<{ scenario: T }>(
      `query ($id: ID!) { scenario(id: $id) { ${selection} } }`,
      { id },
    );
    return data.scenario;
  }
}
