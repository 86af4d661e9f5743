import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { openDatabase, type Database } from '#database';
import { project } from '../prepare.mjs';
import { kronika, type Kronika } from '../../../test/harness/kronika.js';

// Every run of the command is a process of its own.
jest.setTimeout(120_000);

let cli: Kronika;
/** Keeps the embedded server running between the commands, as a running `kronika serve` would. */
let database: Database;

beforeAll(async () => {
  cli = await kronika();
  database = await openDatabase({ dataDir: cli.dataDir, quiet: true });
  const demo = join(project, 'apps', 'api', 'demo', 'region-halland.ndjson');
  await cli.answer('import', demo, '--organisation', 'halland', '--name', 'Region Halland');
});
afterAll(() => database.close());

const org = ['--organisation', 'halland'];
const office = [...org, '--unit', 'regionkontoret'];

describe('kronika measures', () => {
  test('tells figures with their places, and whether targets are met', async () => {
    const text = await cli.answer('measures', ...office, '--indicator', 'Sjukfrånvaro', '--period', '2023');
    expect(text).toBe(
      [
        'Sjukfrånvaro (%, lägre är bättre)',
        '  Regionkontoret, januari 2023 till augusti 2023',
        '    Regionstyrelsens uppföljningsrapport 2, januari–augusti 2023, 4.2 Sjukfrånvaro',
        '      Sjukfrånvaro: utfall 2,4 %, målvärde 5,2 %; målet är nått (lägre är bättre)',
        '',
      ].join('\n'),
    );
    const turnover = await cli.answer(
      'measures',
      ...office,
      '--indicator',
      'Personalomsättning',
      '--lang',
      'en',
    );
    expect(turnover).toContain(
      'Personalomsättning: outcome 11.75 %, target 11 %; the target is not met (lower is better)\n',
    );
    expect(turnover).toContain('externa avgångar (avgång: extern): outcome 6.74 %\n');
  });

  test('gives a line a figure for programs, as the export does', async () => {
    const rows = await cli.rows<{ value: string; unitKey: string; targetMet: string | null; place: string }>(
      ...['measures', ...org, '--indicator', 'rh-personalomsattning', '--format', 'ndjson'],
    );
    expect(rows.map(({ value }) => value)).toEqual([
      '11.75',
      '11',
      '1.35',
      '3.66',
      '6.74',
      '12.04',
      '11.37',
      '9.78',
    ]);
    expect(rows[0]).toMatchObject({ targetMet: 'notMet', place: '4.1 Personalomsättning' });
    expect(rows.at(-1)).toMatchObject({ unitKey: 'it-digitalisering', targetMet: null });
  });

  test('has nothing of periods without figures, and of times before they were known', async () => {
    expect(await cli.answer('measures', ...org, '--period', '2019')).toBe(
      'Inga uppgifter är registrerade.\n',
    );
    expect(await cli.rows('measures', ...org, '--period', '2019', '--format', 'ndjson')).toEqual([]);
  });

  test.each([
    [['--indicator', 'Lycka'], '[UNKNOWN_RECORD] No indicator is called "Lycka".'],
    [['--unit', 'nowhere'], '[UNKNOWN_UNIT]'],
    [['--period', 'soon'], '[INVALID_DATE]'],
  ])('%j is refused', async (args, message) => {
    const { code, stdout, stderr } = await cli.run(['measures', ...org, ...args]);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(message);
  });
});

describe('kronika contradictions', () => {
  test('tells what is printed where, what it should be, and what accounts for it', async () => {
    const lines = (await cli.answer('contradictions', ...office)).trimEnd().split('\n');
    const report = 'Regionstyrelsens uppföljningsrapport 2, januari–augusti 2023';
    expect(lines).toContain(
      `Totalt, budget, ${report} 5.1.1 Resultaträkning, tabellen: 524,9 mnkr, men -390,9 - 34,8 - 99,1 = -524,8 mnkr: tecknet skiljer, och resten kan avrundning förklara`,
    );
    expect(lines).toContain(
      `Summa, utfall, ${report} 5.3 Investeringar, tabellen: 20,5 mnkr, men 1,2 + 0,6 + 0,0 + 0,5 + 18,3 = 20,6 mnkr, en skillnad på 0,1: avrundning kan förklara det`,
    );
    const beyond = (await cli.answer('contradictions', ...org, '--beyond-rounding')).trimEnd().split('\n');
    expect(beyond.length).toBeLessThan(lines.length);
    expect(beyond.filter((line) => line.includes('avrundning kan förklara det'))).toEqual([]);
  });

  test('gives both places to programs', async () => {
    const accounts = await cli.rows<{
      rule: string;
      explanation: string | null;
      computed: string;
      difference: string;
      printed: { value: string; place: string };
      parts: { figure: { value: string; place: string } }[];
    }>('contradictions', ...org, '--format', 'ndjson');
    const statement = accounts.find(({ explanation }) => explanation === null);
    expect(statement).toMatchObject({
      rule: 'statement',
      printed: { value: '4.5', place: '5.2 Prognos budgetavvikelse, Förtroendevalda' },
      parts: [{ figure: { value: '3.0', place: '1 Sammanfattning' } }],
      computed: '3.0',
      difference: '1.5',
    });
  });

  test('says so where nothing disagrees', async () => {
    expect(
      await cli.answer('contradictions', ...org, '--indicator', 'Personalomsättning', '--lang', 'en'),
    ).toBe('No printed figures contradict each other.\n');
  });
});

