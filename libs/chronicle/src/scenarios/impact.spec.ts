import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ReadImpact, ReadScenarioTargets, type NewScenario } from '../index.js';
import { PlannedOrganisation, unit } from '../testing/planned-organisation.js';

const REGION = [
  unit('region', null, '2015-01-01', { type: 'styrelse' }),
  unit('service', 'region', '2015-01-01', { type: 'forvaltning' }),
  unit('kontoret', 'region', '2015-01-01', { type: 'forvaltning' }),
  unit('it', 'service'),
  unit('tele', 'it'),
  unit('kok', 'service'),
];
const INDICATOR = {
  kind: 'indicator',
  id: 'arsarbetare',
  name: 'Årsarbetare',
  unitOfMeasure: 'årsarbetare',
  polarity: 'neutral',
  parts: 'sum',
  sizes: 'fte',
};
const staffOf = (key: string, value: string) => ({
  kind: 'figures',
  indicator: 'arsarbetare',
  unit: key,
  period: '2029',
  rows: [{ values: { outcome: value } }],
});
const MOVE = { kind: 'transfer', on: '2030-01-01', unit: 'it', to: 'kontoret' };

describe('the impact of a scenario', () => {
  let planned: PlannedOrganisation;
  beforeEach(async () => {
    planned = await PlannedOrganisation.of(...REGION);
    await planned.record(INDICATOR, staffOf('it', '40.5'));
  });
  afterEach(() => planned.close());

  const targets: NewScenario['targets'] = [
    { goal: 'staffNeutral' },
    { goal: 'costNeutral' },
    { goal: 'maxLayers', most: 3 },
    { goal: 'span', least: 1, most: 2 },
  ];
  const results = async (plan: string) =>
    (await planned.queries.execute(new ReadScenarioTargets(await planned.reading({ scenario: plan })))).map(
      ({ result }) => result,
    );

  test('is told by the figures that are recorded, and unknown for the others', async () => {
    const plan = await planned.plan({ at: '2030-06-01' });
    await planned.step(plan, MOVE);
    const impact = (await planned.queries.execute(
      new ReadImpact(await planned.reading({ scenario: plan })),
    ))!;
    expect(impact.units.moved.map(({ name }) => name)).toEqual(['IT']);
    expect(impact.units.broughtAlong.map(({ name }) => name)).toEqual(['TELE']);
    const { fte, budget } = impact.resources.sizes;
    expect([fte.moving.value, fte.neutral]).toEqual(['40.5', true]);
    expect([budget.moving.value, budget.neutral]).toEqual([null, 'unknown']);
    expect(impact.neededFirst.competence.scope).toBe('withinBoard');
    expect(impact.leftBehind.codes).toEqual([]);
  });

  test('is asked of what has happened by the date, and of nothing that is not planned', async () => {
    const plan = await planned.plan({ at: '2030-06-01' });
    await planned.step(plan, MOVE);
    const before = await planned.reading({ scenario: plan, at: '2029-12-31' });
    expect((await planned.queries.execute(new ReadImpact(before)))!.units.moved).toEqual([]);
    expect(await planned.queries.execute(new ReadImpact(await planned.reading()))).toBeNull();
  });

  test('whoever had to decide a change has to decide that it is cancelled', async () => {
    await planned.record({ kind: 'rename', id: 'r', on: '2031-01-01', unit: 'it', name: 'Digitalt' });
    const plan = await planned.plan({ at: '2031-06-01' });
    await planned.step(plan, { kind: 'cancel', change: 'r', reason: 'Behövs inte' });
    const impact = await planned.queries.execute(new ReadImpact(await planned.reading({ scenario: plan })));
    const { scope, boards } = impact!.neededFirst.competence;
    expect([scope, boards.map(({ name }) => name)]).toEqual(['withinBoard', ['REGION']]);
    expect(impact!.units.renamed).toMatchObject([{ before: 'Digitalt', after: 'IT' }]);
  });

  test('goals are evaluated with each change', async () => {
    const plan = await planned.plan({ targets });
    expect(await results(plan)).toEqual(['met', 'met', 'notMet', 'met']);
    await planned.step(plan, MOVE);
    expect(await results(plan)).toEqual(['met', 'unknown', 'notMet', 'met']);
    await planned.step(plan, { ...MOVE, unit: 'tele', on: '2031-01-01' });
    expect(await results(plan)).toEqual(['met', 'unknown', 'met', 'met']);
    await planned.step(plan, unit('ny', 'kontoret', '2032-01-01'));
    expect(await results(plan)).toEqual(['unknown', 'unknown', 'met', 'notMet']);
  });
});
