import { describe, expect, test } from '@jest/globals';
import { evaluateTargets, type Target } from '#scenarios';
import type { Language } from '#temporal';
import {
  BUDGET,
  budget,
  FTE,
  fte,
  planned,
  REGION,
  stands,
  transfer,
  type Line,
} from '../../../../libs/scenarios/src/impact/testing/planned.js';
import { impactText } from './impact-text.js';

interface Planned {
  readonly base?: readonly Line[];
  readonly pending?: readonly Line[];
  readonly records?: readonly Line[];
  readonly scenario: readonly Line[];
  readonly targets?: readonly Target[];
  readonly at?: string;
  readonly today?: string;
}

function told(
  { base = REGION, targets = [], at = '2026-01-01', ...plan }: Planned,
  language: Language = 'sv',
): string[] {
  const impact = planned({ base, at, ...plan });
  const text = impactText(
    {
      name: 'Plan',
      at,
      base: 8,
      isPlanned: plan.scenario.length > 0,
      impact,
      targets: evaluateTargets(targets, impact),
      words: { unit: (id) => id, record: () => 'RS 1' },
    },
    language,
  );
  return [...text].join('').split('\n').slice(0, -1);
}

/** The lines under a heading. */
function under(heading: string, lines: readonly string[]): string[] {
  const start = lines.indexOf(heading) + 1;
  const end = lines.indexOf('', start);
  return start === 0 ? [] : lines.slice(start, end < 0 ? undefined : end).map((line) => line.trim());
}

const ON = '2026-01-01';
const IN_SERVICE = transfer('it', 'service');
const PARTS = [...REGION, stands('tele', 'enhet', 'it'), stands('web', 'enhet', 'it')];
const responsibility = (share?: number): Line => ({
  kind: 'moveResponsibility',
  on: ON,
  unit: 'it',
  to: [{ unit: 'drift', ...(share === undefined ? {} : { share }) }],
  what: 'telefoni',
  resource: 'staff',
});
const dissolved = (unit: string): Line => ({ kind: 'dissolve', on: ON, unit, successors: 'none' });

describe('units', () => {
  test('are told as those that act, and those that are brought along with what changes for them', () => {
    const lines = told({ base: PARTS, scenario: [IN_SERVICE] });
    expect(lines[0]).toBe('Plan: konsekvenser 2026-01-01, mot organisationen vid position 8');
    expect(under('Flyttade (1)', lines)).toEqual(['IT: från KONTORET till SERVICE']);
    expect(under('Följer med (2)', lines)).toEqual([
      'förvaltning KONTORET → SERVICE, på grund av IT: TELE, WEB',
      'politiskt organ RS → DN, på grund av IT: TELE, WEB',
    ]);
    const english = told({ base: PARTS, scenario: [IN_SERVICE] }, 'en');
    expect(english[0]).toBe('Plan: impact on 2026-01-01, against the organisation at position 8');
    expect(under('Moved (1)', english)).toEqual(['IT: from KONTORET to SERVICE']);
    expect(under('Brought along (2)', english)).toEqual([
      'administration KONTORET → SERVICE, because of IT: TELE, WEB',
      'political body RS → DN, because of IT: TELE, WEB',
    ]);
  });

  test('are brought along by another name or type of the one above, told with types where they differ', () => {
    const renamed = { kind: 'rename', on: ON, unit: 'it', name: 'IT & Teknik' };
    expect(under('Följer med (2)', told({ base: PARTS, scenario: [renamed] }))).toEqual([
      'överordnad IT → IT & Teknik, på grund av IT & Teknik: TELE, WEB',
    ]);
    const reclassified = { kind: 'reclassify', on: ON, unit: 'it', type: 'omrade' };
    expect(under('Brought along (2)', told({ base: PARTS, scenario: [reclassified] }, 'en'))).toEqual([
      'superior IT (avdelning) → IT (omrade), because of IT: TELE, WEB',
    ]);
  });

  test('that do not change by the date are said not to, and what the plan takes is told all the same', () => {
    const early = told({ scenario: [IN_SERVICE], at: '2025-12-31' });
    expect(early).toContain('Inga enheter ändras, och varken personal eller pengar flyttas till dess.');
    expect(under('Behövs först', early)[0]).toBe('Beslut av RF (mellan nämnder: RS, DN)');
    expect(told({ scenario: [] })).toEqual([
      'Plan: konsekvenser 2026-01-01, mot organisationen vid position 8',
      '',
      'Ingenting ändras.',
    ]);
    expect(told({ scenario: [] }, 'en').at(-1)).toBe('Nothing changes.');
  });
});