describe('kronika series', () => {
  const result = ['series', ...office, '--indicator', 'Ekonomiskt resultat', '--kind', 'outcome'];
  const beside2020 = [...result, '--restated-to', '2023-12-31', '--period', '2020'];

  test('says that 2020 and 2023 are not like for like, what joined by which change, and that nothing is known of 2020', async () => {
    const text = await cli.answer(...beside2020, '--standing', 'proposed', '--no-inferred');
    expect(text).toBe(
      [
        'Ekonomiskt resultat (mnkr) för Regionkontoret, på det som enheten består av 2023-12-31',
        '',
        '2020, utfall: ingen uppgift',
        '  inte jämförbart; har tillkommit: IT- och teleservice; utom Teleservice; kan inte räknas om: ingen uppgift är registrerad för Regionkontoret, ingen uppgift är registrerad för IT- och teleservice, ingen uppgift är registrerad för Teleservice',
        '  Flyttat genom: IT- och teleservice, utom Teleservice, överförs från Regionservice till Regionkontoret [föreslagen]',
        '  Flyttat genom: IT- och teleservice, utom Teleservice, överförs från Driftsnämnden Regionservice till Regionstyrelsen (politiskt) [föreslagen]',
        '',
        'januari 2023 till augusti 2023, utfall: 450,082',
        '  jämförbart; omräknat 450,082',
        '',
      ].join('\n'),
    );
  });

  test('marks what is only inferred, with the observation', async () => {
    const text = await cli.answer(...beside2020);
    expect(text).toMatch(
      /Slutsats: IT- och teleservice fortsätter i IT & Digitalisering: .* \[slutsats, viss säkerhet, inte prövad\]/,
    );
    const [first] = await cli.rows<{
      likeForLike: boolean;
      restated: string | null;
      gaps: { code: string }[];
      excepted: { name: string }[];
      inferred: { from: { name: string }; observation: { confidence: string } }[];
    }>(...beside2020, '--format', 'ndjson');
    expect(first).toMatchObject({
      likeForLike: false,
      restated: null,
      inferred: [{ from: { name: 'IT- och teleservice' }, observation: { confidence: 'medium' } }],
    });
    expect(first!.gaps.map(({ code }) => code)).toEqual([
      'FIGURE_MISSING',
      'FIGURE_MISSING',
      'FIGURE_MISSING',
    ]);
    expect(first!.excepted.map(({ name }) => name)).toEqual(['Teleservice']);
  });

  test('tells parts of the activity when asked', async () => {
    const whole = await cli.rows(
      'series',
      ...office,
      '--indicator',
      'Personalomsättning',
      '--format',
      'ndjson',
    );
    const parts = await cli.rows<{ breakdown: object; amount: string }>(
      ...['series', ...office, '--indicator', 'Personalomsättning', '--parts', '--format', 'ndjson'],
    );
    expect([whole.length, parts.length]).toEqual([2, 7]);
    expect(parts).toContainEqual(
      expect.objectContaining({ breakdown: { avgång: 'extern' }, amount: '6.74' }),
    );
  });

  test('is refused for an indicator that is not there, and a kind that is none', async () => {
    expect(await cli.run(['series', ...office, '--indicator', 'Lycka'])).toMatchObject({ code: 1 });
    expect(await cli.run([...result, '--kind', 'wish'])).toMatchObject({ code: 2 });
    expect(await cli.run([...result, '--restated-to', '2023-02-29'])).toMatchObject({ code: 1 });
  });
});
