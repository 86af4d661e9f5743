import { STILL, type Position } from '#temporal';
import type { Change, ChangeIdentity, ChangeVersion, LogEntry } from './change.js';
import { LINE, type ChangeId, type Hierarchy, type UnitId } from './ids.js';
import { Overlay, type Keyed } from './keyed.js';
import { PendingChanges } from './pending-changes.js';
import { Timeline } from './timeline.js';
import { allOf } from './unit-records.js';
import { replaced, type Unit, type UnitPointer } from './unit.js';

/** How far the positions of two events of a branch are apart: it takes 2^20 - 1 of them, on a base of fewer than 2^32. */
const STEP = 2 ** -20;

/**
 * A timeline of its own that begins as another was at a committed position: every answer at the position or an
 * earlier one is the same. From then on neither sees what the other records. It reads the other one and holds only
 * what is recorded in itself, so that it costs what is changed in it.
 *
 * The first event of a branch at position P is at P + `timeline.step`, the next a step later; all of them come before
 * P + 1. A branch of a branch goes on where that one was.
 */
export function branch(timeline: Timeline, position: number): Timeline {
  return timeline instanceof Branch ? timeline.branchAt(position) : new Branch(timeline, position);
}

class Branch extends Timeline {
  override readonly units: Keyed<UnitId, Unit>;
  override readonly changes: Keyed<ChangeId, Change>;
  override readonly changesByName: Keyed<string, Change>;
  override readonly importedLines: Keyed<string, Position>;
  override readonly pendingChanges: PendingChanges;
  /** Changes of the base of which more has been said since, as far as it sees them. */
  private readonly earlier = new Map<ChangeId, Change>();
  /** Copied units that have children of their own. */
  private readonly parents = new Set<Unit>();

  constructor(
    private readonly base: Timeline,
    /** The position of the base that it begins with. */
    private readonly start: number,
  ) {
    super(STEP, start + 1 - STEP);
    this.units = new Overlay(this.ownUnits, base.units, (unit) =>
      unit.existence.isBegunBy(start) ? unit : undefined,
    );
    this.changes = new Overlay(this.ownChanges, base.changes, (change) => this.seen(change));
    this.changesByName = new Overlay(this.ownNames, base.changesByName, ({ id }, name) =>
      base.namedSince(name) <= start ? this.changes.get(id) : undefined,
    );
    this.importedLines = new Overlay(this.ownLines, base.importedLines, (at) =>
      at <= start ? at : undefined,
    );
    this.pendingChanges = new PendingChanges(this.changes);
    const isSeen = ({ knownFrom }: ChangeVersion) => knownFrom <= start;
    for (const change of base.pendingChanges) {
      if (change.versions.some((version) => version.pending && isSeen(version)))
        this.pendingChanges.add(change);
    }
    for (const id of base.narrowedBy(start)) this.narrowed.add(id);
    this.farReaching = base.farReaching.filter(isSeen);
  }

  /** Another branch of the same base, with what was recorded in this one up to a position. */
  branchAt(position: number): Branch {
    const branched = new Branch(this.base, Math.min(this.start, Math.floor(position)));
    if (position > this.start) branched.takeOver(this, position);
    return branched;
  }

  override own(pointer: UnitPointer): Unit {
    return this.ownUnits.get(pointer.id) ?? super.own(pointer);
  }

  override *everChildren(unit: Unit, hierarchy: Hierarchy = LINE): Generator<Unit> {
    for (const pointer of unit.childPointers.get(hierarchy) ?? []) {
      const child = this.own(pointer);
      const isChild = child.parents.get(hierarchy)?.hasSaid(unit.pointer, this.horizon) === true;
      if (isChild && child.pointer === pointer) yield child;
    }
  }

  override holdersOf(scheme: string, code: string): Iterable<Unit> {
    const held = this.base.holdersOf(scheme, code);
    return this.all(held, this.codeHolders.get(`${scheme}:${code}`), (unit) =>
      unit.codes.get(scheme)!.hasSaid(code, this.start),
    );
  }

  override named(name: string): Iterable<Unit> {
    return this.all(this.base.named(name), this.nameHolders.get(name), (unit) =>
      unit.name.hasSaid(name, this.start),
    );
  }

  override namesakes(name: string): number {
    return this.base.namesakes(name) + super.namesakes(name);
  }

  override get changedUnits(): Iterable<UnitId> {
    return this.ownUnits.keys();
  }

  override origin(position: number): { readonly timeline: Timeline; readonly position: number } {
    return { timeline: this.base, position: Math.min(position, this.start) };
  }

  override namedSince(name: string): number {
    return this.ownNames.has(name) ? super.namedSince(name) : this.base.namedSince(name);
  }

  override get log(): readonly LogEntry[] {
    return [...this.base.log.filter(({ position }) => position <= this.start), ...this.ownLog];
  }

  override logEntryAt(position: number): LogEntry | undefined {
    return position <= this.start ? this.base.logEntryAt(position) : super.logEntryAt(position);
  }

  /** Those of the base that it sees, and then its own. */
  private *all(
    held: Iterable<Unit>,
    own: UnitPointer | Set<UnitPointer> | undefined,
    isSeen: (unit: Unit) => boolean,
  ): Generator<Unit> {
    const found = new Set<UnitPointer>();
    for (const unit of held) {
      if (!isSeen(unit)) continue;
      found.add(unit.pointer);
      yield this.own(unit.pointer);
    }
    for (const pointer of allOf(own)) {
      const unit = this.own(pointer);
      // One that was taken back and began anew goes by another pointer.
      if (unit.pointer === pointer && !found.has(pointer)) yield unit;
    }
  }

