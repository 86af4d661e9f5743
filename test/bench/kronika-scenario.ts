import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { RunningServer } from '../../apps/api/src/index.js';
import {
  CompareOrganisation,
  CreateScenario,
  LOCAL_ACTOR,
  parseAnyDraft,
  ReadImpact,
  ReadOrganisation,
  ReadScenario,
  SimulateChanges,
} from '#chronicle';
import { Simulation, type Impact } from '#scenarios';
import type { SubjectScenario } from './subject.js';

const SHOWN_ON = '2042-01-01';
const TERMS = { actor: LOCAL_ACTOR, confirmed: 'all' } as const;

/** A scenario of the product, with goals that are evaluated with every change. */
export async function planScenario(
  server: RunningServer,
  organisation: string,
  lines: readonly Readonly<Record<string, unknown>>[],
): Promise<SubjectScenario> {
  const commands = server.context.get(CommandBus, { strict: false });
  const queries = server.context.get(QueryBus, { strict: false });
  const created = await commands.execute(
    new CreateScenario(
      {
        organisation,
        name: 'Bench',
        at: SHOWN_ON,
        targets: [
          { goal: 'costNeutral' },
          { goal: 'maxLayers', most: 9 },
          { goal: 'span', least: 1, most: 99 },
        ],
      },
      TERMS,
    ),
  );
  if (created.outcome === 'refused') throw new Error(JSON.stringify(created.refusals));
  const { scenario } = created;
  const steps = lines.map((line) => {
    const parsed = parseAnyDraft({ ...line });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.rejections));
    return [parsed.draft];
  });
  const simulated = await commands.execute(new SimulateChanges(scenario, steps, TERMS));
  if (simulated.outcome === 'refused') throw new Error(JSON.stringify(simulated.refusals));
  const reading = () => queries.execute(new ReadOrganisation(organisation, { scenario }));
  const begun = (await reading()).scenario!.simulation;

  const ask = async (query: string, variables: object): Promise<void> => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as {
      data?: Record<string, { outcome: string }>;
      errors?: unknown;
    };
    const outcome = Object.values(data ?? {})[0]?.outcome;
    if (errors !== undefined || outcome !== 'RECORDED') throw new Error(JSON.stringify({ data, errors }));
  };
  const difference = async () => {
    const after = await reading();
    return queries.execute(new CompareOrganisation(after.scenario!.found(), after));
  };
  return {
    evaluate: async () =>
      Simulation.of((await reading()).base, begun.base, begun.steps.slice(0, lines.length)),
    difference,
    impact: async () => whole((await queries.execute(new ReadImpact(await reading())))!),
    simulate: (line) =>
      ask(
        `mutation ($input: SimulateInput!) {
          simulate(input: $input) { outcome userErrors { message } scenario { version targets { result } } } }`,
        { input: { scenario, lines: [JSON.stringify(line)], confirm: ['NAME_NOT_UNIQUE'] } },
      ),
    undo: () =>
      ask(
        'mutation ($input: ScenarioInput!) { undoStep(input: $input) { outcome scenario { version targets { result } } } }',
        {
          input: { scenario },
        },
      ),
    async tally() {
      const { steps: told } = await queries.execute(new ReadScenario(scenario));
      const found = await difference();
      const { begun: fresh, ended, renamed, moved } = found;
      const differences = fresh.length + ended.length + renamed.length + moved.length;
      return { steps: told.length, differences, moved: moved.length };
    },
  };
}

/** All parts of an impact, which are worked out when they are asked for. */
function whole(impact: Impact): unknown {
  return [impact, impact.resources, impact.resources.sizes].map((part) => Object.values(part));
}
