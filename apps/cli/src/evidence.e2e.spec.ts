import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { openDatabase, type Database } from '#database';
import { kronika, type Kronika } from '../../../test/harness/kronika.js';

// Every run of the command is a process of its own.
jest.setTimeout(120_000);

/**
 * A region in which IT is proposed to go from one board to another, two areas wait for each other under a condition
 * that fails, and a review is given by delegation and never reported.
 */
const LINES: object[] = [
  unit('rf', 'Regionfullmäktige', 'fullmaktige', null),
  unit('rs', 'Regionstyrelsen', 'styrelse', 'rf'),
  unit('au', 'Arbetsutskottet', 'utskott', 'rs'),
  unit('dn', 'Driftsnämnden', 'namnd', 'rf'),
  unit('kontoret', 'Regionkontoret', 'forvaltning', 'rs'),
  unit('service', 'Regionservice', 'forvaltning', 'dn'),
  unit('it', 'IT', 'avdelning', 'service'),
  unit('tele', 'Teleservice', 'avdelning', 'it'),
  unit('itd', 'IT & Digitalisering', 'avdelning', 'kontoret', '2023-01-01'),
  { kind: 'matter', id: 'm1', number: 'RS1', title: 'Samlad IT' },
  { kind: 'document', id: 'protokoll', title: 'Protokoll § 8', role: 'minutes', matter: 'm1' },
  { kind: 'spelling', unit: 'dn', written: 'Driftnämden', document: 'protokoll', place: 'Beslut' },
  { kind: 'document', id: 'uppfoljning', title: 'Uppföljning 2', role: 'report' },
  {
    kind: 'decision',
    id: 'au7',
    matter: 'RS1',
    body: 'au',
    act: 'proposes',
    to: 'rs',
    paragraph: '§ 7',
    on: '2021-01-20',
    points: [{ text: 'IT flyttas till regionstyrelsen.' }],
    recipients: ['dn'],
  },
  {
    kind: 'decision',
    id: 'rs8',
    matter: 'RS1',
    body: 'rs',
    act: 'proposes',
    to: 'rf',
    paragraph: '§ 8',
    on: '2021-02-24',
    answers: ['au7'],
    points: [{ text: 'IT flyttas till regionstyrelsen.' }, { text: 'Policyn ändras.' }],
    recordedIn: 'protokoll',
    documents: [{ document: 'protokoll', as: 'Utdrag' }],
    recipients: ['dn', 'rf'],
  },
  {
    kind: 'transfer',
    id: 'flytt',
    on: '2021',
    unit: 'it',
    to: 'kontoret',
    except: ['tele'],
    basis: { matter: 'RS1', decision: 'rs8' },
    source: { document: 'protokoll', place: 'Beslut, andra punkten' },
  },
  {
    kind: 'observation',
    document: 'uppfoljning',
    place: '2.2.2',
    on: '2023-08',
    says: 'IT & Digitalisering är en avdelning på regionkontoret.',
    units: ['itd'],
    corroborates: 'flytt',
    infers: { from: 'it', to: 'itd', relation: 'continues' },
    confidence: 'high',
  },
  { kind: 'matter', id: 'm2', number: 'RS2', title: 'Ett område' },
  {
    kind: 'decision',
    id: 'rs9',
    matter: 'RS2',
    body: 'rs',
    act: 'decides',
    paragraph: '§ 9',
    on: '2021-03-01',
  },
  { kind: 'condition', id: 'facket', decision: 'rs9', text: 'Fackliga förhandlingar' },
  {
    kind: 'rename',
    id: 'namnet',
    on: '2022-01-01',
    unit: 'kontoret',
    name: 'Koncernkontoret',
    basis: { decision: 'rs9' },
  },
  { kind: 'matter', id: 'm3', number: 'RS3', title: 'Översyn' },
  {
    kind: 'decision',
    id: 'au398',
    matter: 'RS3',
    body: 'au',
    act: 'decidesByDelegation',
    paragraph: '§ 398',
    on: '2021-11-23',
  },
  {
    kind: 'assignment',
    id: 'oversyn',
    title: 'Översyn av stabsfunktioner',
    matter: 'RS3',
    decision: 'au398',
    to: ['kontoret'],
    with: [{ name: 'förvaltningarnas ledning' }],
    due: '2022-41',
    reportTo: 'au',
  },
];

