import { describe, expect, it } from '@jest/globals';
import type { Position } from '#temporal';
import { branch } from './branch.js';
import { chart } from './reads/chart.js';
import { lineage } from './reads/lineage.js';
import { changesBetween } from './reads/chronicle.js';
import type { Reading } from './reads/reading.js';
import { newUnit } from './testing/given.js';
import { establish, RecordedHistory } from './testing/recorded-history.js';
import { timelineSnapshot } from './testing/timeline-snapshot.js';
import type { Timeline } from './timeline.js';

const rename = (id: string, name: string) => ({ kind: 'rename', id, on: '2010-01-01', unit: 'a', name });
const correct = (id: string, change: string, name: string) => ({
  kind: 'correct',
  id,
  change,
  with: { kind: 'rename', on: '2010-01-01', unit: 'a', name },
  reason: 'Fel namn',
});
const cancel = (id: string, change: string) => ({ kind: 'cancel', id, change, reason: 'Blev inte av' });
const names = (reading: Reading) => chart(reading).map(({ name }) => name);

function region(): RecordedHistory {
  const history = new RecordedHistory();
  history.record(establish('top', '2000-01-01'));
  history.record(establish('a', '2000-01-01', 'top'));
  return history;
}

describe('a branch', () => {
  it('goes on for itself, and so does its base', () => {
    const base = region();
    const branched = base.branch();
    base.record(rename('r', 'Alfa'));
    branched.record(establish('b', '2005-01-01', 'a'));
    branched.record({ kind: 'transfer', on: '2011-01-01', unit: 'b', to: 'top' });
    expect(names(base.on('2020-01-01'))).toEqual(['TOP', 'Alfa']);
    expect(names(branched.on('2020-01-01'))).toEqual(['TOP', 'A', 'B']);
    expect([...base.timeline.everChildren(base.unit('a'))]).toEqual([]);
  });

  it('knows nothing that was recorded after its position: what was amended since stands, what was before is closed', () => {
    const base = region();
    base.record(rename('r', 'Alva'));
    base.record(correct('c1', 'r', 'Alfa'));
    const position = base.position;
    base.record(correct('c2', 'r', 'Alfvén'));
    base.record(establish('b', '2005-01-01', 'top'));
    const branched = base.branch(position);
    expect(names(branched.on('2020-01-01'))).toEqual(['TOP', 'Alfa']);
    expect(branched.timeline.units.size).toBe(2);
    const { versions } = branched.timeline.changesByName.get('r')!;
    expect(versions.map(({ knownUntil }) => knownUntil <= position)).toEqual([true, false]);
    branched.record(cancel('c3', 'r'));
    expect(names(base.on('2020-01-01'))).toEqual(['TOP', 'Alfvén', 'B']);
  });

  it('finds changes by the names that they and their amendments had been given', () => {
    const base = region();
    base.record(rename('r', 'Alva'));
    const before = base.position;
    base.record(correct('c', 'r', 'Alfa'));
    const after = base.position;
    base.record({ ...rename('q', 'Aleph'), on: '2012-01-01' });
    const named = (timeline: Timeline) => [...timeline.changesByName.keys()];
    expect(named(branch(base.timeline, before))).toEqual(['r']);
    expect(named(branch(base.timeline, after))).toEqual(['r', 'c']);
    expect(named(branch(base.timeline, base.position))).toEqual(['r', 'c', 'q']);
    expect(base.branch(after).decide([rename('c', 'Igen')])).toMatchObject({
      rejections: [{ code: 'CHANGE_ID_TAKEN' }],
    });
  });

  it('remembers the import lines that its base has recorded, and not the other way round', () => {
    const { timeline } = region();
    timeline.addImportedLine('line 1', 2 as Position);
    timeline.addImportedLine('line 3', 3 as Position);
    const branched = branch(timeline, 2);
    branched.addImportedLine('line 2', (2 + branched.step) as Position);
    expect([[...timeline.importedLines.keys()], [...branched.importedLines.keys()]]).toEqual([
      ['line 1', 'line 3'],
      ['line 1', 'line 2'],
    ]);
  });

  it('has the log of its base up to its position, about its own changes', () => {
    const base = region();
    base.record(rename('r', 'Alfa'));
    const { timeline } = base.branch(2);
    expect(timeline.log.map(({ position, recording }) => [position, recording])).toEqual([
      [1, 'recorded'],
      [2, 'recorded'],
    ]);
    for (const { change, version } of timeline.log) {
      expect(timeline.changes.get(change.id)!.versions).toEqual([version]);
    }
  });

  it('holds what stands beside the timeline as it stood then, with its grounds and what kept it back', () => {
    const base = region();
    base.propose([establish('b', '2005-01-01', 'top', { name: 'Beta' })]);
    const proposed = base.position;
    const [change] = base.timeline.pendingChanges;
    base.timeline.ground(change!, { decision: 'd1', knownFrom: proposed as Position });
    base.timeline.ground(change!, { decision: 'd2', knownFrom: (proposed + 1) as Position });
    base.timeline.block(change!, { reasons: [], knownFrom: (proposed + 1) as Position });
    base.follow('enact', change!.id);
    base.follow('annul', change!.id);
    const at = (position: number) => {
      const branched = base.branch(position);
      const [copy] = branched.timeline.pendingChanges;
      const { pending, order, closedBy, facts, knownUntil } = copy!.versions.at(-1)!;
      const state = { order, grounds: copy!.grounds.length, blocks: copy!.blocks.length };
      const how = knownUntil <= position ? closedBy : undefined;
      return {
        ...state,
        pending,
        closedBy: how,
        facts: facts.length,
        names: names(branched.on('2020-01-01')),
      };
    };
    const enacted = { order: 4, grounds: 2, blocks: 1, pending: false, facts: 5 };
    expect([3, 4, 5].map(at)).toEqual([
      { order: 3, grounds: 1, blocks: 0, pending: true, facts: 0, closedBy: undefined, names: ['TOP', 'A'] },
      { ...enacted, closedBy: undefined, names: ['TOP', 'A', 'Beta'] },
      { ...enacted, closedBy: 'annulled', names: ['TOP', 'A'] },
    ]);
  });

  it('takes back what its base recorded for itself alone', () => {
    const base = region();
    base.record(rename('r', 'Alfa'));
    base.record({ kind: 'merge', on: '2012-01-01', units: ['a', 'top'], into: newUnit('b'), id: 'm' });
    const before = timelineSnapshot(base.timeline);
    const branched = base.branch();
    branched.record(cancel('x', 'm'));
    branched.record(cancel('y', 'r'));
    expect(names(branched.on('2020-01-01'))).toEqual(['TOP', 'A']);
    expect(lineage(branched.on('2020-01-01'), branched.unit('a'))).toEqual([]);
    expect(names(base.on('2020-01-01'))).toEqual(['B']);
    expect(timelineSnapshot(base.timeline)).toEqual(before);
  });

  it('can be branched where it was, and goes on beside its own branch', () => {
    const base = region();
    const once = base.branch();
    once.record(rename('r', 'Alfa'));
    const position = once.position;
    once.record(correct('c', 'r', 'Alva'));
    const twice = once.branch(position);
    once.record(establish('b', '2005-01-01', 'a'));
    twice.record(establish('c', '2005-01-01', 'a'));
    base.record(establish('d', '2005-01-01', 'a'));
    const charts = [base, once, twice].map((history) => names(history.on('2020-01-01')));
    expect(charts).toEqual([
      ['TOP', 'A', 'D'],
      ['TOP', 'Alva', 'B'],
      ['TOP', 'Alfa', 'C'],
    ]);
    expect([position, twice.position].map((at) => at > 2 && at < 3)).toEqual([true, true]);
  });

  it('takes no more events than have a place before the next one of its base', () => {
    const base = region();
    const { timeline } = base.branch();
    const late = base.goingOn(timeline, timeline.horizon - timeline.step);
    late.record(rename('r', 'Alfa'));
    expect(names(late.on('2020-01-01'))).toEqual(['TOP', 'Alfa']);
    expect(() => late.record(rename('q', 'Alva'))).toThrow('no place');
  });

  it('can be branched again', () => {
    const base = region();
    base.record(rename('r', 'Alva'));
    base.record(correct('c', 'r', 'Alfa'));
    base.record(cancel('x', 'r'));
    const once = base.branch();
    for (const position of [0, 1, 2, 3, 4, 5]) {
      expect(timelineSnapshot(branch(once.timeline, position))).toEqual(
        timelineSnapshot(branch(base.timeline, position)),
      );
    }
    expect(timelineSnapshot(once.timeline)).toEqual(timelineSnapshot(base.timeline));
  });
});

describe('the chronicle with what is pending', () => {
  it('lists changes of one date at an earlier position as it did then, wherever they were applied since', () => {
    const base = region();
    base.propose([establish('p', '2005-01-01', 'top')]);
    base.record(establish('q', '2005-01-01', 'top'));
    const listed = (position: number) =>
      changesBetween(base.timeline, { position, includePending: true }).map(({ sentence }) => sentence.en);
    const before = listed(base.position);
    const [change] = base.timeline.pendingChanges;
    const position = base.position;
    base.follow('enact', change!.id);
    const enacted = listed(position + 1);
    base.follow('suspend', change!.id);
    base.follow('enact', change!.id);
    expect(listed(position)).toEqual(before);
    expect(listed(position + 1)).toEqual(enacted);
    expect(before.map((said) => said.slice(0, 1))).toEqual(['T', 'A', 'P', 'Q']);
    expect(listed(base.position).map((said) => said.slice(0, 1))).toEqual(['T', 'A', 'Q', 'P']);
  });
});
