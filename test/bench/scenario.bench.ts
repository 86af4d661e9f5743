import { OURS, type BenchContext, type Row } from './bench-context.js';
import { FOUND_ON, figuresOf, plannedChanges } from './planned-changes.js';
import { ensure, interleave, medianOf, timed } from './rounds.js';
import type { SubjectScenario } from './subject.js';
import { syntheticLines, type SyntheticSize } from './synthetic-organisation.js';

/** A planner's scenario: what it costs to evaluate and ask it, and to change one thing more. */
export async function scenarios(context: BenchContext): Promise<Row[]> {
  const { subject, sizes } = context;
  if (subject === undefined) return [];
  const rows: Row[] = [];
  for (const size of sizes.planned) {
    for (const changes of [sizes.simulated / 10, sizes.simulated]) {
      rows.push(await scenarioOf(context, size, changes));
    }
  }
  return rows;
}

async function scenarioOf(context: BenchContext, size: SyntheticSize, changes: number): Promise<Row> {
  const { subject, rounds } = context;
  const slug = `planned-${size.units}-${changes}`;
  const organisation = await subject!.openOrganisation(slug);
  await organisation.importLines(syntheticLines(size));
  const units = organisation.unitsOf(await organisation.chart(FOUND_ON));
  await organisation.importLines(figuresOf(units));
  const all = [...plannedChanges(units, changes + 10 * (rounds + 2))];
  const scenario = await organisation.plan(all.slice(0, changes));
  const more = all.slice(changes).values();
  await checked(scenario, changes);

  const whole = async () => {
    await scenario.evaluate();
    await scenario.difference();
    await scenario.impact();
  };
  const samples = await interleave(
    [
      { name: 'evaluate', run: () => medianOf(3, () => scenario.evaluate()) },
      { name: 'difference', run: () => medianOf(3, () => scenario.difference()) },
      { name: 'impact', run: () => medianOf(3, () => scenario.impact()) },
      { name: ALL_THREE, run: () => medianOf(3, whole) },
      { name: ONE_MORE, run: () => medianOf(5, () => scenario.simulate(more.next().value!)) },
      { name: UNDONE, run: () => timed(async () => scenario.undo()) },
    ],
    rounds,
  );
  const label = `${size.units.toLocaleString('en')} units, ${size.changes.toLocaleString('en')} changes`;
  context.say(
    `scenario of ${changes} on ${label}: ${samples.map((s) => `${s.name} ${s.median.toFixed(1)} ms`).join(', ')}`,
  );
  return {
    what: `scenario of ${changes.toLocaleString('en')} changes (${label})`,
    unit: 'ms',
    samples,
    limits: [
      { ours: ALL_THREE, most: 200 },
      { ours: ONE_MORE, most: 50 },
    ],
    notes: [
      `Warm. Evaluate: the stored steps replayed on a branch of the organisation. Difference and impact: against the organisation as the scenario found it, with figures of people and money for all of its ${units.length.toLocaleString('en')} units. One more change: a GraphQL mutation over loopback HTTP until its answer, decided, checked and durable, with the evaluation of the goals; undo likewise. ${OURS} has nobody to race here.`,
    ],
  };
}

const ALL_THREE = 'evaluate, difference and impact';
const ONE_MORE = 'one more change, end to end';
const UNDONE = 'undo, end to end';

/** A fast wrong answer counts for nothing. */
async function checked(scenario: SubjectScenario, changes: number): Promise<void> {
  const { steps, differences, moved } = await scenario.tally();
  ensure(steps === changes, `The scenario has ${steps} steps, not ${changes}.`);
  // Transfers are two fifths of what is planned, and every change is a difference.
  ensure(moved === Math.floor((2 * changes) / 5), `${moved} units are said to move.`);
  ensure(differences >= changes, `Only ${differences} differences are found.`);
}
