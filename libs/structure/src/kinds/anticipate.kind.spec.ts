import { describe, expect, it } from '@jest/globals';
import { parseDraft } from '../draft.js';
import { changesBetween } from '../reads/chronicle.js';
import { given, newUnit } from '../testing/given.js';
import { establish, type Line } from '../testing/recorded-history.js';
import { FORMS } from './anticipate.kind.js';
import { CHANGE_KINDS, kindOf } from './index.js';

const areas = () =>
  given(
    establish('rs', '2010-01-01'),
    establish('service', '2010-01-01', 'rs', { name: 'VO Service' }),
    establish('dmt', '2017', 'rs', { name: 'VO Digitalisering och medicinsk teknik' }),
  );
const anticipate = (more: Line = {}): Line => ({
  kind: 'anticipate',
  units: ['service', 'dmt'],
  what: 'ett (1) verksamhetsområde',
  ...more,
});
const refusals = (line: Line) => {
  const parsed = parseDraft(line);
  return parsed.ok ? [] : parsed.rejections.map(({ code, field }) => `${code} ${field}`);
};

describe('an anticipated change', () => {
  it('says what is to come, and changes nothing', () => {
    const told = areas().whenWith(
      { confirmed: new Set() },
      anticipate({
        forms: ['merge', 'absorb'],
        into: { count: 1, name: null, type: 'verksamhetsomrade', parent: 'rs' },
        unknown: ['date', 'name', 'head', 'form'],
      }),
    );
    expect(told.codes).toEqual([]);
    expect(told.effects).toEqual([]);
    expect(told.sentence).toEqual({
      sv: 'Väntad förändring för VO Service och VO Digitalisering och medicinsk teknik: ett (1) verksamhetsområde (ännu öppet: namn, datum, chef, form)',
      en: 'Anticipated change of VO Service and VO Digitalisering och medicinsk teknik: ett (1) verksamhetsområde (still open: name, date, head, form)',
    });
  });

  it('keeps what it says, with its units by their ids', () => {
    const world = areas();
    const into = { count: 1, name: null, parent: 'rs' };
    const { decision } = world.when(anticipate({ forms: ['merge'], into, unknown: ['name'] }));
    const { id: rs } = world.history.unit('rs');
    expect(decision).toMatchObject({
      accepted: true,
      events: [
        {
          type: 'ChangeAnticipated',
          data: {
            on: '..',
            payload: {
              units: ['service', 'dmt'].map((key) => world.history.unit(key).id),
              what: 'ett (1) verksamhetsområde',
              forms: ['merge'],
              into: { count: 1, name: null, parent: rs },
              unknown: ['name'],
            },
            effects: [],
          },
        },
      ],
    });
  });

  it('is among the changes of its units, on any day if nothing is known of its date', () => {
    const world = areas();
    world.history.record({ ...anticipate(), id: 'open' }, { ...anticipate({ on: '2022' }), id: 'dated' });
    const { timeline, position } = world.history;
    const found = (from: string) =>
      changesBetween(timeline, {
        position,
        unit: world.history.unit('service'),
        kind: 'anticipate',
        from: world.history.on(from).at,
      });
    expect(found('2022-06-01').map(({ change }) => change.externalId)).toEqual(['dated', 'open']);
    expect(found('2023-01-01').map(({ change }) => change.externalId)).toEqual(['open']);
    expect(found('2023-01-01')[0]).toMatchObject({
      on: { written: '..', earliest: null, latest: null },
      units: [world.history.unit('service').id, world.history.unit('dmt').id],
    });
  });

  it('is corrected to the change that it turns out to be, and keeps its name', () => {
    const world = areas();
    world.history.record({ ...anticipate(), id: 'x' });
    const merge = {
      kind: 'merge',
      on: '2022-01-01',
      units: ['service', 'dmt'],
      into: newUnit('vo', 'rs'),
    };
    const told = world.when({ kind: 'correct', change: 'x', with: merge, reason: 'Beslutat' });
    expect(told.effects).toEqual([
      'begin vo "VO" unit line:rs import:vo',
      'end service',
      'end dmt',
      'service mergedInto vo',
      'dmt mergedInto vo',
    ]);
    const known = (position: number) =>
      changesBetween(world.history.timeline, { position, unit: world.history.unit('service') })
        .filter(({ change }) => change.externalId === 'x')
        .map(({ kind }) => kind);
    expect([known(4), known(5)]).toEqual([['anticipate'], ['merge']]);
  });

  it('is corrected, rescheduled and cancelled like any other', () => {
    const world = areas();
    world.history.record({ ...anticipate(), id: 'x' });
    const amend = (line: Line) => world.when({ change: 'x', reason: 'Nytt besked', ...line });
    expect(amend({ kind: 'correct', with: anticipate({ what: 'två' }) }).sentence.sv).toMatch(/: två$/);
    expect(amend({ kind: 'reschedule', on: '2023' }).codes).toEqual([]);
    expect(amend({ kind: 'cancel' }).codes).toEqual([]);
  });

  it('is refused of one unit twice, and of a unit that has ended', () => {
    expect(areas().when(anticipate({ units: ['dmt', 'dmt'] })).codes).toEqual(['DUPLICATE_UNIT']);
    const world = areas();
    world.history.record({ kind: 'dissolve', on: '2019-01-01', unit: 'dmt', successors: 'none' });
    expect(world.when(anticipate({ on: '2022' })).refused).toMatchObject([
      { code: 'NOT_IN_FORCE', units: ['VO Digitalisering och medicinsk teknik'] },
    ]);
  });

  it('may turn out to be of every kind but its own, which alone is open', () => {
    expect([...FORMS, 'anticipate']).toEqual(CHANGE_KINDS);
    expect(CHANGE_KINDS.filter((kind) => kindOf(kind).open)).toEqual(['anticipate']);
  });

  it.each([
    ['units', { units: [] }],
    ['what', { what: '' }],
    ['forms[0]', { forms: ['anticipate'] }],
    ['forms', { forms: [] }],
    ['forms', { forms: ['merge', 'merge'] }],
    ['into.count', { into: { count: 0 } }],
    ['into.count', { into: { count: 1.5 } }],
    ['into.names', { into: { names: [] } }],
    ['unknown[0]', { unknown: ['place'] }],
    ['unknown', { into: { name: 'VO' }, unknown: ['name'] }],
  ])('is refused with a wrong %s', (field, more) => {
    expect(refusals(anticipate(more))).toEqual([`INVALID_FIELD ${field}`]);
  });
});

