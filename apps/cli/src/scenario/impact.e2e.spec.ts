import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { openDatabase, type Database } from '#database';
import { kronika, type Kronika } from '../../../../test/harness/kronika.js';

// Every run of the command is a process of its own.
jest.setTimeout(120_000);

const REGION = [
  unit('rf', 'Regionfullmäktige', 'fullmaktige', null),
  unit('rs', 'Regionstyrelsen', 'regionstyrelse', 'rf'),
  unit('kontoret', 'Kontoret', 'forvaltning', 'rs'),
  unit('service', 'Service', 'forvaltning', 'rs'),
  unit('it', 'IT', 'avdelning', 'kontoret'),
  unit('tele', 'Tele', 'enhet', 'it'),
  unit('hr', 'HR', 'avdelning', 'kontoret'),
  {
    kind: 'indicator',
    id: 'arsarbetare',
    name: 'Årsarbetare',
    unitOfMeasure: 'årsarbetare',
    polarity: 'neutral',
    parts: 'sum',
    sizes: 'fte',
  },
  {
    kind: 'figures',
    indicator: 'arsarbetare',
    unit: 'it',
    period: '2029',
    rows: [{ values: { outcome: '12.5' } }],
  },
];
const PLAN = [
  { kind: 'transfer', on: '2090-01-01', unit: 'it', to: 'service' },
  { kind: 'transfer', on: '2090-03-01', unit: 'hr', to: 'service' },
  { kind: 'dissolve', on: '2091-01-01', unit: 'tele', successors: 'none' },
];

function unit(key: string, name: string, type: string, parent: string | null) {
  return { kind: 'establish', on: '2015-01-01', unit: { key, name, type, parent } };
}

const text = (lines: readonly object[]) => lines.map((line) => `${JSON.stringify(line)}\n`).join('');

let cli: Kronika;
/** Keeps the embedded server running between the commands, as a running `kronika serve` would. */
let database: Database;
let plan: string;

beforeAll(async () => {
  cli = await kronika();
  database = await openDatabase({ dataDir: cli.dataDir, quiet: true });
  expect(await cli.run(['import', '-', '--organisation', 'r'], { input: text(REGION) })).toMatchObject({
    code: 0,
  });
  const about = ['--name', 'Plan', '--at', '2090-02-01', '--goal', 'staff-neutral'];
  plan = (await cli.answer('scenario', 'create', '--organisation', 'r', ...about)).trim();
  expect(await cli.run(['scenario', 'apply', plan, '-'], { input: text(PLAN) })).toMatchObject({ code: 0 });
});
afterAll(() => database.close());

test('kronika scenario impact tells a planner what happens by the date that the scenario is about', async () => {
  const told = await cli.answer('scenario', 'impact', plan);
  const dated = told.replace(/gälla \d{4}-\d\d-\d\d och ha laga kraft tidigast \d{4}-\d\d-\d\d/, 'DATUM');
  expect(dated.split('\n')).toEqual([
    'Plan: konsekvenser 2090-02-01, mot organisationen vid position 10',
    '',
    'Flyttade (1)',
    '  IT: från Kontoret till Service',
    '',
    'Följer med (1)',
    '  förvaltning Kontoret → Service, på grund av IT: Tele',
    '',
    'Årsarbetare',
    '  Hos de enheter som flyttas eller upphör: 12,5 (2029)',
    '  Kontoret: in 0, ut 12,5, netto -12,5',
    '  Service: in 12,5, ut 0, netto +12,5',
    '  IT, Kontoret → Service: 12,5 (2029)',
    '  Neutralt: allt som lämnar en förvaltning kommer till en annan.',
    '',
    'Anställda',
    '  Okänt: inget nyckeltal mäter det.',
    '',
    'Budget',
    '  Okänt: inget nyckeltal mäter det.',
    '',
    'Form, före → efter',
    '  Enheter direkt under en annan: 1 till 2 (median 1,5, medel 1,5) → 1 till 2 (median 1, medel 1,2)',
    '  Enheter med exakt en under sig: 2 → 4 (nya: Kontoret, Service)',
    '',
    'Behövs först',
    '  Beslut av Regionstyrelsen (inom en nämnd: Regionstyrelsen)',
    '  Beslutas det i dag kan det börja DATUM, om det inte överklagas',
    '',
    'Mål, när allt har genomförts',
    '  okänt: oförändrad bemanning (Uppgifter saknas för HR, Tele)',
    '',
  ]);
});

test('on another date, in English, a figure that is missing is unknown', async () => {
  const told = await cli.answer('scenario', 'impact', plan, '--at', '2090-04-01', '--lang', 'en');
  expect(told).toContain('Plan: impact on 2090-04-01, against the organisation at position 10\n');
  expect(told).toContain('  HR, Kontoret → Service: unknown (no figure for HR)\n');
  expect(told).toContain('  Whether it is neutral is not known.\n');
  expect(await cli.answer('scenario', 'impact', plan, '--at', '2089-12-31', '--lang', 'en')).toContain(
    '\nNo unit changes, and neither people nor money move by then.\n',
  );
});

test('as JSON it has exact amounts, and units with their keys', async () => {
  const told = JSON.parse(await cli.answer('scenario', 'impact', plan, '--format', 'json')) as {
    readonly at: string;
    readonly units: { readonly moved: readonly object[] };
    readonly resources: { readonly fte: object; readonly budget: object };
    readonly targets: readonly object[];
  };
  const id = expect.stringMatching(/^[0-9a-f-]{36}$/);
  expect(told.at).toBe('2090-02-01');
  expect(told.units.moved).toMatchObject([{ id, key: 'it', name: 'IT' }]);
  const amount = {
    value: '12.5',
    parts: [{ unit: { key: 'it' }, period: '2029', amount: '12.5' }],
    missing: [],
  };
  expect(told.resources.fte).toMatchObject({
    indicator: { id, name: 'Årsarbetare' },
    neutral: 'yes',
    flows: [{ unit: { key: 'it' }, to: { kind: 'administration', unit: { key: 'service' } }, amount }],
  });
  expect(told.resources.budget).toMatchObject({
    indicator: null,
    neutral: 'unknown',
    movedIn: { value: null, missing: [{ unit: { key: 'it' }, reason: 'NO_INDICATOR' }] },
  });
  expect(told.targets).toMatchObject([{ target: { goal: 'staffNeutral' }, result: 'unknown' }]);
});

test('as JSON it has the key that an ended unit had', async () => {
  const told = JSON.parse(
    await cli.answer('scenario', 'impact', plan, '--at', '2091-06-01', '--format', 'json'),
  ) as { readonly units: { readonly ended: readonly object[] }; readonly scenario: object };
  expect(told.units.ended).toMatchObject([{ key: 'tele', name: 'Tele', succession: 'none' }]);
  expect(told.scenario).toEqual({ id: plan, name: 'Plan', base: 10 });
});

test.each([
  [['00000000-0000-7000-8000-000000000000'], '[UNKNOWN_SCENARIO]'],
  [['PLAN', '--at', 'soon'], '[INVALID_DATE]'],
])('%j is refused', async (args, code) => {
  const ran = await cli.run(['scenario', 'impact', ...args.map((arg) => (arg === 'PLAN' ? plan : arg))]);
  expect([ran.code, ran.stdout]).toEqual([1, '']);
  expect(ran.stderr).toContain(code);
});
