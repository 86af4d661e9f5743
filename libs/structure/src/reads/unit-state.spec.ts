import { describe, expect, it } from '@jest/globals';
import { establish, RecordedHistory } from '../testing/recorded-history.js';
import { ancestorsAt, childrenAt, pathAt, unitState } from './unit-state.js';

function region(): RecordedHistory {
  const history = new RecordedHistory();
  history.record(establish('top', '2000-01-01', null, { parents: { political: null } }));
  history.record(establish('it', '2010-01-01', 'top', { codes: { hsa: 'H1', cost: '77' } }));
  return history;
}

describe('the state of a unit', () => {
  it('says what it is called, where it stands and since when', () => {
    const history = region();
    history.record({ kind: 'rename', on: '2015-01-01', unit: 'it', name: 'IT & Digital' });
    const it = history.unit('it');
    expect(unitState(history.on('2014-12-31'), it)).toMatchObject({ name: 'IT', status: 'inForce' });
    expect(unitState(history.on('2015-01-01'), it)).toMatchObject({
      id: it.id,
      name: 'IT & Digital',
      type: 'unit',
      codes: { cost: '77', hsa: 'H1', import: 'it' },
      parents: [{ hierarchy: 'line', parent: { id: history.unit('top').id, name: 'TOP' } }],
      since: '2010-01-01',
      until: null,
      indeterminate: [],
    });
    expect(unitState(history.on('2015-01-01'), history.unit('top')).parents).toEqual([
      { hierarchy: 'line', parent: null },
      { hierarchy: 'political', parent: null },
    ]);
  });

  it('shows a code and a placement only from the day they hold', () => {
    const history = region();
    history.record({ kind: 'recode', on: '2015-01-01', unit: 'it', codes: { org: '5' } });
    history.record({ kind: 'transfer', on: '2016-01-01', unit: 'it', to: 'top', hierarchy: 'political' });
    const it = history.unit('it');
    expect(unitState(history.on('2014-12-31'), it).codes).not.toHaveProperty('org');
    expect(unitState(history.on('2015-01-01'), it).codes).toHaveProperty('org', '5');
    expect(unitState(history.on('2015-12-31'), it).parents).toHaveLength(1);
    expect(unitState(history.on('2009-01-01'), it).codes).not.toHaveProperty('org');
    expect(unitState(history.on('2016-01-01'), it).parents).toHaveLength(2);
  });

  it('tells when a unit that is not in force began or ended', () => {
    const history = region();
    history.record({ kind: 'dissolve', on: '2020-07-01', unit: 'it', successors: 'none' });
    const it = history.unit('it');
    expect(unitState(history.on('2009-12-31'), it)).toMatchObject({
      status: 'notYet',
      name: 'IT',
      since: '2010-01-01',
      until: '2020-07-01',
    });
    expect(unitState(history.on('2020-06-30'), it).status).toBe('inForce');
    expect(unitState(history.on('2020-07-01'), it)).toMatchObject({
      status: 'ended',
      name: 'IT',
      since: '2010-01-01',
      until: '2020-07-01',
    });
  });

  it('shows the gap of a unit that began again', () => {
    const history = region();
    history.record({ kind: 'dissolve', on: '2020-07-01', unit: 'it', successors: 'none' });
    history.record({ kind: 'reactivate', on: '2022-01-01', unit: 'it' });
    const spans = (date: string) => {
      const { status, since, until } = unitState(history.on(date), history.unit('it'));
      return { status, since, until };
    };
    expect(spans('2019-01-01')).toEqual({ status: 'inForce', since: '2010-01-01', until: '2020-07-01' });
    expect(spans('2021-01-01')).toEqual({ status: 'ended', since: '2010-01-01', until: '2020-07-01' });
    expect(spans('2022-01-01')).toEqual({ status: 'inForce', since: '2022-01-01', until: null });
  });

  it('marks what an imprecise date leaves open, and what would settle it', () => {
    const history = region();
    history.record(establish('tele', '2010-01-01', 'top'));
    history.record({ kind: 'transfer', on: '2021', unit: 'tele', to: 'it' });
    const tele = history.unit('tele');
    const change = history.timeline.log.at(-1)!.change.id;
    expect(unitState(history.on('2020-12-31'), tele).indeterminate).toEqual([]);
    const state = unitState(history.on('2021-06-30'), tele);
    expect(state.parents[0]!.parent!.name).toBe('TOP');
    expect(state.indeterminate).toEqual([
      {
        field: 'parent:line',
        change,
        earliest: '2021-01-01',
        latest: '2021-12-31',
        written: '2021',
        value: history.unit('it').id,
        valueName: 'IT',
      },
    ]);
    const settled = unitState(history.on('2021-12-31'), tele);
    expect(settled.parents[0]!.parent!.name).toBe('IT');
    expect(settled.indeterminate).toEqual([]);
  });

  it('says that a unit founded some time in a year may or may not exist during it', () => {
    const history = region();
    history.record(establish('new', '2017', 'top'));
    const state = unitState(history.on('2017-06-01'), history.unit('new'));
    expect(state).toMatchObject({ status: 'indeterminate', name: 'NEW', since: '2017-12-31' });
    expect(state.indeterminate.map((mark) => mark.field)).toEqual([
      'existence',
      'name',
      'type',
      'parent:line',
      'code:import',
    ]);
  });

  it('does not see what was recorded later', () => {
    const history = region();
    const before = history.position;
    history.record({ kind: 'rename', on: '2011-01-01', unit: 'it', name: 'Late news' });
    history.record(establish('late', '2001-01-01', 'top'));
    expect(unitState(history.on('2012-01-01', before), history.unit('it')).name).toBe('IT');
    expect(unitState(history.on('2012-01-01', before), history.unit('late'))).toMatchObject({
      status: 'unknown',
      since: null,
      interval: null,
    });
  });

  it('finds its children by name and its path from the root', () => {
    const history = region();
    for (const key of ['öl', 'zoo', 'ask', 'ål', 'ärt']) history.record(establish(key, '2010-01-01', 'it'));
    const reading = history.on('2010-01-01');
    expect(childrenAt(reading, history.unit('it')).map((child) => unitState(reading, child).name)).toEqual([
      'ASK',
      'ZOO',
      'ÅL',
      'ÄRT',
      'ÖL',
    ]);
    expect(ancestorsAt(reading, history.unit('zoo'))).toEqual([history.unit('top'), history.unit('it')]);
    expect(pathAt(reading, history.unit('zoo')).at(-1)).toBe(history.unit('zoo').id);
  });
});
