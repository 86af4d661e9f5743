import { expect, it } from '@jest/globals';
import {
  accepted,
  codesOf,
  PlannedOrganisation,
} from '../../libs/chronicle/src/testing/planned-organisation.js';
import {
  AdoptScenario,
  RebaseScenario,
  RedoStep,
  ResolveConflict,
  UndoStep,
} from '../../libs/chronicle/src/index.js';
import { shown, UNITS_GONE } from './planned-history.js';
import { dealt, holdsInAll, type Sample } from './planned-samples.js';

const A_DAY = 24 * 60 * 60 * 1000;
const terms = { actor: 'local' };

/** Runs a law in an organisation that was recorded as a sample says. */
function inOrganisations(
  law: (planned: PlannedOrganisation, sample: Sample) => Promise<void>,
): Promise<void> {
  return holdsInAll(async (sample) => {
    const planned = await PlannedOrganisation.of();
    for (const lines of sample.founded) await planned.attempt(...lines);
    await law(planned, sample);
    await planned.close();
  });
}

/** All that is shown of the organisation, or of a scenario. */
async function shownOf(planned: PlannedOrganisation, days: readonly string[], scenario?: string) {
  const { timeline, position } = await planned.reading({ at: '2020-01-01', scenario });
  return shown(timeline, position, days);
}

/** A scenario in which was taken what could be of the sets, each as a step. */
async function planOf(planned: PlannedOrganisation, sets: readonly (readonly object[])[]): Promise<string> {
  const plan = await planned.plan();
  for (const lines of sets) await planned.simulate(plan, lines);
  return plan;
}

/** Rebases; what does not fit is left out. */
async function rebase(planned: PlannedOrganisation, plan: string): Promise<void> {
  for (;;) {
    const outcome = await planned.commands.execute(new RebaseScenario(plan, terms));
    if (outcome.outcome !== 'refused') return;
    expect(new Set(codesOf(outcome))).toEqual(new Set(['REBASE_CONFLICT']));
    for (const { outcome: became, step } of outcome.rebase!.steps) {
      if (became !== 'conflict') continue;
      accepted(await planned.commands.execute(new ResolveConflict(plan, step.id, { how: 'drop' }, terms)));
    }
  }
}

it(
  'what is undone and done again, also a rebase and in another process, is what it was',
  async () => {
    await inOrganisations(async (planned, sample) => {
      const { days, throws } = sample;
      const [mine, theirs] = dealt(sample);
      const plan = await planOf(planned, mine.slice(0, mine.length / 2));
      for (const lines of theirs) if (lines.length > 0) await planned.attempt(...lines);
      await rebase(planned, plan);
      for (const lines of mine.slice(mine.length / 2)) await planned.simulate(plan, lines);
      const whole = await shownOf(planned, days, plan);
      const organisation = await shownOf(planned, days);
      const { history } = (await planned.reading({ scenario: plan })).scenario!.state;
      const count = Math.min(history.length, 1 + (throws[1]! % history.length));
      const between: object[] = [];
      for (let n = 0; n < count; n++) {
        between.push(await shownOf(planned, days, plan));
        accepted(await planned.commands.execute(new UndoStep(plan, terms)));
      }
      const elsewhere = await planned.elsewhere();
      expect(await shownOf(elsewhere, days, plan)).toEqual(await shownOf(planned, days, plan));
      for (const before of between.reverse()) {
        accepted(await elsewhere.commands.execute(new RedoStep(plan, terms)));
        expect(await shownOf(planned, days, plan)).toEqual(before);
      }
      expect(await shownOf(elsewhere, days, plan)).toEqual(whole);
      expect(await shownOf(elsewhere, days)).toEqual(organisation);
      await elsewhere.close();
      const afresh = await planned.elsewhere();
      expect(await shownOf(afresh, days, plan)).toEqual(whole);
      await afresh.close();
    });
  },
  A_DAY,
);

it(
  'adopted in the organisation it is what it showed, once it is rebased if need be',
  async () => {
    let adopted = 0;
    await inOrganisations(async (planned, sample) => {
      const { days } = sample;
      const [mine, theirs] = dealt(sample);
      const plan = await planOf(planned, mine);
      for (const lines of theirs) if (lines.length > 0) await planned.attempt(...lines);
      await rebase(planned, plan);
      const promised = await shownOf(planned, days, plan);
      const outcome = await planned.commands.execute(new AdoptScenario(plan, {}, terms));
      if (['NOTHING_TO_ADOPT', ...UNITS_GONE].includes(codesOf(outcome)[0] ?? '')) return;
      accepted(outcome);
      adopted += 1;
      expect(await shownOf(planned, days)).toEqual(promised);
      expect(await shownOf(planned, days, plan)).toEqual(promised);
    });
    expect(adopted).toBeGreaterThan(0);
  },
  A_DAY,
);

it(
  'a refused step, a refused rebase and one that is only looked at leave a scenario as it was',
  async () => {
    await inOrganisations(async (planned, sample) => {
      const { days } = sample;
      const [mine, theirs] = dealt(sample);
      const plan = await planned.plan();
      const isAsBefore = async (act: () => Promise<{ readonly outcome: string }>, refusedOnly: boolean) => {
        const read = () => planned.reading({ scenario: plan });
        const [before, { revision }] = [await shownOf(planned, days, plan), await read()];
        const { outcome } = await act();
        if (refusedOnly && outcome !== 'refused') return;
        expect(await shownOf(planned, days, plan)).toEqual(before);
        expect((await read()).revision).toBe(revision);
      };
      for (const lines of mine) await isAsBefore(() => planned.simulate(plan, lines), true);
      for (const lines of theirs) if (lines.length > 0) await planned.attempt(...lines);
      const organisation = await shownOf(planned, days);
      const rebasing = (validateOnly: boolean) => () =>
        planned.commands.execute(new RebaseScenario(plan, { ...terms, validateOnly }));
      await isAsBefore(rebasing(true), false);
      await isAsBefore(rebasing(false), true);
      expect(await shownOf(planned, days)).toEqual(organisation);
    });
  },
  A_DAY,
);