/** Recorded after the others: the condition fails, and a rival proposal would end Teleservice before the transfer. */
const LATER = [
  unit('x1', 'Växeln', 'enhet', 'service'),
  unit('x2', 'Växeln', 'enhet', 'it'),
  {
    kind: 'conditionFailed',
    condition: 'facket',
    on: '2021-12-01',
    evidence: 'Protokoll från förhandlingen',
  },
  { kind: 'decision', id: 'rival', matter: 'RS2', body: 'rs', act: 'proposes', to: 'rf', on: '2021-03-02' },
  {
    kind: 'dissolve',
    id: 'bort',
    on: '2020-06-01',
    unit: 'tele',
    successors: 'none',
    basis: { decision: 'rival' },
  },
];

function unit(key: string, name: string, type: string, parent: string | null, on = '2015-01-01') {
  return { kind: 'establish', on, unit: { key, name, type, parent } };
}

interface Said {
  readonly about: string;
  readonly field?: string;
  readonly valueKey?: string | null;
  readonly change?: {
    readonly name: string;
    readonly standing: string;
    readonly matter: string;
    readonly decisions: readonly object[];
    readonly places: readonly object[];
    readonly missing: readonly { readonly kind: string }[];
  };
}

let cli: Kronika;
let database: Database;
const org = ['--organisation', 'region'];

beforeAll(async () => {
  cli = await kronika();
  database = await openDatabase({ dataDir: cli.dataDir, quiet: true });
  await record('region', LINES);
  await record('later', [...LINES, ...LATER]);
});
afterAll(() => database.close());

async function record(organisation: string, lines: readonly object[]): Promise<void> {
  const input = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  const ran = await cli.run(['import', '-', '--organisation', organisation], { input });
  expect(ran).toMatchObject({ code: 0, stdout: expect.stringContaining(`"recorded":${lines.length},`) });
}

/** A chart as lines of text without their types. */
async function chart(...args: readonly string[]): Promise<string[]> {
  const text = await cli.answer('chart', ...org, ...args);
  return text
    .trimEnd()
    .replaceAll(/ \(\w+\)/g, '')
    .split('\n');
}

const IN_FORCE = [
  'Regionfullmäktige',
  '  Driftsnämnden',
  '    Regionservice',
  '      IT',
  '        Teleservice',
  '  Regionstyrelsen',
  '    Arbetsutskottet',
  '    Regionkontoret',
];

