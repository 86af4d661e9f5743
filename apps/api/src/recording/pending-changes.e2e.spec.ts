import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DECISION, ServedMatters, TRANSFER } from '../testing/served-matters.js';

let matters: ServedMatters;
beforeAll(async () => {
  matters = await ServedMatters.start();
});
afterAll(() => matters.close());

const UNDER_RF = { 'Medicinsk teknik': 'Regionfullmäktige' };
const UNDER_RS = { 'Medicinsk teknik': 'Regionstyrelsen' };
const UNDER_DS = { 'Medicinsk teknik': 'Driftnämnden Service' };
const recordings = (changes: readonly { readonly recording: string }[]) =>
  changes.map(({ recording }) => recording);

describe('a change that is pending', () => {
  test('is corrected, and comes into force as corrected', async () => {
    const slug = await matters.proposed();
    const { externalId: _name, basis: _basis, ...content } = TRANSFER;
    const corrected = await matters.record('correctChange', {
      organisation: slug,
      change: 'flytt',
      with: { transfer: { ...content, to: 'rf' } },
      reason: 'Felläst',
    });
    expect(recordings(corrected.changes)).toEqual(['CORRECTED']);
    expect(await matters.chart(slug)).toMatchObject(UNDER_RS);
    expect(await matters.chart(slug, 'PROPOSED')).toMatchObject(UNDER_RF);
    const decided = await matters.record('recordDecision', { organisation: slug, ...DECISION });
    expect(recordings(decided.changes)).toEqual(['ENACTED']);
    expect(await matters.chart(slug)).toMatchObject(UNDER_RF);
  });

  test('is rescheduled without coming into force', async () => {
    const slug = await matters.proposed();
    const rescheduled = await matters.record('rescheduleChange', {
      organisation: slug,
      change: 'flytt',
      on: '2024-01-01',
      reason: 'Senare',
    });
    expect(recordings(rescheduled.changes)).toEqual(['RESCHEDULED']);
    await matters.record('recordDecision', { organisation: slug, ...DECISION });
    expect(await matters.chart(slug)).toMatchObject(UNDER_RS);
  });

  test('is cancelled though its date has passed, and no decision brings it into force', async () => {
    const slug = await matters.proposed();
    const cancelled = await matters.record('cancelChange', {
      organisation: slug,
      change: 'flytt',
      reason: 'Förslaget drogs tillbaka',
    });
    expect(recordings(cancelled.changes)).toEqual(['CANCELLED']);
    const decided = await matters.record('recordDecision', { organisation: slug, ...DECISION });
    expect(decided.changes).toEqual([]);
    expect(await matters.chart(slug, 'PROPOSED')).toMatchObject(UNDER_RS);
  });

  test('lapses where the assembly rejects it', async () => {
    const slug = await matters.proposed();
    await matters.record('recordDecision', { organisation: slug, ...DECISION, act: 'REJECTS' });
    expect(await matters.chart(slug, 'PROPOSED')).toMatchObject(UNDER_RS);
  });

  test('rests on a decision that names it, too', async () => {
    const slug = await matters.proposed();
    const decided = await matters.record('recordDecision', {
      organisation: slug,
      matter: 'RS200432',
      body: { name: 'Regionfullmäktige' },
      act: 'DECIDES',
      points: [{ text: 'Flytten genomförs', changes: ['flytt'] }],
    });
    expect(recordings(decided.changes)).toEqual(['ENACTED']);
  });

  test('within the area of a board comes into force by the decision of that board', async () => {
    const slug = await matters.organisation();
    const made = await matters.record('recordChanges', {
      organisation: slug,
      changes: [
        { matter: { externalId: 'm', title: 'Namn' } },
        { decision: { externalId: 'ds-2', matter: 'm', body: { unit: 'ds' }, act: 'DECIDES' } },
        { rename: { on: '2020-01-01', unit: 'stad', name: 'Lokalvård', basis: { decision: 'ds-2' } } },
      ],
    });
    expect(recordings(made.changes)).toEqual(['PROPOSED', 'ENACTED']);
    expect(await matters.chart(slug)).toMatchObject({ Lokalvård: 'Driftnämnden Service' });
  });
});

describe('what was taken back', () => {
  test('waits for its condition again when the outcome is withdrawn', async () => {
    const slug = await matters.proposed();
    await matters.record('recordChanges', {
      organisation: slug,
      changes: [
        { decision: DECISION },
        { condition: { externalId: 'villkor', decision: 'rf-5', text: 'Förhandling' } },
        { conditionFailed: { externalId: 'fall', condition: 'villkor' } },
      ],
    });
    expect(await matters.chart(slug, 'CONDITIONAL')).toMatchObject(UNDER_RS);
    await matters.record('withdrawRecord', { organisation: slug, record: 'fall', reason: 'Fel villkor' });
    expect(await matters.chart(slug, 'CONDITIONAL')).toMatchObject(UNDER_DS);
    const met = await matters.record('meetCondition', { organisation: slug, condition: 'villkor' });
    expect(recordings(met.changes)).toEqual(['ENACTED']);
  });

  test('comes back when an annulment is withdrawn', async () => {
    const slug = await matters.proposed();
    await matters.record('recordDecision', { organisation: slug, ...DECISION });
    await matters.record('recordAppeal', {
      organisation: slug,
      externalId: 'dom',
      decision: 'rf-5',
      outcome: 'ANNULLED',
    });
    const withdrawn = await matters.record('withdrawRecord', {
      organisation: slug,
      record: 'dom',
      reason: 'Domen gällde ett annat beslut',
    });
    expect(recordings(withdrawn.changes)).toEqual(['SUSPENDED', 'ENACTED']);
    expect(await matters.chart(slug)).toMatchObject(UNDER_DS);
  });

  test('comes into force by another decision after the first was annulled', async () => {
    const slug = await matters.proposed();
    await matters.record('recordDecision', { organisation: slug, ...DECISION });
    await matters.record('recordAppeal', { organisation: slug, decision: 'rf-5', outcome: 'ANNULLED' });
    expect(await matters.chart(slug)).toMatchObject(UNDER_RS);
    const decided = await matters.record('recordDecision', {
      organisation: slug,
      ...DECISION,
      externalId: 'rf-77',
      paragraph: '§ 77',
      on: '2022-02-02',
    });
    expect(recordings(decided.changes)).toEqual(['SUSPENDED', 'ENACTED']);
    expect(await matters.chart(slug)).toMatchObject(UNDER_DS);
  });
});

test('of two who settle one condition at once, one is refused', async () => {
  const slug = await matters.proposed();
  await matters.record('recordChanges', {
    organisation: slug,
    changes: [
      { decision: DECISION },
      { condition: { externalId: 'villkor', decision: 'rf-5', text: 'Förhandling' } },
    ],
  });
  const both = await Promise.all([
    matters.mutate('meetCondition', { organisation: slug, condition: 'villkor' }),
    matters.mutate('failCondition', { organisation: slug, condition: 'villkor' }),
  ]);
  expect(both.map(({ outcome }) => outcome).sort()).toEqual(['RECORDED', 'REFUSED']);
  expect(both.flatMap(({ userErrors }) => userErrors)).toMatchObject([{ code: 'ALREADY_SETTLED' }]);
});
