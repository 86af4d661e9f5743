import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DECISION, ServedMatters } from '../testing/served-matters.js';

let matters: ServedMatters;
beforeAll(async () => {
  matters = await ServedMatters.start();
});
afterAll(() => matters.close());

describe('what is recorded', () => {
  test('is found under its idempotencyKey again, with what followed from it', async () => {
    const slug = await matters.proposed();
    const input = { organisation: slug, ...DECISION, idempotencyKey: 'beslut' };
    const first = await matters.record('recordDecision', input);
    const again = await matters.mutate('recordDecision', input);
    expect(again).toEqual({ ...first, outcome: 'REPEATED' });
    expect(await matters.mutate('recordDecision', { ...input, paragraph: '§ 6' })).toMatchObject({
      outcome: 'REFUSED',
      userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED' }],
    });
  });

  test('is only tried with validateOnly', async () => {
    const slug = await matters.proposed();
    const before = await matters.position(slug);
    const tried = await matters.mutate('recordDecision', {
      organisation: slug,
      ...DECISION,
      validateOnly: true,
    });
    expect(tried).toMatchObject({
      outcome: 'VALID',
      recordedAt: null,
      records: [{ kind: 'DECISION' }],
      changes: [{ recording: 'ENACTED' }],
    });
    expect(await matters.position(slug)).toBe(before);
    expect(await matters.chart(slug)).toMatchObject({ 'Medicinsk teknik': 'Regionstyrelsen' });
    await matters.record('recordDecision', { organisation: slug, ...DECISION, expectedPosition: before });
  });

  test('is refused when something else was recorded since expectedPosition', async () => {
    const slug = await matters.proposed();
    const refused = await matters.mutate('recordDecision', {
      organisation: slug,
      ...DECISION,
      expectedPosition: (await matters.position(slug)) - 1,
    });
    expect(refused.userErrors).toMatchObject([{ code: 'STALE_POSITION' }]);
  });
});

