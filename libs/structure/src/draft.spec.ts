import { describe, expect, it } from '@jest/globals';
import { parseDraft } from './draft.js';
import type { Line } from './testing/recorded-history.js';

const unit = { key: 'a', name: 'A', type: 'unit' };
const establish = (more: Line = {}) => ({ kind: 'establish', on: '2010-01-01', unit: { ...unit, ...more } });
const split = (...into: unknown[]) => ({ kind: 'split', on: '2010-01-01', unit: 'a', into });
const rename = (more: Line) => ({ kind: 'rename', on: '2010-01-01', unit: 'a', name: 'B', ...more });

/** Code and field of each refusal. */
function refusals(line: Line): string[] {
  const parsed = parseDraft({ ...line });
  return parsed.ok ? [] : parsed.rejections.map(({ code, field }) => `${code} ${field}`);
}
function payload(line: Line): unknown {
  const parsed = parseDraft({ ...line });
  if (!parsed.ok || parsed.draft.draft !== 'change') throw new Error(JSON.stringify(parsed));
  return parsed.draft.content.payload;
}

describe('a line', () => {
  it('becomes a draft of a change with what is said about it', () => {
    const circumstances = {
      id: 'r1',
      reason: ' Beslut ',
      basis: { matter: 'RS200432' },
      source: ['protokoll', 1],
    };
    expect(parseDraft({ ...establish(), ...circumstances })).toMatchObject({
      ok: true,
      draft: {
        draft: 'change',
        content: { kind: 'establish', on: { written: '2010-01-01' }, payload: { unit } },
        ...circumstances,
        reason: 'Beslut',
      },
    });
  });

  it('is refused in both languages', () => {
    const parsed = parseDraft({ kind: 'rename', on: '2010-01-01', unit: 'a' });
    expect(parsed).toEqual({
      ok: false,
      rejections: [
        {
          code: 'INVALID_FIELD',
          field: 'name',
          message: {
            sv: expect.stringMatching(/^Fältet saknas/),
            en: expect.stringMatching(/expected string/),
          },
          units: [],
          changes: [],
        },
      ],
    });
  });

  it.each<[string, Line, string[]]>([
    ['no kind', { on: '2010-01-01' }, ['UNKNOWN_KIND kind']],
    ['a kind that is none', rename({ kind: 'renam' }), ['UNKNOWN_KIND kind']],
    ['a kind in capitals', rename({ kind: 'RENAME' }), ['UNKNOWN_KIND kind']],
    ['a kind that every object has', rename({ kind: 'constructor' }), ['UNKNOWN_KIND kind']],
    ['a kind __proto__', rename({ kind: '__proto__' }), ['UNKNOWN_KIND kind']],
    ['a kind that is no text', rename({ kind: ['rename'] }), ['UNKNOWN_KIND kind']],
    ['no date', rename({ on: undefined }), ['INVALID_FIELD on']],
    ['a date that is a number', rename({ on: 20100101 }), ['INVALID_FIELD on']],
    ['a day that is not in the calendar', rename({ on: '2021-02-29' }), ['INVALID_DATE on']],
    ['year nought', rename({ on: '0000-00-00' }), ['INVALID_DATE on']],
    ['a date without end', rename({ on: 'infinity' }), ['INVALID_DATE on']],
    ['an interval that ends before it begins', rename({ on: '2021/2020' }), ['INVALID_INTERVAL on']],
    ['an interval open at both ends', rename({ on: '../..' }), ['INVALID_INTERVAL on']],
    ['a time of day', rename({ on: '2021-01-01T00:00:00Z' }), ['INVALID_DATE on']],
    ['a missing field', { kind: 'rename', on: '2010-01-01' }, ['INVALID_FIELD unit', 'INVALID_FIELD name']],
    ['a field of another kind of value', rename({ name: 5 }), ['INVALID_FIELD name']],
    ['null', rename({ name: null }), ['INVALID_FIELD name']],
    ['an unknown field', rename({ nme: 'B' }), ['INVALID_FIELD nme']],
    ['two unknown fields', rename({ x: 1, y: 2 }), ['INVALID_FIELD x', 'INVALID_FIELD y']],
    ['an unknown field further in', establish({ nme: 'B' }), ['INVALID_FIELD unit.nme']],
    ['a unit that is a list', { ...establish(), unit: [] }, ['INVALID_FIELD unit']],
    [
      'a merge of one unit',
      { kind: 'merge', on: '2010-01-01', units: ['a'], into: unit },
      ['INVALID_FIELD units'],
    ],
    [
      'an absorption of none',
      { kind: 'absorb', on: '2010-01-01', units: [], into: 'a' },
      ['INVALID_FIELD units'],
    ],
    ['a split into one', split(unit), ['INVALID_FIELD into']],
    [
      'a split into a part without a type',
      split(unit, { key: 'b', name: 'B' }),
      ['INVALID_FIELD into[1].type'],
    ],
    ['a split into a part that is a text', split(unit, 'b'), ['INVALID_FIELD into[1]']],
    ['a part with a blank name', split(unit, { ...unit, name: ' ' }), ['INVALID_FIELD into[1].name']],
    ['a part with a field too many', split(unit, { ...unit, x: 1 }), ['INVALID_FIELD into[1].x']],
    ['a standing part with a blank key', split(unit, { key: '' }), ['INVALID_FIELD into[1].key']],
    ['a spin-off of nothing', { ...split(), kind: 'spinOff' }, ['INVALID_FIELD into']],
    [
      'an exception with a blank key',
      { kind: 'transfer', on: '2010-01-01', unit: 'a', to: null, except: ['b', ' '] },
      ['INVALID_FIELD except[1]'],
    ],
    [
      'exceptions that are none',
      { kind: 'transfer', on: '2010-01-01', unit: 'a', to: null, except: [] },
      ['INVALID_FIELD except'],
    ],
    ['a transfer to nowhere said', { kind: 'transfer', on: '2010-01-01', unit: 'a' }, ['INVALID_FIELD to']],
    [
      'a hierarchy that is no name',
      { kind: 'transfer', on: '2010-01-01', unit: 'a', to: 'b', hierarchy: 'a:b' },
      ['INVALID_FIELD hierarchy'],
    ],
    ['children that are a word', { ...split(unit, unit), children: 'stay' }, ['INVALID_FIELD children']],
    [
      'a child that goes nowhere',
      { ...split(unit, unit), children: { x: null } },
      ['INVALID_FIELD children.x'],
    ],
    [
      'successors that are no answer',
      { kind: 'dissolve', on: '2010-01-01', unit: 'a', successors: 'maybe' },
      ['INVALID_FIELD successors'],
    ],
    [
      'successors that are an empty list',
      { kind: 'dissolve', on: '2010-01-01', unit: 'a', successors: [] },
      ['INVALID_FIELD successors'],
    ],
    ['no successors', { kind: 'dissolve', on: '2010-01-01', unit: 'a' }, ['INVALID_FIELD successors']],
    [
      'a recode of nothing',
      { kind: 'recode', on: '2010-01-01', unit: 'a', codes: {} },
      ['INVALID_FIELD codes'],
    ],
    ['a reorganisation of nothing', { kind: 'reorganise', on: '2010-01-01' }, ['INVALID_FIELD change']],
    [
      'a share of more than all',
      {
        kind: 'reorganise',
        on: '2010-01-01',
        lineage: [{ from: 'a', to: 'b', relation: 'splitInto', share: 1.01 }],
      },
      ['INVALID_FIELD lineage[0].share'],
    ],
    [
      'a share of nothing, and a relation that is none',
      { kind: 'reorganise', on: '2010-01-01', lineage: [{ from: 'a', to: 'b', relation: 'eats', share: 0 }] },
      ['INVALID_FIELD lineage[0].relation', 'INVALID_FIELD lineage[0].share'],
    ],
    ['a blank name for the change', rename({ id: '' }), ['INVALID_FIELD id']],
    ['a blank reason', rename({ reason: '  ' }), ['INVALID_FIELD reason']],
    ['a basis that is a text', rename({ basis: 'RS200432' }), ['INVALID_FIELD basis']],
  ])('is refused with %s', (_, line, expected) => {
    expect(refusals(line)).toEqual(expected);
  });
});