describe('a date of which nothing is known', () => {
  const rename = { kind: 'rename', unit: 'dmt', name: 'Teknik' };
  it.each<[string, Line, string[]]>([
    ['is that of an anticipated change without a date', anticipate(), []],
    ['may be written in an anticipated change', anticipate({ on: '..' }), []],
    ['is not written ../..', anticipate({ on: '../..' }), ['INVALID_INTERVAL on']],
    ['is not null', anticipate({ on: null }), ['INVALID_FIELD on']],
    ['is not that of another kind', { ...rename, on: '..' }, ['INVALID_DATE on']],
    ['may not be left out in another kind', rename, ['INVALID_FIELD on']],
    [
      'may be given by a correction to an anticipated change',
      { kind: 'correct', change: 'x', with: anticipate(), reason: 'Öppet igen' },
      [],
    ],
    [
      'is not given by a correction to another kind',
      { kind: 'correct', change: 'x', with: { ...rename, on: '..' }, reason: 'Öppet igen' },
      ['INVALID_DATE with.on'],
    ],
    [
      'is not given by a rescheduling',
      { kind: 'reschedule', change: 'x', on: '..', reason: 'Öppet igen' },
      ['INVALID_DATE on'],
    ],
  ])('%s', (_what, line, codes) => {
    expect(refusals(line)).toEqual(codes);
  });
});
