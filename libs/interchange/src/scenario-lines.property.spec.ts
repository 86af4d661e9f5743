import { Readable } from 'node:stream';
import { expect, it } from '@jest/globals';
import { SimulateChanges } from '#chronicle';
import { changeDates, chart, type ChartUnit } from '#structure';
import { addDays, dayOf, type CivilDate } from '#temporal';
import { histories, play } from '../../../test/property/histories.js';
import { accepted, PlannedOrganisation } from '../../chronicle/src/testing/planned-organisation.js';
import { readSteps } from './scenario-file.js';
import { scenarioLines } from './scenario-lines.js';
import { file } from './testing/chronicle-in-memory.js';
import { fc, runs } from '../../../test/property/seeded.js';

const RUNS = runs(1 / 25);
/** How many change sets the organisation has recorded; the others are planned. */
const RECORDED = 8;

/** What a chart says, whatever ids the units have. */
function said(boxes: readonly ChartUnit[], keys: string): unknown[] {
  const name = (box: ChartUnit) => box.code(keys) ?? box.id;
  return boxes.map((box) => ({
    unit: name(box),
    name: box.name,
    type: box.type,
    parent: box.above && name(box.above),
    codes: box.codes,
    since: box.since,
    indeterminate: box.indeterminate,
  }));
}

/** A scenario of its own with the steps of a file. */
async function applied(planned: PlannedOrganisation, lines: string, keyScheme: string) {
  const scenario = await planned.plan();
  const { steps, problems } = await readSteps(Readable.from([Buffer.from(lines)]));
  expect(problems).toEqual([]);
  if (steps.length > 0) {
    const terms = { actor: 'local', confirmed: 'all', keyScheme } as const;
    accepted(await planned.commands.execute(new SimulateChanges(scenario, steps, terms)));
  }
  return planned.reading({ scenario });
}

it.each([
  ['named by their keys', 'import'],
  ['named by their ids', 'other'],
])(
  'the lines of a scenario, applied to another, give equal charts on every date, units %s',
  async (_, keys) => {
    const property = fc.asyncProperty(histories({ sets: 25 }), async (plan) => {
      const sets = play(plan)
        .steps.filter(({ verdict }) => verdict.accepted)
        .map(({ lines }) => lines);
      const planned = await PlannedOrganisation.of();
      try {
        for (const lines of sets.slice(0, RECORDED)) await planned.attempt(...bare(lines));
        const scenario = await planned.plan();
        // What is refused is another test's concern: the lines have what was taken in.
        for (const lines of sets.slice(RECORDED)) await planned.simulate(scenario, bare(lines));
        const original = await planned.reading({ scenario });
        const lines = [...scenarioLines(original.scenario!.simulation, keys)].join('');
        const copy = await applied(planned, lines, keys);
        expect([...scenarioLines(copy.scenario!.simulation, keys)].join('')).toBe(lines);
        const { days, windows } = changeDates(original.timeline, original.position);
        const written = windows.flatMap(({ earliest, latest }) => [earliest, latest]);
        const dates = new Set([...days, ...written].filter((day) => day !== null).flatMap(around));
        for (const date of dates) {
          const at = dayOf(date);
          expect(said(chart(copy.moved({ at })), 'import')).toEqual(
            said(chart(original.moved({ at })), 'import'),
          );
        }
      } finally {
        await planned.close();
      }
    });
    await fc.assert(property, { numRuns: RUNS });
  },
  600_000,
);

function around(date: CivilDate): CivilDate[] {
  return [addDays(date, -1), date, addDays(date, 1)];
}

/** Lines as they are said at once: what is one set, and when it was known, is told otherwise. */
function bare(lines: readonly object[]): object[] {
  return lines.map((line) => {
    const { set: _, knownFrom: __, ...said } = line as Record<string, unknown>;
    return said;
  });
}

it('a step of several changes is a set; only what is amended, or was named, has a name', async () => {
  const planned = await PlannedOrganisation.of();
  const lines = [
    { kind: 'establish', on: '2030-01-01', unit: { key: 'a', name: 'A', type: 'enhet' }, set: '1' },
    { kind: 'rename', on: '2031-01-01', unit: 'a', name: 'B', id: 'named', set: '1' },
    { kind: 'rename', on: '2032-01-01', unit: 'a', name: 'C', basis: { matter: 'RS 1' }, source: 'p. 3' },
    { kind: 'cancel', change: 'named', reason: 'Behövs inte' },
  ];
  const { scenario } = await applied(planned, file(...lines), 'import');
  const written = [...scenarioLines(scenario!.simulation, 'import')].map(
    (line) => JSON.parse(line) as unknown,
  );
  expect(written).toEqual(lines);
  await planned.close();
});