describe('--standing', () => {
  test('a chart in force shows nothing that is pending', async () => {
    expect(await chart('--at', '2022-01-01')).toEqual(IN_FORCE);
    expect(await chart('--at', '2022-01-01', '--standing', 'in-force')).toEqual(IN_FORCE);
  });

  test('a chart includes what is conditional, or also what is proposed', async () => {
    const named = IN_FORCE.map((line) => line.replace('Regionkontoret', 'Koncernkontoret'));
    expect(await chart('--at', '2022-01-01', '--standing', 'conditional')).toEqual(named);
    expect(await chart('--at', '2022-01-01', '--standing', 'proposed')).toEqual([
      ...['Regionfullmäktige', '  Driftsnämnden', '    Regionservice', '      Teleservice'],
      ...['  Regionstyrelsen', '    Arbetsutskottet', '    Koncernkontoret', '      IT'],
    ]);
  });

  test('within the window of a proposed change it is marked where the unit may stand', async () => {
    expect(await chart('--at', '2021-06-30', '--standing', 'proposed')).toContain(
      '      IT ? → Regionkontoret',
    );
  });

  test('a difference compares what is in force with what is proposed, on one date', async () => {
    const day = ['--from', '2022-01-01', '--to', '2022-01-01'];
    expect(await cli.answer('diff', ...org, ...day, '--standing-to', 'proposed')).toContain(
      '  IT: från Regionservice till Koncernkontoret\n',
    );
    expect(await cli.answer('diff', ...org, ...day, '--standing', 'proposed', '--lang', 'en')).toBe(
      'Nothing differs.\n',
    );
  });

  test('the chronicle marks what is not in force', async () => {
    expect(await cli.answer('changes', ...org, '--from', '2021-01-01', '--standing', 'proposed')).toBe(
      [
        'Under 2021: IT, utom Teleservice, överförs från Regionservice till Regionkontoret (föreslagen).',
        'Den 1 januari 2022: Regionkontoret byter namn till Koncernkontoret (villkorad).',
        'Den 1 januari 2023: IT & Digitalisering inrättades under Koncernkontoret.',
        '',
      ].join('\n'),
    );
    expect(await cli.answer('changes', ...org, '--from', '2021-01-01', '--to', '2022-12-31')).toBe('');
  });

  test('what does not fit is left out, and stderr tells which and why', async () => {
    const asked = ['chart', '--organisation', 'later', '--at', '2022-01-01', '--standing', 'proposed'];
    const ran = await cli.run([...asked, '--lang', 'en']);
    expect(ran).toMatchObject({ code: 0, stdout: expect.stringContaining('  IT (avdelning)') });
    expect(ran.stderr).toMatch(/^Left out.*: Teleservice is .* \(bort\)\. \[NOT_IN_FORCE\] .*Teleservice/m);
    const inForce = await cli.run(asked.slice(0, -2));
    expect(inForce.stderr).not.toContain('Teleservice');
  });

  test('refuses a standing that is none', async () => {
    expect(await cli.run(['chart', ...org, '--standing', 'perhaps'])).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('kronika why', () => {
  test('leads from the placement to the change, its decision, matter, document and place, and to what is missing', async () => {
    const asked = ['--unit', 'it', '--at', '2022-01-01', '--standing', 'proposed', '--field', 'placement'];
    const rows = await cli.rows<Said>('why', ...org, ...asked, '--format', 'ndjson');
    const [reason] = rows;
    expect(reason).toMatchObject({
      about: 'reason',
      field: 'parent:line',
      valueKey: 'kontoret',
      certain: true,
      change: {
        name: 'flytt',
        standing: 'proposed',
        matter: 'RS1 Samlad IT',
        decisions: [
          {
            body: 'Regionstyrelsen',
            act: 'proposes',
            isDecision: false,
            paragraph: '§ 8',
            on: '2021-02-24',
            places: [{ document: 'Protokoll § 8', place: null }],
          },
        ],
        places: [{ document: 'Protokoll § 8', place: 'Beslut, andra punkten' }],
      },
    });
    expect(reason!.change!.missing.map(({ kind }) => kind)).toEqual(['decision', 'date']);
    expect(rows.map(({ about }) => about)).toEqual(['reason', 'observation', 'inferredLineage']);
  });

  test('says in words that the assembly’s decision is not evidenced, while in force nothing has moved', async () => {
    const text = await cli.answer('why', ...org, '--unit', 'it', '--at', '2022-01-01');
    expect(text.split('\n')).toEqual(
      expect.arrayContaining([
        'IT [it], 1 januari 2022',
        'Placering: Regionservice',
        'Förändringar som rör enheten och inte har trätt i kraft',
        '  Under 2021: IT, utom Teleservice, överförs från Regionservice till Regionkontoret (flytt) [föreslagen]',
        '    Vilar på: Regionstyrelsen § 8 föreslog för Regionfullmäktige (den 24 februari 2021)',
        '      Källa: Protokoll § 8',
        '    Ärende: RS1 Samlad IT',
        '    Öppet: Beslut av Regionfullmäktige saknas',
      ]),
    );
  });

  test('within the window the new place is only possible', async () => {
    const asked = ['--unit', 'it', '--at', '2021-06-30', '--standing', 'proposed', '--field', 'placement'];
    const text = await cli.answer('why', ...org, ...asked, '--lang', 'en');
    expect(text).toContain('Placement: Regionservice\n');
    expect(text).toContain('Placement: Regionkontoret (perhaps)\n');
  });

  test('tells observations, and lineage that is inferred from them, as what they are', async () => {
    const text = await cli.answer('why', ...org, '--unit', 'itd', '--at', '2023-09-01', '--lang', 'en');
    expect(text).toContain(
      [
        'Lineage that is an inference, not a decision',
        '  IT → IT & Digitalisering (continues in) [inference, high confidence, reviewed by nobody] – Uppföljning 2, 2.2.2',
      ].join('\n'),
    );
  });
});

describe('--unit by name', () => {
  test('finds a unit by its name, and by a spelling of a document, which why tells with its place', async () => {
    expect(await cli.answer('chart', ...org, '--at', '2020-01-01', '--root', 'arbetsutskottet')).toBe(
      'Arbetsutskottet (utskott)\n',
    );
    const text = await cli.answer('why', ...org, '--unit', 'DRIFTNÄMDEN', '--field', 'name');
    expect(text).toMatch(/^Driftsnämnden \[dn\]/);
    expect(text).toContain('Namnet som handlingarna skriver det\n  ”Driftnämden” – Protokoll § 8, Beslut\n');
  });

  test('refuses a name that several units have, with their keys', async () => {
    const ran = await cli.run(['why', '--organisation', 'later', '--unit', 'Växeln']);
    expect([ran.code, ran.stdout]).toEqual([1, '']);
    expect(ran.stderr).toContain('[AMBIGUOUS_UNIT] Several units are called "Växeln": x1, x2.\n');
  });
});

describe('kronika history and lineage', () => {
  test('history tells why a change never came', async () => {
    const asked = ['history', '--organisation', 'later', '--unit', 'kontoret'];
    const text = await cli.answer(...asked);
    expect(text).toContain('Har inte trätt i kraft:\n  Den 1 januari 2022: Regionkontoret byter namn');
    expect(text).toContain('[förfallen]');
    expect(text).toContain(
      'Villkor: Fackliga förhandlingar (uppfylldes inte 2021-12-01: Protokoll från förhandlingen)',
    );
    const rows = await cli.rows<{ field: string; value: unknown }>(...asked, '--format', 'ndjson');
    expect(rows.filter(({ field }) => field === 'name').map(({ value }) => value)).toEqual([
      'Regionkontoret',
    ]);
    expect(rows.filter(({ field }) => field === 'pending')).toMatchObject([
      { name: 'namnet', standing: 'lapsed' },
    ]);
  });

  test('history marks what only a proposal would make so, by the event that recorded it', async () => {
    const asked = ['--unit', 'it', '--standing', 'proposed', '--format', 'ndjson'];
    const rows = await cli.rows<{ field: string }>('history', ...org, ...asked);
    expect(rows.filter(({ field }) => field === 'parent:line')).toMatchObject([
      { valueKey: 'service', pending: null },
      { valueKey: 'kontoret', pending: 'proposed', recorded: { recording: 'proposed' } },
    ]);
  });

  test('lineage gives inferred steps as inferred, and follows them to the units of a date', async () => {
    const steps = await cli.rows<object>('lineage', ...org, '--unit', 'itd', '--format', 'ndjson');
    expect(steps).toMatchObject([
      { inferred: true, direction: 'back', from: { key: 'it' }, to: { key: 'itd' }, verdict: 'unreviewed' },
    ]);
    expect(await cli.answer('lineage', ...org, '--unit', 'itd', '--at', '2020-01-01')).toBe(
      '← IT [it] (slutsats, hög säkerhet, inte prövad)\n',
    );
  });
});

describe('kronika matter', () => {
  test('tells the steps in order, what was added since the proposal, and whom the matter awaits', async () => {
    expect(await cli.answer('matter', 'RS1', ...org)).toContain(
      [
        '2. Regionstyrelsen § 8 föreslog för Regionfullmäktige (den 24 februari 2021)',
        '   Ett förslag, inget beslut.',
        '   Källa: Protokoll § 8',
        '   Svarar på: Arbetsutskottet § 7',
        '   Punkter:',
        '     1. IT flyttas till regionstyrelsen.',
        '     2. Policyn ändras.',
        '   Sedan förslaget från Arbetsutskottet § 7:',
        '     - punkt tillkom: Policyn ändras.',
        '     - mottagare tillkom: Regionfullmäktige',
        '     - handling tillkom: Utdrag',
        '   Beslutsunderlag:',
        '     - Utdrag (egen titel: Protokoll § 8)',
        '   Mottagare: Driftsnämnden, Regionfullmäktige',
        '   Överklagande: kan inte överklagas, enbart beredning (13 kap. 2 § kommunallagen)',
        '   Väntar på Regionfullmäktige: inget beslut därifrån är belagt.',
      ].join('\n'),
    );
  });

  test('gives the same as JSON: conditions with outcomes, changes with standings, the appeal period', async () => {
    const matter = JSON.parse(
      await cli.answer('matter', 'RS2', '--organisation', 'later', '--format', 'json'),
    ) as object;
    expect(matter).toMatchObject({
      number: 'RS2',
      steps: [
        {
          act: 'decides',
          conditions: [{ text: 'Fackliga förhandlingar', state: 'failed', outcome: { on: '2021-12-01' } }],
          appealability: 'yes',
          appealPeriod: { known: 'window', missing: ['announced', 'adjusted'] },
        },
        { act: 'proposes', awaits: 'Regionfullmäktige' },
      ],
      changes: [
        { name: 'namnet', standing: 'lapsed' },
        { name: 'bort', standing: 'proposed' },
      ],
      missing: [{ kind: 'decision', changeName: 'bort' }],
    });
  });

  test('refuses a number that no matter has', async () => {
    const ran = await cli.run(['matter', 'RS99', ...org]);
    expect([ran.code, ran.stdout]).toEqual([1, '']);
    expect(ran.stderr).toContain('[UNKNOWN_RECORD] No matter has the number "RS99".\n');
  });
});

describe('kronika todo and assignments', () => {
  test('todo tells what is missing, matter by matter, of the date that is asked about', async () => {
    expect(await cli.answer('todo', ...org, '--at', '2023-01-15')).toBe(
      [
        'RS1 Samlad IT',
        '  [beslut] Beslut av Regionfullmäktige saknas: IT, utom Teleservice, överförs från Regionservice till Regionkontoret',
        '  [datum] Dagen är inte känd (2021): IT, utom Teleservice, överförs från Regionservice till Regionkontoret',
        '  [prövning] Ingen har prövat slutsatsen: IT & Digitalisering är en avdelning på regionkontoret.',
        '',
        'RS2 Ett område',
        '  [villkor] Villkoret är inte avgjort: Fackliga förhandlingar',
        '',
        'RS3 Översyn',
        '  [rapport] Rapport saknas: Översyn av stabsfunktioner',
        '',
      ].join('\n'),
    );
    expect(await cli.answer('todo', ...org, '--at', '2022-08-01', '--matter', 'RS3')).toBe(
      'Ingenting saknas.\n',
    );
  });

  test('assignments are overdue after the last day that their date may mean', async () => {
    expect(await cli.answer('assignments', ...org, '--at', '2023-01-15', '--overdue', '--lang', 'en')).toBe(
      [
        'Översyn av stabsfunktioner [overdue; given by a decision]',
        '  To: Regionkontoret; together with förvaltningarnas ledning; reported to Arbetsutskottet; due in the second half of 2022',
        '  According to: Arbetsutskottet § 398',
        '  Matter: RS3 Översyn',
        '',
      ].join('\n'),
    );
    expect(await cli.answer('assignments', ...org, '--at', '2022-08-01', '--overdue')).toBe('');
    const rows = await cli.rows<object>(
      ...['assignments', ...org, '--at', '2022-08-01', '--unit', 'kontoret', '--format', 'ndjson'],
    );
    expect(rows).toMatchObject([{ status: 'due', to: [{ key: 'kontoret' }] }]);
  });
});
