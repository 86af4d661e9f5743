import { expect } from '@jest/globals';
import { servedApi, type ServedApi } from './served-api.js';

const PAYLOAD = `{ outcome position recordedAt
  changes { id recording position sentence { sv } reasons { code date units { name } } }
  records { id kind recording position sentence { sv en } }
  userErrors { code index field message } warnings { code } }`;

interface Payload {
  readonly outcome: string;
  readonly position: number | null;
  readonly recordedAt: string | null;
  readonly changes: readonly {
    readonly id: string;
    readonly recording: string;
    readonly position: number;
    readonly sentence: { readonly sv: string } | null;
    readonly reasons: readonly { readonly code: string }[];
  }[];
  readonly records: readonly {
    readonly id: string;
    readonly kind: string;
    readonly recording: string;
    readonly position: number;
    readonly sentence: { readonly sv: string; readonly en: string } | null;
  }[];
  readonly userErrors: readonly { readonly code: string; readonly field: string | null }[];
}

export const MATTER = { externalId: 'arende', number: 'RS200432', title: 'Medicinsk teknik till Service' };
/** The board lays it before the assembly. */
export const PROPOSAL = {
  externalId: 'rs-8',
  matter: 'RS200432',
  body: { unit: 'rs' },
  act: 'PROPOSES',
  to: { unit: 'rf' },
  paragraph: '§ 8',
  on: '2020-09-02',
};
/** The assembly's, on that proposal. */
export const DECISION = {
  externalId: 'rf-5',
  matter: 'RS200432',
  body: { unit: 'rf' },
  act: 'DECIDES',
  paragraph: '§ 5',
  on: '2020-10-07',
  answers: ['rs-8'],
};
/** From one board's area to another's, on the proposal. */
export const TRANSFER = {
  externalId: 'flytt',
  on: '2021-01-01',
  unit: 'teknik',
  to: 'ds',
  basis: { matter: 'RS200432', decision: 'rs-8' },
};

const UNITS = [
  { key: 'rf', name: 'Regionfullmäktige', type: 'regionfullmaktige', parent: null },
  { key: 'rs', name: 'Regionstyrelsen', type: 'regionstyrelse', parent: 'rf' },
  { key: 'ds', name: 'Driftnämnden Service', type: 'driftnamnd', parent: 'rf' },
  { key: 'teknik', name: 'Medicinsk teknik', type: 'verksamhetsomrade', parent: 'rs' },
  { key: 'stad', name: 'Städ', type: 'verksamhetsomrade', parent: 'ds' },
];

/** A server, and organisations in which an area is to go from one board to another by decision. */
export class ServedMatters {
  private organisations = 0;

  private constructor(readonly api: ServedApi) {}

  static async start(): Promise<ServedMatters> {
    return new ServedMatters(await servedApi());
  }

  close(): Promise<void> {
    return this.api.close();
  }

  async mutate(name: string, input: object): Promise<Payload> {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const data = await this.api.data<Record<string, Payload>>(
      `mutation ($input: ${type}!) { ${name}(input: $input) ${PAYLOAD} }`,
      { input },
    );
    return data[name]!;
  }

  /** Records what must not be refused. */
  async record(name: string, input: object): Promise<Payload> {
    const payload = await this.mutate(name, input);
    expect([payload.outcome, payload.userErrors]).toEqual(['RECORDED', []]);
    return payload;
  }

  /** An organisation of its own for a test: an assembly, two boards, and an area under each. Its slug. */
  async organisation(): Promise<string> {
    const slug = `d${++this.organisations}`;
    await this.api.data(
      `mutation ($slug: String!) { registerOrganisation(input: { slug: $slug, name: "Regionen" }) { outcome } }`,
      { slug },
    );
    await this.record('recordChanges', {
      organisation: slug,
      changes: UNITS.map((unit) => ({ establish: { on: '2017-01-01', unit } })),
    });
    return slug;
  }

  /** With the matter, its proposal and the transfer that rests on it. */
  async proposed(): Promise<string> {
    const slug = await this.organisation();
    await this.record('openMatter', { organisation: slug, ...MATTER });
    await this.record('recordDecision', { organisation: slug, ...PROPOSAL });
    await this.record('transferUnit', { organisation: slug, ...TRANSFER });
    return slug;
  }

  /** Names in the chart of 2023, each with that of the unit that it stands under. */
  async chart(slug: string, standing = 'IN_FORCE'): Promise<Record<string, string | null>> {
    const data = await this.api.data<{
      organisation: { chart: { id: string; name: string; parentId: string | null }[] };
    }>(
      `query ($slug: String!, $standing: Standing) {
        organisation(slug: $slug, at: "2023-01-01", standing: $standing) { chart { id name parentId } } }`,
      { slug, standing },
    );
    const { chart: units } = data.organisation;
    const names = new Map(units.map(({ id, name }) => [id, name]));
    return Object.fromEntries(units.map(({ name, parentId }) => [name, parentId && names.get(parentId)!]));
  }

  async position(slug: string): Promise<number> {
    const data = await this.api.data<{ organisation: { position: number } }>(
      `query ($slug: String!) { organisation(slug: $slug) { position } }`,
      { slug },
    );
    return data.organisation.position;
  }
}