describe('people and money', () => {
  test('are told per administration, with the period of the figure', () => {
    const plan = { records: [FTE, fte('it', '12.5'), BUDGET, budget('it', '0.1')], scenario: [IN_SERVICE] };
    const lines = told(plan);
    expect(under('Årsarbetare', lines)).toEqual([
      'Hos de enheter som flyttas eller upphör: 12,5 (2025)',
      'KONTORET: in 0, ut 12,5, netto -12,5',
      'SERVICE: in 12,5, ut 0, netto +12,5',
      'IT, KONTORET → SERVICE: 12,5 (2025)',
      'Neutralt: allt som lämnar en förvaltning kommer till en annan.',
    ]);
    expect(under('Budget (mnkr)', lines)).toContain('IT, KONTORET → SERVICE: 0,1 (2026)');
    expect(under('Full-time equivalents (Årsarbetare, årsarbetare)', told(plan, 'en'))).toEqual([
      'Of the units that move or end: 12.5 (2025)',
      'KONTORET: in 0, out 12.5, net -12.5',
      'SERVICE: in 12.5, out 0, net +12.5',
      'IT, KONTORET → SERVICE: 12.5 (2025)',
      'Neutral: all that leaves one administration comes to another.',
    ]);
  });

  test('are unknown where a figure is missing, with the units whose it is', () => {
    const plan = { records: [FTE, fte('it', '12.5')], scenario: [IN_SERVICE, transfer('hr', 'service')] };
    expect(under('Årsarbetare', told(plan))).toEqual([
      'Hos de enheter som flyttas eller upphör: okänt (uppgift saknas för HR)',
      'KONTORET: in 0, ut okänt, netto okänt (uppgift saknas för HR)',
      'SERVICE: in okänt, ut 0, netto okänt (uppgift saknas för HR)',
      'HR, KONTORET → SERVICE: okänt (uppgift saknas för HR)',
      'IT, KONTORET → SERVICE: 12,5 (2025)',
      'Om det är neutralt är inte känt.',
    ]);
    expect(under('Anställda', told(plan))).toEqual(['Okänt: inget nyckeltal mäter det.']);
    expect(under('Employees', told(plan, 'en'))).toEqual(['Unknown: nothing measures it.']);
  });

  test('are unknown for figures that disagree, and for periods of different lengths', () => {
    const disagreeing = [FTE, fte('it', '10'), fte('it', '12')];
    expect(under('Årsarbetare', told({ records: disagreeing, scenario: [IN_SERVICE] }))).toContain(
      'IT, KONTORET → SERVICE: okänt (uppgifterna för IT motsäger varandra)',
    );
    const mixed = [BUDGET, budget('it', '0.1'), budget('hr', '0.2', '2026-01')];
    const both = [IN_SERVICE, transfer('hr', 'service')];
    expect(under('Budget (mnkr)', told({ records: mixed, scenario: both }, 'en'))).toContain(
      'SERVICE: in unknown, out 0, net unknown (the figures are of periods of different lengths)',
    );
  });

  test('of a responsibility are a computed share, or unknown without one', () => {
    const records = [FTE, fte('it', '12')];
    const shared = told({ records, scenario: [responsibility(0.25)] });
    expect(under('Årsarbetare', shared)).toEqual([
      'KONTORET: in 0, ut 3, netto -3',
      'SERVICE: in 3, ut 0, netto +3',
      'IT, KONTORET → SERVICE: 3 (beräknat, 2025)',
      'Neutralt: allt som lämnar en förvaltning kommer till en annan.',
    ]);
    expect(under('Årsarbetare', told({ records, scenario: [responsibility()] }))).toContain(
      'IT, KONTORET → SERVICE: okänt (hur stor del av IT som går är inte känt)',
    );
  });

  test('of units without figures of their own say how many figures they come from', () => {
    const records = [FTE, fte('tele', '4.5'), fte('web', '3.25')];
    expect(under('Årsarbetare', told({ base: PARTS, records, scenario: [IN_SERVICE] }))).toContain(
      'IT, KONTORET → SERVICE: 7,75 (beräknat av 2 uppgifter)',
    );
  });

  test('that go to nobody are not neutral; those that stay in their administration move all the same', () => {
    const records = [FTE, fte('hr', '7')];
    expect(under('Årsarbetare', told({ records, scenario: [dissolved('hr')] }))).toEqual([
      'Hos de enheter som flyttas eller upphör: 7 (2025)',
      'KONTORET: in 0, ut 7, netto -7',
      'ingen efterföljare: in 7, ut 0, netto +7',
      'HR, KONTORET → ingen efterföljare: 7 (2025)',
      'Inte neutralt: något har ingen efterföljare.',
    ]);
    expect(under('Årsarbetare', told({ records, scenario: [transfer('hr', 'it')] }))).toEqual([
      'Hos de enheter som flyttas eller upphör: 7 (2025)',
      'Ingenting byter förvaltning.',
    ]);
  });

  test('of new units are not recorded, and that is said', () => {
    const unit = { key: 'ny', name: 'NY', type: 'enhet', parent: 'service' };
    const lines = told({ scenario: [{ kind: 'establish', on: ON, unit }] });
    expect(under('Nya utan föregångare', lines)).toEqual([
      'NY: vad de ska ha utöver det som flyttas till dem är inte registrerat',
    ]);
    expect(lines).not.toContain('Årsarbetare');
  });
});

