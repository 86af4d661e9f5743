import { describe, expect, it } from '@jest/globals';
import { day, establish, RecordedHistory } from '../testing/recorded-history.js';
import { largeOrganisation } from '../testing/large-organisation.js';
import { findUnit } from './find-unit.js';
import { findUnits, type UnitFilter } from './find-units.js';
import { nameAt } from './reading.js';

function found(
  history: RecordedHistory,
  reference: string,
  at?: string,
  position = history.position,
): string {
  const options = at === undefined ? { position } : { position, at: day(at) };
  const result = findUnit(history.timeline, reference, options);
  return result.outcome === 'found' ? nameAt(history.on('2100-01-01'), result.unit) : result.outcome;
}

describe('finding the unit that is meant', () => {
  it('takes an id, a key or a code of a scheme', () => {
    const history = new RecordedHistory();
    history.record(establish('a', '2000-01-01', null, { codes: { hsa: 'SE:1' } }));
    expect(found(history, 'a')).toBe('A');
    expect(found(history, 'hsa:SE:1')).toBe('A');
    expect(found(history, 'import:a')).toBe('A');
    expect(found(history, history.unit('a').id)).toBe('A');
    expect(found(history, 'SE:1')).toBe('unknown');
    expect(found(history, '00000000-0000-7000-8000-00000000ffff')).toBe('unknown');
  });

  it('gives a code that was handed on to its holder on the day, else to the last before, else to the next', () => {
    const history = new RecordedHistory();
    history.record(establish('old', '1950-01-01', null, { codes: { bfs: '7' } }));
    history.record({ kind: 'dissolve', on: '1980-01-01', unit: 'old', successors: 'none' });
    history.record(establish('new', '1990-01-01', null, { codes: { bfs: '7' } }));
    expect(found(history, 'bfs:7', '1979-12-31')).toBe('OLD');
    expect(found(history, 'bfs:7', '1985-01-01')).toBe('OLD');
    expect(found(history, 'bfs:7', '1990-01-01')).toBe('NEW');
    expect(found(history, 'bfs:7', '1900-01-01')).toBe('OLD');
    expect(found(history, 'bfs:7')).toBe('NEW');
    expect(found(history, 'bfs:7', undefined, 2)).toBe('OLD');
  });

  it('tells codes that were swapped within one day apart', () => {
    const history = new RecordedHistory();
    history.record(establish('a', '2000-01-01', null, { codes: { bfs: '1' } }));
    history.record(establish('b', '2000-01-01', null, { codes: { bfs: '2' } }));
    history.record(
      { kind: 'recode', on: '2010-01-01', unit: 'a', codes: { bfs: '2' } },
      { kind: 'recode', on: '2010-01-01', unit: 'b', codes: { bfs: '1' } },
    );
    expect(found(history, 'bfs:1', '2009-12-31')).toBe('A');
    expect(found(history, 'bfs:1', '2010-01-01')).toBe('B');
  });

  it('takes the one that held it last of a code that went back and forth', () => {
    const history = new RecordedHistory();
    history.record(establish('a', '2000-01-01', null, { codes: { x: '1' } }));
    history.record({ kind: 'recode', on: '2001-01-01', unit: 'a', codes: { x: null } });
    history.record(establish('b', '2001-01-01', null, { codes: { x: '1' } }));
    expect(found(history, 'x:1', '2001-01-01')).toBe('B');
    history.record({ kind: 'dissolve', on: '2001-01-02', unit: 'b', successors: 'none' });
    expect(found(history, 'x:1')).toBe('B');
    history.record(
      { kind: 'recode', on: '2001-01-02', unit: 'a', codes: { x: '1' } },
      { kind: 'dissolve', on: '2001-01-03', unit: 'a', successors: 'none' },
    );
    expect(found(history, 'x:1')).toBe('A');
  });

  it('takes a code from its holder on the day that the next one needs it', () => {
    const history = new RecordedHistory();
    history.record(establish('a', '2000-01-01', null, { codes: { x: '1' } }));
    history.record({ kind: 'dissolve', on: '2005', unit: 'a', successors: 'none' });
    history.record(establish('b', '2005-06-01', null, { codes: { x: '1' } }));
    expect(found(history, 'x:1', '2005-05-31')).toBe('A');
    expect(found(history, 'x:1', '2005-06-01')).toBe('B');
    expect(found(history, 'x:1', '2005-12-31')).toBe('B');
  });
});

describe('searching units', () => {
  const history = new RecordedHistory();
  history.record(establish('rf', '2000-01-01', null, { name: 'Regionfullmäktige', type: 'assembly' }));
  history.record(establish('dn', '2000-01-01', 'rf', { name: 'Driftsnämnden Regionservice', type: 'board' }));
  history.record(
    establish('au', '2000-01-01', 'rf', { name: 'Arbetsutskottet', type: 'board', codes: { hsa: 'SE23-Å' } }),
  );
  history.record(establish('it', '2000-01-01', 'dn', { name: 'IT- och teleservice' }));
  history.record({ kind: 'dissolve', on: '2020-01-01', unit: 'it', successors: 'unknown' });
  const names = (filter: UnitFilter, date = '2019-12-31') =>
    findUnits(history.on(date), filter).map((unit) => nameAt(history.on(date), unit));

  it('lists the units in force by name', () => {
    expect(names({})).toEqual([
      'Arbetsutskottet',
      'Driftsnämnden Regionservice',
      'IT- och teleservice',
      'Regionfullmäktige',
    ]);
    expect(names({}, '2020-01-01')).not.toContain('IT- och teleservice');
  });

  it('finds words in names and codes without regard to case and diacritics', () => {
    expect(names({ text: 'DRIFTSNAMNDEN' })).toEqual(['Driftsnämnden Regionservice']);
    expect(names({ text: 'service region' })).toEqual(['Driftsnämnden Regionservice']);
    expect(names({ text: 'a\u030A' })).toEqual(names({ text: 'å' }));
    expect(names({ text: 'se23-a' })).toEqual(['Arbetsutskottet']);
    expect(names({ text: 'kiruna' })).toEqual([]);
  });

  it('filters by type, code and parent at once', () => {
    expect(names({ type: 'board' })).toEqual(['Arbetsutskottet', 'Driftsnämnden Regionservice']);
    expect(names({ type: 'board', scheme: 'hsa' })).toEqual(['Arbetsutskottet']);
    expect(names({ code: 'SE23-Å' })).toEqual(['Arbetsutskottet']);
    expect(names({ scheme: 'import', code: 'it' })).toEqual(['IT- och teleservice']);
    expect(names({ scheme: 'import', code: 'it' }, '2020-01-01')).toEqual([]);
    expect(names({ parent: null })).toEqual(['Regionfullmäktige']);
    expect(names({ parent: history.unit('dn') })).toEqual(['IT- och teleservice']);
  });

  it('searches 20,000 units at once', () => {
    const reading = largeOrganisation(20_000);
    findUnits(reading, { text: 'omrade' });
    const started = performance.now();
    expect(findUnits(reading, { text: 'omrade' })).toHaveLength(20_000);
    const took = performance.now() - started;
    expect(took).toBeLessThan(1_000);
    process.stdout.write(`search among 20,000 units: ${took.toFixed(0)} ms\n`);
  });
});
