import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DECISION, MATTER, PROPOSAL, TRANSFER, ServedMatters } from '../testing/served-matters.js';

let matters: ServedMatters;
beforeAll(async () => {
  matters = await ServedMatters.start();
});
afterAll(() => matters.close());

const UNDER_RS = { 'Medicinsk teknik': 'Regionstyrelsen' };
const UNDER_DS = { 'Medicinsk teknik': 'Driftnämnden Service' };

describe('a change that rests on a proposal', () => {
  test('is pending: in the chart with what is proposed only', async () => {
    const slug = await matters.organisation();
    const opened = await matters.record('openMatter', { organisation: slug, ...MATTER });
    expect(opened.records).toMatchObject([
      {
        kind: 'MATTER',
        recording: 'RECORDED',
        position: opened.position,
        sentence: {
          sv: 'Ärendet RS200432 Medicinsk teknik till Service',
          en: 'The matter RS200432 Medicinsk teknik till Service',
        },
      },
    ]);
    expect(opened.changes).toEqual([]);
    await matters.record('recordDecision', { organisation: slug, ...PROPOSAL });
    const transfer = await matters.record('transferUnit', { organisation: slug, ...TRANSFER });
    expect(transfer).toMatchObject({ changes: [{ recording: 'PROPOSED' }], records: [] });
    expect(await matters.chart(slug)).toMatchObject(UNDER_RS);
    expect(await matters.chart(slug, 'CONDITIONAL')).toMatchObject(UNDER_RS);
    expect(await matters.chart(slug, 'PROPOSED')).toMatchObject(UNDER_DS);
  });

  test('comes into force by the assembly’s decision that answers it', async () => {
    const slug = await matters.proposed();
    const decided = await matters.record('recordDecision', { organisation: slug, ...DECISION });
    expect(decided.records).toMatchObject([
      {
        kind: 'DECISION',
        recording: 'RECORDED',
        sentence: { sv: 'Regionfullmäktige § 5 beslutade (den 7 oktober 2020)' },
      },
    ]);
    expect(decided.changes).toMatchObject([
      {
        recording: 'ENACTED',
        position: decided.position,
        sentence: { sv: expect.stringContaining('Medicinsk teknik') },
        reasons: [],
      },
    ]);
    expect(await matters.chart(slug)).toMatchObject(UNDER_DS);
  });

  test('stays pending by the decision of a body that is not competent', async () => {
    const slug = await matters.proposed();
    const decided = await matters.record('recordDecision', {
      organisation: slug,
      ...DECISION,
      body: { unit: 'rs' },
    });
    expect(decided.changes).toEqual([]);
    expect(await matters.chart(slug)).toMatchObject(UNDER_RS);
  });

  test('comes into force where a rule makes that body competent', async () => {
    const slug = await matters.proposed();
    await matters.record('setCompetenceRule', {
      organisation: slug,
      scope: 'ACROSS_BOARDS',
      changes: ['TRANSFER'],
      by: { unit: 'rs' },
      authority: 'Reglementet',
    });
    const decided = await matters.record('recordDecision', {
      organisation: slug,
      ...DECISION,
      body: { unit: 'rs' },
    });
    expect(decided.changes).toMatchObject([{ recording: 'ENACTED' }]);
  });

  test('is recorded with the matter and the decisions in one change set', async () => {
    const slug = await matters.organisation();
    const made = await matters.record('recordChanges', {
      organisation: slug,
      changes: [
        { matter: MATTER },
        { decision: PROPOSAL },
        { decision: DECISION },
        { transfer: { ...TRANSFER, basis: { decisions: ['rs-8', 'rf-5'] } } },
      ],
    });
    expect(made.records.map(({ kind }) => kind)).toEqual(['MATTER', 'DECISION', 'DECISION']);
    expect(made.changes.map(({ recording }) => recording)).toEqual(['PROPOSED', 'ENACTED']);
    expect(await matters.chart(slug)).toMatchObject(UNDER_DS);
  });

  test('is pending when a decision of the same change set names it', async () => {
    const slug = await matters.organisation();
    const { basis: _basis, ...transfer } = TRANSFER;
    const points = [{ text: 'Medicinsk teknik flyttas', changes: ['flytt'] }];
    const made = await matters.record('recordChanges', {
      organisation: slug,
      changes: [{ matter: MATTER }, { decision: { ...PROPOSAL, points } }, { transfer }],
    });
    expect(made.changes).toMatchObject([{ recording: 'PROPOSED' }]);
    expect(await matters.chart(slug)).toMatchObject(UNDER_RS);
    const decided = await matters.record('recordDecision', { organisation: slug, ...DECISION });
    expect(decided.changes).toMatchObject([{ id: made.changes[0]!.id, recording: 'ENACTED' }]);
    expect(await matters.chart(slug)).toMatchObject(UNDER_DS);
  });

  test('stands beside a rival proposal of another matter', async () => {
    const slug = await matters.proposed();
    const rival = await matters.record('recordChanges', {
      organisation: slug,
      changes: [
        { matter: { number: 'DS200001', title: 'Medicinsk teknik läggs ned' } },
        {
          decision: {
            externalId: 'ds-1',
            matter: 'DS200001',
            body: { unit: 'ds' },
            act: 'PROPOSES',
            to: { unit: 'rf' },
          },
        },
        {
          dissolve: { on: '2020-06-01', unit: 'teknik', succession: 'NONE', basis: { decision: 'ds-1' } },
        },
      ],
    });
    expect(rival.changes).toMatchObject([{ recording: 'PROPOSED' }]);
    expect(await matters.chart(slug)).toMatchObject(UNDER_RS);
    const decided = await matters.record('recordDecision', { organisation: slug, ...DECISION });
    expect(decided.changes).toMatchObject([{ recording: 'ENACTED' }]);
    expect(await matters.chart(slug)).toMatchObject(UNDER_DS);
    const second = await matters.record('recordDecision', {
      organisation: slug,
      matter: 'DS200001',
      body: { unit: 'rf' },
      act: 'DECIDES',
      answers: ['ds-1'],
    });
    expect(second).toMatchObject({
      records: [{ kind: 'DECISION' }],
      changes: [{ recording: 'BLOCKED', reasons: [{ code: 'NOT_IN_FORCE' }] }],
    });
    expect(await matters.chart(slug)).toMatchObject(UNDER_DS);
  });
});