test('the shape is told as far as it differs', () => {
  const lines = told({ base: PARTS, scenario: [transfer('web', 'tele')] });
  expect(under('Form, före → efter', lines)).toEqual([
    'Nivåer: 5 → 6',
    'Enheter på varje nivå, uppifrån: 1, 2, 2, 3, 2 → 1, 2, 2, 3, 1, 1',
    'Enheter direkt under en annan: 1 till 2 (median 1,5, medel 1,5) → 1 till 2 (median 1, medel 1,3)',
    'Enheter med exakt en under sig: 3 → 5 (nya: IT, TELE)',
  ]);
  expect(told({ scenario: [responsibility(0.5)] })).not.toContain('Form, före → efter');
});

test('what would point at units that end is told with who follows', () => {
  const base = [...REGION, stands('arkiv', 'enhet', 'hr', { codes: { kst: '4711' } })];
  const records = [
    { kind: 'matter', id: 'm', number: 'RS 1', title: 'Arkiv' },
    { kind: 'document', id: 'policy', matter: 'm', title: 'Arkivpolicy', role: 'steeringDocument' },
    { kind: 'assignment', id: 'a', title: 'Gallra', to: ['arkiv'], due: '2025-01', document: 'policy' },
    FTE,
    fte('arkiv', '2'),
    fte('arkiv', '1', '2024'),
  ];
  const absorbed = { kind: 'absorb', on: ON, units: ['arkiv'], into: 'hr' };
  const lines = told({ base, records, scenario: [absorbed] });
  expect(under('Koder som ingen har efteråt', lines)).toContain('kst 4711: ARKIV');
  expect(under('Uppdrag som inte är klara, hos enheter som upphör', lines)).toEqual([
    'Gallra (ARKIV): försenat; givet i en plan; ska vara klart under januari 2025; efterföljare HR',
  ]);
  expect(under('Uppgifter om enheter som upphör', lines)).toEqual([
    'ARKIV: Årsarbetare, 2 uppgifter, senast 2025',
  ]);
  expect(under('Styrdokument som rör enheter som upphör eller flyttas', lines)).toEqual([
    'Arkivpolicy: ARKIV upphör (ger ett uppdrag)',
  ]);
});