describe('a name', () => {
  it.each([
    ['blanks only', ' \u00a0\u3000 '],
    ['nothing', ''],
    ['NUL', 'A\u0000B'],
    ['a line break', 'A\nB'],
    ['an escape', 'A\u001b[31m'],
    ['a right-to-left override', 'A\u202eB'],
    ['an isolate', 'A\u2066B'],
    ['a line separator', 'A\u2028B'],
    ['a byte order mark', '\ufeffA'],
    ['half a character, the first', 'A\ud83d'],
    ['half a character, the second', '\ude00A'],
    ['501 characters', 'x'.repeat(501)],
    ['ten megabytes', 'x'.repeat(10_000_000)],
  ])('is refused with %s', (_, name) => {
    expect(refusals(rename({ name }))).toEqual(['INVALID_FIELD name']);
    expect(refusals(establish({ name }))).toEqual(['INVALID_FIELD unit.name']);
  });

  it('is composed and trimmed', () => {
    expect(payload(rename({ name: '  A\u030angstro\u0308m ' }))).toEqual({ unit: 'a', name: 'Ångström' });
  });

  it.each(['IT & Digitalisering', "'; DROP TABLE units; --", '<script>', '=1+1', '😀', 'x'.repeat(500), 'א'])(
    'may be %s',
    (name) => {
      expect(payload(rename({ name }))).toEqual({ unit: 'a', name });
    },
  );
});

