import type { Track } from '#temporal';
import type { ChangeVersion } from '../change.js';
import type { Timeline } from '../timeline.js';
import { Unit } from '../unit.js';

/** Everything that a timeline says, as plain data in which units stand as their ids. Empty tracks say nothing. */
export function timelineSnapshot(timeline: Timeline): unknown {
  return {
    units: [...timeline.units.values()].map((unit) => ({
      id: unit.id,
      existence: facts(unit.existence),
      name: facts(unit.name),
      type: facts(unit.type),
      parents: tracks(unit.parents),
      codes: tracks(unit.codes),
      successors: unit.successors.map((edge) => ({ ...edge, from: edge.from.id, to: edge.to.id })),
      predecessors: unit.predecessors.map((edge) => ({ ...edge, from: edge.from.id, to: edge.to.id })),
      touchedBy: unit.touchedBy.map(version),
    })),
    changes: [...timeline.changes.values()].map(({ versions, ...change }) => ({
      ...change,
      versions: versions.map(version),
    })),
    names: [...timeline.changesByName].map(([name, change]) => [name, change.id]),
    importedLines: [...timeline.importedLines],
    narrowed: [...timeline.narrowed].map(({ id }) => id).sort(),
    pending: [...timeline.pendingChanges].map(({ id }) => id).sort(),
    farReaching: timeline.farReaching.map(version),
    log: timeline.log.map(({ change, version: said, ...entry }) => ({
      ...entry,
      change: change.id,
      version: said && version(said),
    })),
  };
}

function tracks(byName: ReadonlyMap<string, Track<unknown>>): unknown[] {
  return [...byName]
    .filter(([, track]) => track.all().length > 0)
    .map(([name, track]) => [name, facts(track)]);
}

function facts(track: Track<unknown>): unknown {
  const plain = track.all().map(({ value, earliest, from, order, seq, knownFrom, knownUntil, change }) => ({
    value: value instanceof Unit ? value.id : value,
    earliest,
    from,
    order,
    seq,
    knownFrom,
    knownUntil,
    change,
  }));
  return { plain, imprecise: track.imprecise().length };
}

function version({ change, facts, edges, ...said }: ChangeVersion): unknown {
  return { ...said, change: change.id, facts: facts.length, edges: edges.length };
}