describe('what is needed first', () => {
  test('is who decides, and when it can be', () => {
    expect(under('Behövs först', told({ scenario: [IN_SERVICE] }))).toEqual([
      'Beslut av RF (mellan nämnder: RS, DN)',
      'Beslutas det i dag kan det börja gälla 2025-03-03 och ha laga kraft tidigast 2025-03-25, om det inte överklagas',
    ]);
    expect(under('Needed first', told({ scenario: [transfer('hr', 'it')] }, 'en'))[0]).toBe(
      'A decision by RS (within a board: RS)',
    );
    const agency = [
      stands('verk', 'myndighet', null),
      stands('a', 'enhet', 'verk'),
      stands('b', 'enhet', 'verk'),
    ];
    expect(under('Behövs först', told({ base: agency, scenario: [transfer('a', 'b')] }))[0]).toBe(
      'Vilket organ som beslutar kan inte utläsas.',
    );
  });

  test('has the conditions that are open in a matter on the same units', () => {
    const records = [
      { kind: 'matter', id: 'm1', number: 'RS 1', title: 'Ny IT-funktion' },
      { kind: 'decision', id: 'd1', matter: 'm1', body: 'rs', act: 'proposes', changes: ['flytt'] },
      { kind: 'condition', id: 'c1', decision: 'd1', text: 'Facklig förhandling är avslutad' },
    ];
    const plan = { pending: [transfer('it', 'service', { id: 'flytt' })], records, scenario: [IN_SERVICE] };
    expect(under('Behövs först', told(plan))[1]).toBe(
      'Öppet villkor: Facklig förhandling är avslutad (RS 1; IT)',
    );
    expect(under('Needed first', told(plan, 'en'))[1]).toBe(
      'Open condition: Facklig förhandling är avslutad (RS 1; IT)',
    );
  });

  test('tells changes that are dated too early apart from those that only come before the decision is final', () => {
    const lines = told({
      scenario: [
        transfer('it', 'drift', { on: '2025-02-01' }),
        transfer('hr', 'drift', { on: '2025-03-10' }),
      ],
    });
    expect(under('Daterat före i dag, kan bara genomföras i efterskott', lines)).toEqual([
      expect.stringMatching(/^Den 1 februari 2025: IT /),
    ]);
    expect(under('Daterat innan beslutet kan ha laga kraft', lines)).toEqual([
      expect.stringMatching(/^Den 10 mars 2025: HR /),
    ]);
  });
});

test('goals are told with their results and why', () => {
  const targets: Target[] = [
    { goal: 'staffNeutral' },
    { goal: 'maxLayers', most: 3 },
    { goal: 'span', least: 1 },
  ];
  expect(under('Mål, när allt har genomförts', told({ scenario: [IN_SERVICE], targets }))).toEqual([
    'okänt: oförändrad bemanning (Uppgifter saknas för IT)',
    'inte nått: högst 3 nivåer (4 nivåer)',
    'nått: ≥ 1 enheter direkt under varje enhet som har några (1 till 2 enheter under en annan)',
  ]);
  expect(
    under('Goals, once all of it has taken effect', told({ scenario: [IN_SERVICE], targets }, 'en'))[0],
  ).toBe('unknown: staff neutral (Figures are missing for IT)');
});
