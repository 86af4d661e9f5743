import type { Fact, Track } from '#temporal';
import type { ChangeIdentity, ChangeVersion } from '../change.js';
import type { LineageEdge } from '../lineage-edge.js';
import type { Timeline } from '../timeline.js';

/**
 * Everything that a timeline says, as plain data in which units stand as their ids. Empty tracks say nothing; what a
 * branch does not see of its base is not there.
 */
export function timelineSnapshot(timeline: Timeline): unknown {
  return new Snapshot(timeline).taken();
}

class Snapshot {
  constructor(private readonly timeline: Timeline) {}

  taken(): unknown {
    const { timeline } = this;
    return {
      units: [...timeline.units.values()].map((unit) => ({
        id: unit.id,
        existence: this.facts(unit.existence),
        name: this.facts(unit.name),
        type: this.facts(unit.type),
        parents: this.tracks(unit.parents),
        codes: this.tracks(unit.codes),
        successors: this.edges(unit.successors),
        predecessors: this.edges(unit.predecessors),
        touchedBy: this.versions(unit.touchedBy),
        anticipated: this.versions(unit.anticipated),
      })),
      changes: [...timeline.changes.values()].map(({ versions, ...change }) => ({
        ...change,
        versions: this.versions(versions),
      })),
      names: [...timeline.changesByName]
        .map(([name, { id }]) => [name, id, timeline.namedSince(name)])
        .sort(([a], [b]) => (a! < b! ? -1 : 1)),
      importedLines: [...timeline.importedLines],
      narrowed: [...timeline.narrowed].sort(),
      pending: Array.from(timeline.pendingChanges, ({ id }) => id).sort(),
      farReaching: this.versions(timeline.farReaching),
      log: timeline.log.map(({ change, version, ...entry }) => ({
        ...entry,
        change: change.id,
        version: version && this.versionAt(change, version.knownFrom),
      })),
    };
  }

  private tracks(byName: ReadonlyMap<string, Track<unknown>>): unknown[] {
    return [...byName].map(([name, track]) => [name, this.facts(track)]).filter(([, said]) => said !== null);
  }

  private facts(track: Track<unknown>): unknown {
    const plain = track
      .all()
      .filter((fact) => this.isSeen(fact))
      .map(({ value, earliest, from, order, seq, knownFrom, knownUntil, change }) => ({
        value: typeof value === 'object' && value !== null && 'id' in value ? value.id : value,
        earliest,
        from,
        order,
        seq,
        knownFrom,
        knownUntil: this.until(knownUntil),
        change,
      }));
    const imprecise = track.imprecise(this.timeline.horizon).length;
    return plain.length === 0 ? null : { plain, imprecise };
  }

  private edges(edges: readonly LineageEdge[]): unknown[] {
    return edges
      .filter((edge) => this.isSeen(edge))
      .map((edge) => ({
        ...edge,
        from: edge.from.id,
        to: edge.to.id,
        knownUntil: this.until(edge.knownUntil),
      }));
  }

  private versions(versions: readonly ChangeVersion[]): unknown[] {
    return versions.filter((version) => this.isSeen(version)).map((version) => this.version(version));
  }

  private versionAt({ id }: ChangeIdentity, position: number): unknown {
    return this.version(
      this.timeline.changes.get(id)!.versions.find(({ knownFrom }) => knownFrom === position)!,
    );
  }

  private version({ change, facts, edges, knownUntil, closedBy, ...said }: ChangeVersion): unknown {
    const until = this.until(knownUntil);
    return {
      ...said,
      change: change.id,
      knownUntil: until,
      closedBy: until === knownUntil ? closedBy : undefined,
      facts: facts.map((fact: Fact<unknown>) => this.until(fact.knownUntil)),
      edges: edges.map((edge) => this.until(edge.knownUntil)),
    };
  }

  private isSeen({ knownFrom }: { readonly knownFrom: number }): boolean {
    return knownFrom <= this.timeline.horizon;
  }

  /** What a base has closed since stands in its branch. */
  private until(knownUntil: number): number {
    return knownUntil > this.timeline.horizon ? Infinity : knownUntil;
  }
}
