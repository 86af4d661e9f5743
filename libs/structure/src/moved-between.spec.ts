import { describe, expect, it } from '@jest/globals';
import { unitsMovedBetween } from './moved-between.js';
import { establish, RecordedHistory, type Line } from './testing/recorded-history.js';

/** Names of the units between which a change recorded last moves something, as read on the day before it. */
function movedBetween(line: Line): string[] {
  const history = new RecordedHistory();
  for (const key of ['top', 'a', 'b'])
    history.record(establish(key, '2000-01-01', key === 'top' ? null : 'top'));
  history.record(establish('x', '2000-01-01', 'a'), establish('y', '2000-01-01', 'x'));
  history.record({ on: '2010-01-01', ...line });
  const version = [...history.timeline.changes.values()].at(-1)!.versions.at(-1)!;
  const ids = unitsMovedBetween(version, history.on('2009-12-31'));
  return ['top', 'a', 'b', 'x', 'y'].filter((key) => ids.has(history.unit(key).id));
}

describe('the units between which a change moves others', () => {
  it.each<[string, Line, string[]]>([
    ['a transfer: from where, and to where', { kind: 'transfer', unit: 'x', to: 'b' }, ['a', 'b']],
    [
      'of an exception: where it stays, and from what it is taken',
      { kind: 'transfer', unit: 'x', to: 'b', except: ['y'], exceptTo: 'a' },
      ['a', 'b', 'x'],
    ],
    ['to the top: only from where', { kind: 'transfer', unit: 'x', to: null }, ['a']],
    [
      'a new unit: under what it begins',
      { kind: 'establish', unit: { key: 'z', name: 'Z', type: 'unit', parent: 'b' } },
      ['b'],
    ],
    ['a new name: none', { kind: 'rename', unit: 'x', name: 'Nytt' }, []],
  ])('%s', (_what, line, units) => {
    expect(movedBetween(line)).toEqual(units);
  });
});