  /** A change of the base without what was said of it later; undefined if it was not recorded yet. */
  private seen(change: Change): Change | undefined {
    const { start } = this;
    if (change.first > start) return undefined;
    const isSeen = ({ knownFrom }: { readonly knownFrom: number }) => knownFrom <= start;
    const { versions, grounds, blocks } = change;
    if (versions.every(isSeen) && grounds.every(isSeen) && blocks.every(isSeen)) return change;
    let earlier = this.earlier.get(change.id);
    if (earlier === undefined) {
      earlier = {
        ...change,
        versions: versions.filter(isSeen),
        grounds: grounds.filter(isSeen),
        blocks: blocks.filter(isSeen),
      };
      this.earlier.set(change.id, earlier);
    }
    return earlier;
  }

  protected override unitFor(id: UnitId): Unit {
    const seen = this.units.get(id);
    if (seen === undefined || this.ownUnits.has(id)) return super.unitFor(id);
    const copied = seen.copy(this.start);
    this.ownUnits.set(id, copied);
    return copied;
  }

  protected override changeFor({ id }: ChangeIdentity): Change {
    let own = this.ownChanges.get(id);
    if (own === undefined) {
      const seen = this.changes.get(id)!;
      this.ownChanges.set(id, (own = { ...seen, versions: seen.versions.slice() }));
    }
    return own;
  }

  protected override addChild(parent: Unit, hierarchy: Hierarchy, child: Unit): boolean {
    if (!this.parents.has(parent)) {
      parent.setChildren(this.childrenSeen(parent));
      this.parents.add(parent);
    }
    return super.addChild(parent, hierarchy, child);
  }

  private childrenSeen(parent: Unit): Map<Hierarchy, Set<UnitPointer>> {
    const children = new Map<Hierarchy, Set<UnitPointer>>();
    for (const [hierarchy, pointers] of parent.childPointers) {
      const seen = [...pointers].filter((pointer) =>
        super.own(pointer).parents.get(hierarchy)!.hasSaid(parent.pointer, this.start),
      );
      if (seen.length > 0) children.set(hierarchy, new Set(seen));
    }
    return children;
  }

  /** Closes what is its own; of what is the base's, a copy. */
  protected override close(version: ChangeVersion, position: Position, how: ChangeVersion['closedBy']): void {
    if (version.knownFrom > this.start) {
      super.close(version, position, how);
      return;
    }
    const closed: ChangeVersion = {
      ...version,
      knownUntil: position,
      closedBy: how,
      facts: version.facts.map((fact) => ({ ...fact, knownUntil: position })),
      edges: version.edges.map((edge) => ({ ...edge, knownUntil: position })),
    };
    this.swap(version, closed);
    this.undo?.note(Branch.swapBack, this, [closed, version]);
  }

  private static swapBack(this: void, branch: Branch, [from, to]: [ChangeVersion, ChangeVersion]): void {
    branch.swap(from, to);
  }

  /** Puts one form of a version in the place of another. */
  private swap(from: ChangeVersion, to: ChangeVersion): void {
    const change = this.changeFor(from.change);
    change.versions = replaced(change.versions, from, to);
    from.facts.forEach((fact, i) => {
      this.unitFor(fact.unit.id).trackOf(fact.field).replace(fact, to.facts[i]!);
    });
    from.edges.forEach((edge, i) => {
      for (const { id } of [edge.from, edge.to]) this.unitFor(id).replaceEdge(edge, to.edges[i]!);
    });
    if (!from.pending) for (const unit of this.touchedBy(from)) unit.replaceTouch(from, to);
    this.farReaching = replaced(this.farReaching, from, to);
  }

  /** Takes over what was recorded in another branch of its base up to a position. */
  private takeOver(other: Branch, position: number): void {
    const isNews = (at: number) => other.start < at && at <= position;
    const versions: ChangeVersion[] = [];
    for (const change of other.ownChanges.values()) {
      if (isNews(change.first)) this.addChange({ ...change, versions: [], grounds: [], blocks: [] });
      for (const version of change.versions) {
        if (isNews(version.knownFrom)) versions.push(version);
        else if (isNews(version.knownUntil)) this.closeAgain(version, version);
      }
      if (change.first > position) continue;
      const own = this.changes.get(change.id)!;
      for (const ground of change.grounds) if (isNews(ground.knownFrom)) this.ground(own, ground);
      for (const block of change.blocks) if (isNews(block.knownFrom)) this.block(own, block);
    }
    for (const version of versions.sort((a, b) => a.knownFrom - b.knownFrom)) {
      const change = this.changes.get(version.change.id)!;
      const copy = { ...version, change, knownUntil: STILL, closedBy: undefined, facts: [], edges: [] };
      if (copy.pending) this.pend(copy);
      else this.apply(copy);
      if (isNews(version.knownUntil)) this.closeAgain(copy, version);
    }
    for (const [name, at] of other.amendmentNames) {
      if (isNews(at)) this.nameChange(name, this.changes.get(other.ownNames.get(name)!.id)!, at);
    }
    for (const [digest, at] of other.ownLines) if (isNews(at)) this.addImportedLine(digest, at);
    for (const entry of other.ownLog) {
      if (!isNews(entry.position)) continue;
      const { versions: own } = this.changes.get(entry.change.id)!;
      this.addLogEntry({ ...entry, version: own.find(({ knownFrom }) => knownFrom === entry.position) });
    }
  }

  /** Closes a version that it has as another branch did. */
  private closeAgain(
    { change, knownFrom }: ChangeVersion,
    { knownUntil, closedBy }: Pick<ChangeVersion, 'knownUntil' | 'closedBy'>,
  ): void {
    const { versions } = this.changes.get(change.id)!;
    const version = versions.find((own) => own.knownFrom === knownFrom)!;
    this.retract(version, knownUntil as Position, closedBy);
  }
}
