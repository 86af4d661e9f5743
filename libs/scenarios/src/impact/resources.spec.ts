import { describe, expect, it } from '@jest/globals';
import type { Size } from '#measures';
import type { Amount } from './amount.js';
import {
  BUDGET,
  budget,
  FTE,
  figure,
  fte,
  planned,
  REGION,
  stands,
  transfer,
  type Line,
} from './testing/planned.js';
import type { Holder } from './holder.js';

const name = (holder: Holder) => (holder.kind === 'administration' ? holder.unit.name : holder.kind);

/** What goes where, such as `IT: KONTORET > SERVICE 12.5`. */
function told(scenario: readonly Line[], records: readonly Line[], size: Size = 'fte', base = REGION) {
  const impact = planned({ base, records, scenario }).resources;
  const { flows, holders, neutral, moving, movedIn, movedOut } = impact.sizes[size];
  return {
    flows: flows.map(
      ({ unit, from, to, amount }) => `${unit.name}: ${name(from)} > ${name(to)} ${amount.value ?? '?'}`,
    ),
    net: holders.map(({ holder, net }) => `${name(holder)} ${net ?? '?'}`),
    missing: flows.flatMap(({ amount }) => missingOf(amount)),
    moving: moving.value,
    movedIn: movedIn.value,
    movedOut: movedOut.value,
    neutral,
  };
}

function missingOf({ missing }: Amount): string[] {
  return missing.map(({ unit, reason }) => `${unit.name} ${reason}`);
}

describe('people and money that change their administration', () => {
  it('go with a unit that moves, and the sum is neutral', () => {
    expect(told([transfer('it', 'service')], [FTE, fte('it', '12.5')])).toEqual({
      flows: ['IT: KONTORET > SERVICE 12.5'],
      net: ['KONTORET -12.5', 'SERVICE 12.5'],
      missing: [],
      moving: '12.5',
      movedIn: '12.5',
      movedOut: '12.5',
      neutral: true,
    });
  });

  it('are not known without a figure, and the unit whose it is that is missing is named', () => {
    const unknown = told([transfer('it', 'service'), transfer('hr', 'service')], [FTE, fte('it', '12.5')]);
    expect(unknown).toMatchObject({
      flows: ['HR: KONTORET > SERVICE ?', 'IT: KONTORET > SERVICE 12.5'],
      net: ['KONTORET ?', 'SERVICE ?'],
      missing: ['HR NO_FIGURE'],
      moving: null,
      movedIn: null,
      neutral: 'unknown',
    });
    const { movedIn } = planned({
      base: REGION,
      records: [FTE, fte('it', '12.5')],
      scenario: [transfer('it', 'service'), transfer('hr', 'service')],
    }).resources.sizes.fte;
    expect(movedIn.parts.map(({ unit, period }) => [unit.name, period])).toEqual([['IT', '2025']]);
    expect(missingOf(movedIn)).toEqual(['HR NO_FIGURE']);
  });

  it('are not known without an indicator that measures them', () => {
    const { sizes } = planned({ base: REGION, scenario: [transfer('it', 'service')] }).resources;
    expect(sizes.budget.indicator).toBeNull();
    expect(sizes.budget.flows.map(({ amount }) => [amount.value, missingOf(amount)])).toEqual([
      [null, ['IT NO_INDICATOR']],
    ]);
    expect(sizes.budget.neutral).toBe('unknown');
  });

  it('stay in an administration within which a unit moves', () => {
    expect(told([transfer('it', 'hr')], [FTE, fte('it', '12.5')])).toMatchObject({
      flows: [],
      net: [],
      moving: '12.5',
      movedOut: '0',
      neutral: true,
    });
  });

  it('are counted once, at the top of what moves, without the parts that stay behind', () => {
    const base = [...REGION, stands('tele', 'enhet', 'it'), stands('web', 'enhet', 'it')];
    const records = [FTE, fte('it', '20'), fte('tele', '4.5'), fte('web', '3')];
    const except = transfer('it', 'service', { except: ['tele'] });
    expect(told([except], records, 'fte', base)).toMatchObject({
      flows: ['IT: KONTORET > SERVICE 15.5'],
      net: ['KONTORET -15.5', 'SERVICE 15.5'],
      moving: '20',
    });
    expect(told([transfer('it', 'service'), transfer('tele', 'drift')], records, 'fte', base).flows).toEqual([
      'IT: KONTORET > SERVICE 20',
    ]);
    expect(told([except], [FTE, fte('it', '20')], 'fte', base)).toMatchObject({
      flows: ['IT: KONTORET > SERVICE ?'],
      missing: ['TELE NO_FIGURE'],
    });
  });

  it('of a unit without a figure are the sum of what stands under it, if all of that is known', () => {
    const base = [...REGION, stands('tele', 'enhet', 'it'), stands('web', 'enhet', 'it')];
    const move = [transfer('it', 'service')];
    const records = [FTE, fte('tele', '4.5'), fte('web', '3.25')];
    const { flows } = planned({ base, records, scenario: move }).resources.sizes.fte;
    expect(flows.map(({ amount }) => [amount.value, amount.computed])).toEqual([['7.75', true]]);
    expect(told(move, [FTE, fte('tele', '4.5')], 'fte', base)).toMatchObject({
      flows: ['IT: KONTORET > SERVICE ?'],
      missing: ['WEB NO_FIGURE'],
    });
    const shares = [{ ...FTE, parts: 'none' }, ...records.slice(1)];
    expect(told(move, shares, 'fte', base).missing).toEqual(['IT NO_FIGURE']);
  });

  it('are those of the latest period that covers the date, else of the latest before it', () => {
    const move = [transfer('it', 'service')];
    const flows = (...figures: Line[]) => told(move, [FTE, ...figures]).flows;
    expect(flows(fte('it', '10', '2024'), fte('it', '11', '2025-12'), fte('it', '99', '2027'))).toEqual([
      'IT: KONTORET > SERVICE 11',
    ]);
    expect(flows(fte('it', '10', '2025'), fte('it', '12', '2026'))).toEqual(['IT: KONTORET > SERVICE 12']);
    expect(flows(fte('it', '99', '2027'))).toEqual(['IT: KONTORET > SERVICE ?']);
    const women = figure('arsarbetare', 'it', '2025', { outcome: '7' }, { breakdown: { kön: 'kvinnor' } });
    expect(flows(women, figure('arsarbetare', 'it', '2025', { target: '8' }))).toEqual([
      'IT: KONTORET > SERVICE ?',
    ]);
  });

  it('are not known where statements of one figure disagree', () => {
    expect(told([transfer('it', 'service')], [FTE, fte('it', '10'), fte('it', '12')])).toMatchObject({
      missing: ['IT DISAGREEING'],
      neutral: 'unknown',
    });
  });

  it('of a budget are exact, and not added up over a month and a year', () => {
    const scenario = [transfer('it', 'service'), transfer('hr', 'service')];
    expect(told(scenario, [BUDGET, budget('it', '0.1'), budget('hr', '0.2')], 'budget').movedIn).toBe('0.3');
    const mixed = [BUDGET, budget('it', '0.1'), budget('hr', '0.2', '2026-01')];
    const { movedIn } = planned({ base: REGION, records: mixed, scenario }).resources.sizes.budget;
    expect([movedIn.value, movedIn.periodsDiffer]).toEqual([null, true]);
  });
});