describe('a refusal', () => {
  const INDICATOR = { name: 'Sjukfrånvaro', unitOfMeasure: '%', polarity: 'LOWER_IS_BETTER', parts: 'NONE' };
  const FIGURES = {
    indicator: 'Sjukfrånvaro',
    unit: 'ds',
    period: '2023',
    rows: [{ values: [{ column: 'outcome', value: '2.4' }] }],
  };

  let slug: string;
  beforeAll(async () => {
    slug = await matters.proposed();
    await matters.record('recordChanges', {
      organisation: slug,
      changes: [
        { matter: { externalId: 'annat', number: 'RS210001', title: 'Ett annat ärende' } },
        { decision: { externalId: 'rs-1', matter: 'RS210001', body: { unit: 'rs' }, act: 'PREPARES' } },
        { indicator: INDICATOR },
        {
          observation: {
            externalId: 'iakttagelse',
            says: 'Den finns kvar',
            units: ['stad'],
            confidence: 'LOW',
          },
        },
      ],
    });
  });

  const { externalId: _, ...unnamed } = DECISION;
  test.each<[string, string, object, object]>([
    [
      'of an unknown matter',
      'recordDecision',
      { ...unnamed, matter: 'RS999999' },
      { code: 'UNKNOWN_RECORD', field: 'matter' },
    ],
    [
      'of a number that is taken',
      'openMatter',
      { number: 'RS200432', title: 'Samma' },
      { code: 'RECORD_NAME_TAKEN', field: 'number' },
    ],
    [
      'of a name that a record has',
      'openMatter',
      { externalId: 'rs-8', title: 'Samma' },
      { code: 'RECORD_ID_TAKEN', field: 'id' },
    ],
    [
      'of a name that a change has',
      'openMatter',
      { externalId: 'flytt', title: 'Samma' },
      { code: 'RECORD_ID_TAKEN', field: 'id' },
    ],
    [
      'of a change with the name of a record',
      'renameUnit',
      { externalId: 'rs-8', on: '2022-01-01', unit: 'stad', name: 'Lokalvård' },
      { code: 'CHANGE_ID_TAKEN', field: 'id' },
    ],
    [
      'of a unit that nobody knows',
      'recordDecision',
      { ...unnamed, recipients: [{ unit: 'rs' }, { unit: 'ingen' }] },
      { code: 'UNKNOWN_UNIT', field: 'recipients[1]' },
    ],
    [
      'of a party that is neither a unit nor a name',
      'recordDecision',
      { ...unnamed, body: {} },
      { code: 'INVALID_FIELD', field: 'body.name' },
    ],
    [
      'of a date that nobody can read',
      'recordDecision',
      { ...unnamed, on: 'förra våren' },
      { code: 'INVALID_FIELD', field: 'on' },
    ],
    [
      'of an unknown change',
      'recordDecision',
      { ...unnamed, points: [{ text: 'Flytten', changes: ['flytt', 'ingen'] }] },
      { code: 'UNKNOWN_CHANGE', field: 'points[0].changes[1]' },
    ],
    [
      'of a decision that is a matter',
      'setCondition',
      { decision: 'arende', text: 'Något' },
      { code: 'UNKNOWN_RECORD', field: 'decision' },
    ],
    [
      'of a change that rests on the decision of another matter than it says',
      'renameUnit',
      {
        on: '2022-01-01',
        unit: 'stad',
        name: 'Lokalvård',
        basis: { matter: 'RS200432', decision: 'rs-1' },
      },
      { code: 'OTHER_MATTER', field: 'basis.decision' },
    ],
    [
      'of a decision that answers itself',
      'correctRecord',
      { record: 'rs-8', with: { decision: { ...unnamed, answers: ['rs-8'] } }, reason: 'Fel' },
      { code: 'ANSWERS_ITSELF', field: 'with.answers' },
    ],
    [
      'of a correction to another kind',
      'correctRecord',
      { record: 'rs-8', with: { matter: { title: 'Ärende' } }, reason: 'Fel' },
      { code: 'KIND_DIFFERS', field: 'with.kind' },
    ],
    [
      'of a correction without a reason',
      'correctRecord',
      { record: 'arende', with: { matter: { title: 'Ärende' } } },
      { code: 'REASON_REQUIRED', field: 'reason' },
    ],
    [
      'of a correction that has circumstances of its own',
      'correctRecord',
      { record: 'arende', with: { matter: { externalId: 'x', title: 'Ärende' } }, reason: 'Fel' },
      { code: 'INVALID_FIELD', field: 'with.externalId' },
    ],
    [
      'of a correction of nothing',
      'correctRecord',
      { record: 'ingen', with: { matter: { title: 'Ärende' } }, reason: 'Fel' },
      { code: 'UNKNOWN_RECORD', field: 'record' },
    ],
    [
      'of a withdrawal of a change',
      'withdrawRecord',
      { record: 'flytt', reason: 'Fel' },
      { code: 'UNKNOWN_RECORD', field: 'record' },
    ],
    [
      'of a text that cannot be kept',
      'openMatter',
      { title: 'NUL \u0000' },
      { code: 'INVALID_FIELD', field: 'title' },
    ],
    [
      'of an indicator that says a unit of measure twice',
      'defineIndicator',
      {
        ...INDICATOR,
        name: 'Antal',
        alsoIn: [
          { unitOfMeasure: 'tusental', is: '1000' },
          { unitOfMeasure: 'tusental', is: '1000.0' },
        ],
      },
      { code: 'INVALID_FIELD', field: 'alsoIn', message: '”tusental” är angivet två gånger.' },
    ],
    [
      'of an indicator whose name is taken',
      'defineIndicator',
      INDICATOR,
      { code: 'RECORD_NAME_TAKEN', field: 'name' },
    ],
    [
      'of a figure that is no decimal number',
      'recordFigures',
      { ...FIGURES, rows: [{ values: [{ column: 'outcome', value: '2,4' }] }] },
      { code: 'INVALID_FIELD', field: 'rows[0].values.outcome' },
    ],
    [
      'of a figure in a unit of measure that its indicator does not know',
      'recordFigures',
      { ...FIGURES, in: 'mnkr' },
      { code: 'INVALID_AMOUNT', field: 'rows[0].values.outcome' },
    ],
    [
      'of a total of a row that is not there',
      'recordFigures',
      { ...FIGURES, rows: [{ values: [{ column: 'outcome', value: '2' }], sums: ['Del'] }] },
      { code: 'INVALID_FIELD', field: 'rows[0].sums' },
    ],
    [
      'of a competence rule that says no board',
      'setCompetenceRule',
      { scope: 'ANY', by: { board: false } },
      { code: 'INVALID_FIELD' },
    ],
  ])('%s', async (_what, name, input, error) => {
    const before = await matters.position(slug);
    const refused = await matters.mutate(name, { organisation: slug, ...input });
    expect(refused).toMatchObject({
      outcome: 'REFUSED',
      position: null,
      records: [],
      userErrors: [{ index: 0, ...error }],
    });
    expect(await matters.position(slug)).toBe(before);
  });

  test('of one record refuses the whole change set, and says which', async () => {
    const before = await matters.position(slug);
    const refused = await matters.mutate('recordChanges', {
      organisation: slug,
      changes: [
        { matter: { number: 'RS210002', title: 'Ett ärende' } },
        { rename: { on: '2022-01-01', unit: 'stad', name: 'Lokalvård' } },
        { conditionMet: { condition: 'ingen' } },
      ],
    });
    expect(refused).toMatchObject({
      outcome: 'REFUSED',
      userErrors: [{ code: 'UNKNOWN_RECORD', index: 2, field: 'condition' }],
    });
    expect(await matters.position(slug)).toBe(before);
  });

  test('of an inference that is reviewed a second time', async () => {
    await matters.record('confirmObservation', { organisation: slug, observation: 'iakttagelse' });
    expect(
      await matters.mutate('rejectObservation', { organisation: slug, observation: 'iakttagelse' }),
    ).toMatchObject({ userErrors: [{ code: 'ALREADY_SETTLED', field: 'observation' }] });
  });
});