describe('codes', () => {
  it.each(['', 'a:b', '-x', 'x-', 'a\u0000b', 'å', 'x'.repeat(51), 'x'.repeat(10_000_000)])(
    'in a scheme that is no name are refused',
    (scheme) => {
      const [refusal, ...more] = refusals(establish({ codes: { [scheme]: '1' } }));
      expect(refusal).toMatch(/^INVALID_FIELD unit\.codes/);
      expect(refusal!.length).toBeLessThan(120);
      expect(more).toEqual([]);
    },
  );

  it.each(['hsa', 'bfs-commune', 'SE 2021', 'a.b_c', '7'])('may be of the scheme %s', (scheme) => {
    expect(payload(establish({ codes: { [scheme]: ' 1 ' } }))).toEqual({
      unit: { ...unit, codes: { [scheme]: '1' } },
    });
  });

  it('are refused when they are blank or no text; null takes one away where it stands', () => {
    expect(refusals(establish({ codes: { hsa: ' ' } }))).toEqual(['INVALID_FIELD unit.codes.hsa']);
    expect(refusals(establish({ codes: { hsa: null } }))).toEqual(['INVALID_FIELD unit.codes.hsa']);
    expect(refusals(establish({ codes: { hsa: 7 } }))).toEqual(['INVALID_FIELD unit.codes.hsa']);
    const recode = { kind: 'recode', on: '2010-01-01', unit: 'a', codes: { hsa: null } };
    expect(payload(recode)).toEqual({ unit: 'a', codes: { hsa: null } });
  });
});

describe('a key __proto__', () => {
  const json = (text: string) => JSON.parse(text) as Line;
  it('changes no object', () => {
    const lines = [
      json('{"kind":"rename","on":"2010-01-01","unit":"a","name":"B","__proto__":{"polluted":1}}'),
      json(
        '{"kind":"establish","on":"2010-01-01","unit":{"name":"A","type":"t","codes":{"__proto__":"1"},"parents":{"__proto__":null}}}',
      ),
      json(
        '{"kind":"split","on":"2010-01-01","unit":"a","into":[{"key":"b"},{"key":"c"}],"children":{"__proto__":"b"}}',
      ),
      json(
        '{"kind":"establish","on":"2010-01-01","unit":{"name":"A","type":"t"},"basis":{"__proto__":{"polluted":1}}}',
      ),
    ];
    for (const line of lines) {
      const parsed = parseDraft(line);
      expect(({} as Line).polluted).toBeUndefined();
      if (!parsed.ok) continue;
      expect((parsed.draft as unknown as Line).polluted).toBeUndefined();
      expect(Object.getPrototypeOf(parsed.draft)).toBe(Object.prototype);
    }
  });

  it('is a unit like any other as the name of one', () => {
    expect(payload(rename({ unit: '__proto__' }))).toEqual({ unit: '__proto__', name: 'B' });
  });
});