describe('people and money of units that end', () => {
  const into = { key: 'ny', name: 'NY', type: 'avdelning', parent: 'service' };

  it('go to what they merge into, with all under them', () => {
    const base = [...REGION, stands('tele', 'enhet', 'it')];
    const merge = { kind: 'merge', on: '2026-01-01', units: ['it', 'drift'], into };
    const records = [FTE, fte('it', '12'), fte('drift', '30'), fte('tele', '5')];
    expect(told([merge], records, 'fte', base)).toMatchObject({
      flows: ['IT: KONTORET > SERVICE 12'],
      moving: '42',
      neutral: true,
    });
  });

  it('go on to where the successor has come', () => {
    const replace = { kind: 'replace', on: '2025-06-01', unit: 'it', by: { ...into, parent: 'kontoret' } };
    expect(told([replace, transfer('ny', 'service')], [FTE, fte('it', '12')]).flows).toEqual([
      'IT: KONTORET > SERVICE 12',
    ]);
    const absorbed = { kind: 'absorb', on: '2026-02-01', units: ['ny'], into: 'drift' };
    const later = [
      { ...replace, on: '2025-06-01' },
      { ...absorbed, on: '2025-07-01' },
    ];
    expect(told(later, [FTE, fte('it', '12')]).flows).toEqual(['IT: KONTORET > SERVICE 12']);
  });

  const divided = (...shares: (number | undefined)[]): Line => ({
    kind: 'reorganise',
    on: '2026-01-01',
    ends: ['it'],
    begins: [into],
    lineage: ['ny', 'hr'].map((to, i) => ({
      from: 'it',
      to,
      relation: 'splitInto',
      ...(shares[i] === undefined ? {} : { share: shares[i] }),
    })),
  });

  it('are divided by recorded shares', () => {
    expect(told([divided(0.7, 0.3)], [FTE, fte('it', '12')])).toMatchObject({
      flows: ['IT: KONTORET > SERVICE 8.4'],
      neutral: true,
    });
    expect(told([divided(0.7, 0.2)], [FTE, fte('it', '12')])).toMatchObject({
      flows: ['IT: KONTORET > SERVICE 8.4', 'IT: KONTORET > unknown 1.2'],
      neutral: 'unknown',
    });
  });

  it('are not known without shares, unless all parts come to one administration', () => {
    const records = [FTE, fte('it', '12')];
    expect(told([divided()], records)).toMatchObject({
      flows: ['IT: KONTORET > SERVICE ?'],
      missing: ['IT SHARE_UNKNOWN'],
      neutral: 'unknown',
    });
    const within = { ...divided(), begins: [{ ...into, parent: 'kontoret' }] };
    expect(told([within], records)).toMatchObject({ flows: [], neutral: true });
  });

  it('of a unit that is split go with those under it, where nothing else is left of it', () => {
    const base = [...REGION, stands('tele', 'enhet', 'it'), stands('web', 'enhet', 'it')];
    const split = {
      kind: 'split',
      on: '2026-01-01',
      unit: 'it',
      into: [into, { ...into, key: 'rest', name: 'REST', parent: 'kontoret' }],
      children: { tele: 'ny', web: 'rest' },
    };
    expect(told([split], [FTE, fte('tele', '4'), fte('web', '3')], 'fte', base)).toMatchObject({
      flows: ['TELE: KONTORET > SERVICE 4'],
      neutral: true,
    });
    const own = [FTE, fte('it', '9'), fte('tele', '4'), fte('web', '3')];
    expect(told([split], own, 'fte', base).flows).toEqual([
      'IT: KONTORET > SERVICE ?',
      'TELE: KONTORET > SERVICE 4',
    ]);
  });

  it('are gone where there is no successor, and somewhere unknown where nothing is said of one', () => {
    const dissolve = { kind: 'dissolve', on: '2026-01-01', unit: 'it' };
    const records = [FTE, fte('it', '12')];
    expect(told([{ ...dissolve, successors: 'none' }], records)).toMatchObject({
      flows: ['IT: KONTORET > none 12'],
      net: ['KONTORET -12', 'none 12'],
      movedIn: '0',
      movedOut: '12',
      neutral: false,
    });
    expect(told([{ ...dissolve, successors: 'unknown' }], records)).toMatchObject({
      flows: ['IT: KONTORET > unknown 12'],
      neutral: 'unknown',
    });
  });
});

