import { describe, expect, it } from '@jest/globals';
import { day, establish, RecordedHistory, type Line } from '../testing/recorded-history.js';
import { changeDates, changesBetween, type ChronicleFilter } from './chronicle.js';
import { enumerate } from './narrate.js';

const newUnit = (key: string, name = key.toUpperCase()) => ({ key, name, type: 'unit', parent: 'top' });

function region(): RecordedHistory {
  const history = new RecordedHistory();
  history.record(establish('top', '2000-01-01'));
  for (const key of ['a', 'b', 'c']) history.record(establish(key, '2000-01-01', 'top'));
  return history;
}

function told(history: RecordedHistory, filter: Omit<ChronicleFilter, 'position'> = {}): string[] {
  return changesBetween(history.timeline, { position: history.position, ...filter }).map(
    (entry) => `${entry.on.written} ${entry.sentence.sv}${entry.cancelled ? ' (inställd)' : ''}`,
  );
}

function sentenceOf(line: Line): { sv: string; en: string } {
  const history = region();
  history.record(line);
  return changesBetween(history.timeline, { position: history.position }).at(-1)!.sentence;
}

describe('the chronicle', () => {
  it('tells the changes in the order in which they apply', () => {
    const history = region();
    history.record({ kind: 'rename', on: '2020-01-01', unit: 'a', name: 'Alfa' });
    history.record({ kind: 'merge', on: '2010-01-01', units: ['b', 'c'], into: newUnit('bc') });
    expect(told(history, { from: day('2000-01-02') })).toEqual([
      '2010-01-01 B och C gick samman till BC',
      '2020-01-01 A bytte namn till Alfa',
    ]);
  });

  it('includes both days, and an imprecise date if some day of it fits', () => {
    const history = region();
    history.record({ kind: 'rename', on: '2010-06', unit: 'a', name: 'Alfa' });
    const between = (from: string, to: string) => told(history, { from: day(from), to: day(to) });
    expect(between('2010-06-30', '2010-12-31')).toHaveLength(1);
    expect(between('2010-01-01', '2010-06-01')).toHaveLength(1);
    expect(between('2010-07-01', '2010-12-31')).toEqual([]);
    expect(between('2000-01-01', '2000-01-01')).toHaveLength(4);
  });

  it('filters by unit, kind and words', () => {
    const history = region();
    history.record({
      kind: 'merge',
      on: '2010-01-01',
      units: ['b', 'c'],
      into: newUnit('bc', 'Förvaltningen'),
    });
    expect(told(history, { unit: history.unit('b') })).toEqual([
      '2000-01-01 B inrättades under TOP',
      '2010-01-01 B och C gick samman till Förvaltningen',
    ]);
    expect(told(history, { kind: ['merge', 'rename'] })).toHaveLength(1);
    expect(told(history, { text: 'forvaltningen' })).toHaveLength(1);
    expect(told(history, { text: 'merged forvaltningen' })).toHaveLength(1);
  });

  it('keeps what is cancelled, and shows each change as it was known', () => {
    const history = region();
    history.record({ kind: 'rename', on: '2020-01-01', unit: 'a', name: 'Alfa', id: 'r' });
    const before = history.position;
    history.record({ kind: 'cancel', change: 'r', reason: 'Beslutet upphävdes' });
    expect(told(history, { kind: 'rename' })).toEqual(['2020-01-01 A bytte namn till Alfa (inställd)']);
    expect(told(history, { kind: 'rename', inEffectOnly: true })).toEqual([]);
    const [then] = changesBetween(history.timeline, { position: before, kind: 'rename' });
    const [now] = changesBetween(history.timeline, { position: history.position, kind: 'rename' });
    expect([then!.cancelled, then!.log.length]).toEqual([false, 1]);
    expect(now!.log.map((entry) => entry.recording)).toEqual(['recorded', 'cancelled']);
    expect(changesBetween(history.timeline, { position: before - 1, kind: 'rename' })).toEqual([]);
  });

  it('lists the days on which something changes, imprecise dates apart', () => {
    const history = region();
    history.record({ kind: 'rename', on: '2021', unit: 'a', name: 'Alfa' });
    history.record({ kind: 'rename', on: '2010-01-01', unit: 'b', name: 'Beta' });
    expect(changeDates(history.timeline, history.position)).toEqual({
      days: ['2000-01-01', '2010-01-01'],
      windows: [{ written: '2021', earliest: '2021-01-01', latest: '2021-12-31' }],
    });
    expect(changeDates(history.timeline, 1)).toEqual({ days: ['2000-01-01'], windows: [] });
  });
});

describe('sentences', () => {
  it('call units what they were called just before, and new ones what they begin as', () => {
    const history = region();
    history.record({ kind: 'rename', on: '2010-01-01', unit: 'a', name: 'Alfa' });
    history.record({ kind: 'transfer', on: '2011-01-01', unit: 'a', to: 'b' });
    history.record({ kind: 'rename', on: '2012-01-01', unit: 'a', name: 'Omega' });
    expect(told(history, { unit: history.unit('a') }).slice(1)).toEqual([
      '2010-01-01 A bytte namn till Alfa',
      '2011-01-01 Alfa överfördes från TOP till B',
      '2012-01-01 Alfa bytte namn till Omega',
    ]);
  });

  it('call a unit that is no longer to begin what it was to begin as', () => {
    const history = region();
    history.record({ kind: 'merge', on: '2010-01-01', units: ['b', 'c'], into: newUnit('bc'), id: 'm' });
    history.record({ ...establish('x', '2010-01-01', 'bc'), id: 'e' });
    history.record({ kind: 'cancel', change: 'e', reason: 'Beslutet upphävdes' });
    history.record({ kind: 'cancel', change: 'm', reason: 'Beslutet upphävdes' });
    expect(told(history, { from: day('2010-01-01') })).toEqual([
      '2010-01-01 B och C gick samman till BC (inställd)',
      '2010-01-01 X inrättades under BC (inställd)',
    ]);
  });

  it('exist in Swedish and English', () => {
    expect(
      sentenceOf({ kind: 'split', on: '2010-01-01', unit: 'a', into: [newUnit('x'), newUnit('y')] }),
    ).toEqual({
      sv: 'A delades upp i X och Y',
      en: 'A was split into X and Y',
    });
    expect(
      sentenceOf({ kind: 'absorb', on: '2010-01-01', units: ['a', 'b'], into: 'c', name: 'ABC' }),
    ).toEqual({
      sv: 'A och B uppgick i C, som bytte namn till ABC',
      en: 'A and B were absorbed by C, renamed ABC',
    });
  });

  it('enumerate', () => {
    expect(enumerate([])).toEqual({ sv: '', en: '' });
    expect(enumerate(['A'])).toEqual({ sv: 'A', en: 'A' });
    expect(enumerate(['A', 'B', 'C'])).toEqual({ sv: 'A, B och C', en: 'A, B and C' });
  });
});