describe('what is said about a change', () => {
  it.each<[string, Line]>([
    ['NUL in the reason', { reason: 'a\u0000' }],
    ['half a character in the reason', { reason: '\ud83d' }],
    ['a reason of 5,001 characters', { reason: 'x'.repeat(5001) }],
    ['NUL in the source', { source: { page: ['a\u0000'] } }],
    ['NUL in a name in the basis', { basis: { 'a\u0000': 1 } }],
    ['a number without end', { source: Infinity }],
    ['a nesting without end', { source: JSON.parse('['.repeat(5000) + ']'.repeat(5000)) as unknown }],
  ])('is refused with %s', (_, more) => {
    expect(refusals(rename(more))).toEqual([`INVALID_FIELD ${Object.keys(more)[0]}`]);
  });

  it('may be free JSON, of several lines', () => {
    const said = { reason: 'Rad 1\nRad 2', source: { page: [1, null, true] }, basis: { matter: 'RS1' } };
    expect(parseDraft(rename(said))).toMatchObject({ ok: true, draft: said });
    expect(parseDraft(rename({ source: null }))).toMatchObject({ ok: true, draft: { source: null } });
  });
});

describe('an amendment', () => {
  const reason = 'Fel';
  it.each<[string, Line, string[]]>([
    ['no change', { kind: 'cancel', reason }, ['INVALID_FIELD change']],
    ['a change that is a number', { kind: 'cancel', change: 1, reason }, ['INVALID_FIELD change']],
    ['no reason', { kind: 'cancel', change: 'r1' }, ['REASON_REQUIRED reason']],
    ['a blank reason', { kind: 'cancel', change: 'r1', reason: ' ' }, ['INVALID_FIELD reason']],
    ['a field too many', { kind: 'cancel', change: 'r1', reason, unit: 'a' }, ['INVALID_FIELD unit']],
    ['a date in a cancellation', { kind: 'cancel', change: 'r1', reason, on: '2020' }, ['INVALID_FIELD on']],
    ['no date in a rescheduling', { kind: 'reschedule', change: 'r1', reason }, ['INVALID_FIELD on']],
    ['a date that is none', { kind: 'reschedule', change: 'r1', reason, on: '2020-13' }, ['INVALID_DATE on']],
    ['no content in a correction', { kind: 'correct', change: 'r1', reason }, ['INVALID_FIELD with']],
    ['a list as content', { kind: 'correct', change: 'r1', reason, with: [] }, ['INVALID_FIELD with']],
    [
      'content of no kind',
      { kind: 'correct', change: 'r1', reason, with: { on: '2020' } },
      ['UNKNOWN_KIND with.kind'],
    ],
    [
      'an amendment as content',
      { kind: 'correct', change: 'r1', reason, with: { kind: 'cancel', change: 'r0' } },
      ['UNKNOWN_KIND with.kind'],
    ],
    [
      'content with a bad date',
      { kind: 'correct', change: 'r1', reason, with: rename({ on: 'x' }) },
      ['INVALID_DATE with.on'],
    ],
    [
      'content with a bad field',
      { kind: 'correct', change: 'r1', reason, with: establish({ name: ' ' }) },
      ['INVALID_FIELD with.unit.name'],
    ],
    [
      'content with a name of its own',
      { kind: 'correct', change: 'r1', reason, with: rename({ id: 'r2' }) },
      ['INVALID_FIELD with.id'],
    ],
    [
      'a field too many of ten megabytes',
      { kind: 'cancel', change: 'r1', reason, ['x'.repeat(10_000_000)]: 1 },
      [`INVALID_FIELD ${'x'.repeat(80)}`],
    ],
  ])('is refused with %s', (_, line, expected) => {
    expect(refusals(line)).toEqual(expected);
  });
});
