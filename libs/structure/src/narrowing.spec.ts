import { describe, expect, it } from '@jest/globals';
import { impreciseDate } from '#temporal';
import { chart } from './reads/chart.js';
import { unitState } from './reads/unit-state.js';
import { applyContent, type ContentEventData } from './recorded-event.js';
import { RecordedHistory, type Line } from './testing/recorded-history.js';
import { Timeline } from './timeline.js';

const establish = (key: string, on: string, parent: string | null = null, more: object = {}): Line => ({
  kind: 'establish',
  on,
  id: `${key}-founded`,
  unit: { key, name: key.toUpperCase(), type: 'unit', parent, ...more },
});
const dissolve = (key: string, on: string): Line => ({
  kind: 'dissolve',
  on,
  id: `${key}-ended`,
  unit: key,
  successors: 'none',
});
const shown = (history: RecordedHistory, date: string, position?: number) =>
  chart(history.on(date, position)).map(({ name, above }) => (above ? `${above.name}/${name}` : name));

describe('an imprecise date that something else narrows', () => {
  it('applies from the latest day that is left open, and keeps its mark to the end of the window', () => {
    const history = new RecordedHistory();
    const before = history.record(establish('p', '2017'));
    history.record(establish('a', '2017-06-01', 'p'));
    expect(shown(history, '2017-05-31')).toEqual([]);
    expect(shown(history, '2017-06-01')).toEqual(['P', 'P/A']);
    expect(unitState(history.on('2017-07-01'), history.unit('p'))).toMatchObject({
      status: 'inForce',
      since: '2017-06-01',
      indeterminate: [{ field: 'existence', written: '2017' }, {}, {}, {}, {}],
    });
    expect(shown(history, '2017-07-01', before)).toEqual([]);
  });

  it('does not bring back a unit that ended within the window of its beginning', () => {
    const history = new RecordedHistory();
    history.record(establish('p', '2017'));
    history.record(dissolve('p', '2017-08-01'));
    expect(shown(history, '2018-01-01')).toEqual([]);
  });

  it('moves back when what narrowed it is taken away', () => {
    const history = new RecordedHistory();
    history.record(establish('p', '2017'));
    history.record(establish('a', '2017-06-01', 'p'));
    history.record({ kind: 'reschedule', change: 'a-founded', on: '2017-09-01', reason: 'Fel månad' });
    expect(shown(history, '2017-06-01')).toEqual([]);
    expect(shown(history, '2017-09-01')).toEqual(['P', 'P/A']);
    history.record({ kind: 'cancel', change: 'a-founded', reason: 'Blev inte av' });
    expect(shown(history, '2017-12-30')).toEqual([]);
    expect(shown(history, '2017-12-31')).toEqual(['P']);
  });

  it('moves back when something new takes the reason away, and only then', () => {
    const history = new RecordedHistory();
    history.record(establish('p', '2017'));
    history.record(establish('a', '2017-06-01', 'p'));
    history.record({ kind: 'rename', on: '2017-07-01', unit: 'a', name: 'A2' });
    expect(shown(history, '2017-06-01')).toEqual(['P', 'P/A']);
    const before = history.position;
    history.record({ kind: 'transfer', on: '2017-06-01', unit: 'a', to: null });
    expect(shown(history, '2017-12-30')).toEqual(['A2']);
    expect(shown(history, '2017-12-31')).toEqual(['A2', 'P']);
    expect(shown(history, '2017-06-01', before)).toEqual(['P', 'P/A']);
  });

  it('applies before what would make it come to something else', () => {
    const history = new RecordedHistory();
    for (const key of ['p', 'q', 'r']) history.record(establish(key, '2016-01-01'));
    history.record(establish('a', '2016-01-01', 'p'));
    history.record({
      kind: 'split',
      on: '2017',
      unit: 'p',
      into: [{ key: 'q' }, { key: 'r' }],
      children: { a: 'q' },
    });
    history.record(dissolve('a', '2017-08-31'));
    expect(shown(history, '2017-08-30')).toEqual(['P', 'P/A', 'Q', 'R']);
    expect(shown(history, '2017-08-31')).toEqual(['Q', 'R']);
  });

  it('moves nothing for nothing where one change or another could be moved', () => {
    const history = new RecordedHistory();
    history.record(establish('p', '2016-01-01'), establish('q', '2016-01-01'));
    history.record(establish('a', '2016-01-01', 'p'));
    history.record({ kind: 'transfer', on: '2017', unit: 'a', to: 'q' }, dissolve('a', '2017-05/2017-06'));
    history.record(dissolve('p', '2017-03-01'));
    expect(shown(history, '2017-02-28')).toEqual(['P', 'P/A', 'Q']);
    expect(shown(history, '2017-03-01')).toEqual(['Q', 'Q/A']);
    expect(shown(history, '2017-06-29')).toEqual(['Q', 'Q/A']);
    expect(shown(history, '2017-06-30')).toEqual(['Q']);
  });

  it('moves back together with another where neither could alone', () => {
    const history = new RecordedHistory();
    const coded = (key: string, hsa: string) => establish(key, '2016-01-01', null, { codes: { hsa } });
    const recode = (unit: string, on: string, hsa: string) => ({ kind: 'recode', on, unit, codes: { hsa } });
    history.record(coded('a', '0'), coded('b', '2'));
    history.record(dissolve('b', '2017'), recode('a', '2017-08-01', '2'));
    expect(shown(history, '2017-08-01')).toEqual(['A']);
    history.record(recode('b', '2017', '3'), recode('b', '2017', '2'));
    expect(shown(history, '2017-12-30')).toEqual(['A', 'B']);
    expect(shown(history, '2017-12-31')).toEqual(['A']);
  });

  it('is refused what no day of the window allows, and stays as it was', () => {
    const history = new RecordedHistory();
    history.record(establish('p', '2017'));
    const refused = history.decide([establish('a', '2016-12-31', 'p')]);
    expect(refused).toMatchObject({ accepted: false, rejections: [{ code: 'PARENT_NOT_IN_FORCE' }] });
    expect(shown(history, '2017-12-30')).toEqual([]);
    expect(shown(history, '2017-12-31')).toEqual(['P']);
  });

  it('is found for any number of changes at once', () => {
    const history = new RecordedHistory();
    const children = Array.from({ length: 400 }, (_, i) => `c${i}`);
    history.record(establish('p', '2010-01-01'), ...children.map((key) => establish(key, '2011-01-01', 'p')));
    history.record(...children.map((key) => dissolve(key, '2018')));
    const started = performance.now();
    history.record(dissolve('p', '2018-06-30'));
    expect(performance.now() - started).toBeLessThan(5000);
    expect(shown(history, '2018-06-29')).toHaveLength(401);
    expect(shown(history, '2018-06-30')).toEqual([]);
  });

  it('comes out of the events alone', () => {
    const history = new RecordedHistory();
    history.record(establish('p', '2017'));
    history.record(establish('a', '2017-06-01', 'p'), dissolve('a', '2017'));
    const { timeline } = history;
    const again = new Timeline();
    for (const { version, position } of timeline.log) {
      const { change, kind, on, payload, effects, from } = version!;
      const data = { change: change.id, changeSet: change.changeSet, kind, on: on.written, payload, effects };
      const moved = from === on.latest ? {} : { appliesFrom: '2017-06-01' };
      applyContent(again, { ...data, ...moved } as ContentEventData, impreciseDate(on.written), position);
    }
    for (const at of ['2017-05-31', '2017-06-01', '2017-12-31']) {
      const { at: day, position } = history.on(at);
      const replayed = chart({ timeline: again, at: day, position }).map(({ name }) => name);
      expect(replayed).toEqual(chart(history.on(at)).map(({ name }) => name));
    }
  });
});