describe('people and money that leave a unit which stands', () => {
  const responsibility = (resource: string | undefined, share?: number): Line => ({
    kind: 'moveResponsibility',
    on: '2026-01-01',
    unit: 'it',
    to: [{ unit: 'drift', ...(share === undefined ? {} : { share }) }],
    what: 'telefoni',
    ...(resource === undefined ? {} : { resource }),
  });
  const records = [FTE, BUDGET, fte('it', '12'), budget('it', '10.5')];

  it('are a share of its staff, or of its budget, as is said', () => {
    expect(told([responsibility('staff', 0.25)], records).flows).toEqual(['IT: KONTORET > SERVICE 3']);
    expect(told([responsibility('staff', 0.25)], records, 'budget').flows).toEqual([]);
    expect(told([responsibility('budget', 0.1)], records, 'budget').flows).toEqual([
      'IT: KONTORET > SERVICE 1.05',
    ]);
    expect(told([responsibility('staff')], records).missing).toEqual(['IT SHARE_UNKNOWN']);
    expect(told([responsibility(undefined, 0.5)], records).flows).toEqual([]);
  });

  it('are not counted twice when the unit then moves, or something under it does', () => {
    expect(told([responsibility('staff', 0.25), transfer('it', 'dn')], records).flows).toEqual([
      'IT: KONTORET > SERVICE 3',
      'IT: KONTORET > IT 9',
    ]);
    const base = [...REGION, stands('tele', 'enhet', 'it')];
    const both = [transfer('tele', 'drift'), responsibility('staff', 0.25)];
    expect(told(both, [...records, fte('tele', '2')], 'fte', base).flows).toEqual([
      'IT: KONTORET > SERVICE 3',
    ]);
  });

  it('are not known where a part begins as a unit of its own in another administration', () => {
    const spinOff = {
      kind: 'spinOff',
      on: '2026-01-01',
      unit: 'it',
      into: [{ key: 'ny', name: 'NY', type: 'avdelning', parent: 'service' }],
    };
    expect(told([spinOff], records)).toMatchObject({
      flows: ['IT: KONTORET > SERVICE ?'],
      missing: ['IT SHARE_UNKNOWN'],
    });
  });
});

it('names units that begin from nothing: what they are to have is not recorded', () => {
  const establish = {
    kind: 'establish',
    on: '2026-01-01',
    unit: { key: 'ny', name: 'NY', type: 'avdelning', parent: 'service' },
  };
  const { resources } = planned({ base: REGION, records: [FTE], scenario: [establish] });
  expect(resources.begunFromNothing.map(({ name: called }) => called)).toEqual(['NY']);
  expect(resources.sizes.fte.neutral).toBe(true);
});

it('follows people into an administration that a unit becomes by its type', () => {
  const reclassify = { kind: 'reclassify', on: '2026-01-01', unit: 'it', type: 'forvaltning' };
  expect(told([reclassify], [FTE, fte('it', '12')]).flows).toEqual(['IT: KONTORET > IT 12']);
});