describe('a condition', () => {
  const CONDITION = { externalId: 'villkor', decision: 'rf-5', text: 'Förhandling är avslutad' };

  /** Decided on a condition, in one change set. */
  async function conditional(): Promise<string> {
    const slug = await matters.proposed();
    await matters.record('recordChanges', {
      organisation: slug,
      changes: [{ decision: DECISION }, { condition: CONDITION }],
    });
    return slug;
  }

  test('is waited for, and the change comes into force once it is met', async () => {
    const slug = await conditional();
    expect(await matters.chart(slug)).toMatchObject(UNDER_RS);
    expect(await matters.chart(slug, 'CONDITIONAL')).toMatchObject(UNDER_DS);
    const met = await matters.record('meetCondition', {
      organisation: slug,
      condition: 'villkor',
      on: '2020-11',
      evidence: 'Protokoll från förhandlingen',
    });
    expect(met).toMatchObject({
      records: [{ kind: 'CONDITION_MET', sentence: { sv: 'Villkoret uppfylldes: Förhandling är avslutad' } }],
      changes: [{ recording: 'ENACTED' }],
    });
    expect(await matters.chart(slug)).toMatchObject(UNDER_DS);
  });

  test('that fails lets the change lapse: out of every chart', async () => {
    const slug = await conditional();
    const failed = await matters.record('failCondition', { organisation: slug, condition: 'villkor' });
    expect(failed).toMatchObject({ records: [{ kind: 'CONDITION_FAILED' }], changes: [] });
    for (const standing of ['IN_FORCE', 'CONDITIONAL', 'PROPOSED']) {
      expect(await matters.chart(slug, standing)).toMatchObject(UNDER_RS);
    }
  });

  test('is settled once', async () => {
    const slug = await conditional();
    await matters.record('failCondition', { organisation: slug, condition: 'villkor' });
    for (const name of ['meetCondition', 'failCondition']) {
      expect(await matters.mutate(name, { organisation: slug, condition: 'villkor' })).toMatchObject({
        outcome: 'REFUSED',
        userErrors: [{ code: 'ALREADY_SETTLED', field: 'condition' }],
      });
    }
  });
});

describe('a decision', () => {
  test('that is withdrawn suspends what came into force by it', async () => {
    const slug = await matters.proposed();
    await matters.record('recordDecision', { organisation: slug, ...DECISION });
    const withdrawn = await matters.record('withdrawRecord', {
      organisation: slug,
      record: 'rf-5',
      reason: 'Det var ett annat ärende',
    });
    expect(withdrawn).toMatchObject({
      records: [
        { kind: 'DECISION', recording: 'WITHDRAWN', sentence: { sv: expect.stringContaining('§ 5') } },
      ],
      changes: [{ recording: 'SUSPENDED' }],
    });
    expect(await matters.chart(slug)).toMatchObject(UNDER_RS);
    expect(await matters.chart(slug, 'PROPOSED')).toMatchObject(UNDER_DS);
    expect(
      await matters.mutate('withdrawRecord', { organisation: slug, record: 'rf-5', reason: 'Igen' }),
    ).toMatchObject({ outcome: 'REFUSED', userErrors: [{ code: 'RECORD_WITHDRAWN', field: 'record' }] });
  });

  test('that is corrected to a proposal does so too, and brings it back when it is corrected again', async () => {
    const slug = await matters.proposed();
    const decided = await matters.record('recordDecision', { organisation: slug, ...DECISION });
    const { externalId: _, ...content } = DECISION;
    const correct = (act: string) =>
      matters.record('correctRecord', {
        organisation: slug,
        record: 'rf-5',
        with: { decision: { ...content, act } },
        reason: 'Felläst protokoll',
      });
    const corrected = await correct('PROPOSES');
    expect(corrected).toMatchObject({
      records: [{ id: decided.records[0]!.id, kind: 'DECISION', recording: 'CORRECTED' }],
      changes: [{ recording: 'SUSPENDED' }],
    });
    expect(await matters.chart(slug)).toMatchObject(UNDER_RS);
    expect(await correct('DECIDES')).toMatchObject({ changes: [{ recording: 'ENACTED' }] });
    expect(await matters.chart(slug)).toMatchObject(UNDER_DS);
  });

  test('that a court annuls takes the change back', async () => {
    const slug = await matters.proposed();
    await matters.record('recordDecision', { organisation: slug, ...DECISION });
    const lodged = await matters.record('recordAppeal', {
      organisation: slug,
      decision: 'rf-5',
      outcome: 'LODGED',
    });
    expect(lodged).toMatchObject({ records: [{ kind: 'APPEAL' }], changes: [] });
    const annulled = await matters.record('recordAppeal', {
      organisation: slug,
      decision: 'rf-5',
      outcome: 'ANNULLED',
      on: '2021-05',
    });
    expect(annulled.changes).toMatchObject([{ recording: 'ANNULLED' }]);
    expect(await matters.chart(slug)).toMatchObject(UNDER_RS);
  });

  test('on a change that the structure no longer allows is recorded, and blocks it until it is rescheduled', async () => {
    const slug = await matters.proposed();
    await matters.record('dissolveUnit', {
      organisation: slug,
      on: '2020-12-31',
      unit: 'teknik',
      succession: 'NONE',
    });
    const decided = await matters.record('recordDecision', { organisation: slug, ...DECISION });
    expect(decided).toMatchObject({
      records: [{ kind: 'DECISION', recording: 'RECORDED' }],
      changes: [
        {
          recording: 'BLOCKED',
          sentence: null,
          reasons: [{ code: 'NOT_IN_FORCE', date: '2021-01-01', units: [{ name: 'Medicinsk teknik' }] }],
        },
      ],
    });
    const rescheduled = await matters.record('rescheduleChange', {
      organisation: slug,
      change: 'flytt',
      on: '2020-12-01',
      reason: 'Flytten skedde innan enheten lades ned',
    });
    expect(rescheduled.changes.map(({ recording }) => recording)).toEqual(['RESCHEDULED', 'ENACTED']);
    const then = await matters.api.data(
      `query ($slug: String!) { organisation(slug: $slug, at: "2020-12-15") {
        unit(id: "teknik") { parent { name } } } }`,
      { slug },
    );
    expect(then).toEqual({ organisation: { unit: { parent: { name: 'Driftnämnden Service' } } } });
  });
});
