import { itemAt, STILL, withLast, type Position } from '#temporal';
import type { Block, Change, ChangeIdentity, ChangeVersion, Ground, LogEntry } from './change.js';
import { unitsActedOn } from './acted-on.js';
import type { ChangeId, UnitId } from './ids.js';
import type { Keyed } from './keyed.js';
import { isFarReaching } from './kinds/index.js';
import { PendingChanges } from './pending-changes.js';
import {
  addEdge,
  addFact,
  addFarReaching,
  addTo,
  addTouch,
  addVersion,
  closeAt,
  removeEdge,
  removeFact,
  removeFarReaching,
  removeTouch,
  removeVersion,
  setBlocks,
  setGrounds,
} from './taking-back.js';
import { deleteFrom, UndoLog } from './undo-log.js';
import { UnitRecords } from './unit-records.js';
import { inOrder, type Unit } from './unit.js';

/** Everything that is known now: of a timeline that may be a branch ask for its `horizon`. */
export const LATEST = Number.MAX_SAFE_INTEGER;

/**
 * All facts of one organisation in both times. It grows by versions of changes and forgets nothing.
 *
 * What is not yet in the ledger is applied inside `begin` … `commit` or `rollback`; readers ask for a
 * position that is committed and so never see it.
 *
 * A branch (see `branch`) is a timeline that reads another.
 */
export class Timeline extends UnitRecords {
  protected readonly ownChanges = new Map<ChangeId, Change>();
  protected readonly ownNames = new Map<string, Change>();
  protected readonly ownLines = new Map<string, Position>();
  protected readonly ownLog: LogEntry[] = [];
  /** Since when amendments' own names have found the changes that they amend. */
  protected readonly amendmentNames = new Map<string, Position>();
  /** Changes that ever were `narrowed`, and maybe more. */
  protected readonly everNarrowed = new Set<ChangeId>();

  readonly changes: Keyed<ChangeId, Change> = this.ownChanges;
  /** Changes by the names their sources gave them; an amendment's own name finds the change it amends. */
  readonly changesByName: Keyed<string, Change> = this.ownNames;
  /** Digests of the import lines that have been recorded, and where. */
  readonly importedLines: Keyed<string, Position> = this.ownLines;
  /** Imprecise changes that apply earlier than the latest day of their date, since something else requires it. */
  readonly narrowed = new Set<ChangeId>();
  /** Changes that are, or ever were, recorded beside the timeline. */
  readonly pendingChanges: PendingChanges = new PendingChanges(this.ownChanges);
  /** Versions whose resolution reads more than the units they act on. */
  farReaching: ChangeVersion[] = [];

  /**
   * @param step how far the positions of two events that follow each other are apart
   * @param horizon a position at which everything is known that the timeline can ever know
   */
  constructor(
    readonly step: number = 1,
    readonly horizon: number = LATEST,
  ) {
    super();
  }

  /** The change of a source's name or of an id; undefined: none. A name goes first. */
  changeCalled(name: string): Change | undefined {
    return this.changesByName.get(name) ?? this.changes.get(name as ChangeId);
  }

  /** The position from which on a name has found its change; Infinity if it finds none. */
  namedSince(name: string): number {
    return this.amendmentNames.get(name) ?? this.ownNames.get(name)?.first ?? STILL;
  }

  /** Changes that were `narrowed` at a position. */
  *narrowedBy(position: number): Generator<ChangeId> {
    for (const id of this.everNarrowed) {
      const version = this.changes.get(id)?.versions.findLast(({ knownFrom }) => knownFrom <= position);
      if (version === undefined || version.pending || version.knownUntil <= position) continue;
      if (version.from !== version.on.latest) yield id;
    }
  }

  /** Units of which a branch has something of its own; of a timeline that is no branch none. */
  get changedUnits(): Iterable<UnitId> {
    return [];
  }

  /** Where that is read which a branch has not changed; of a timeline that is no branch, all. */
  origin(position: number): { readonly timeline: Timeline; readonly position: number } {
    return { timeline: this, position };
  }

  /** What is in the ledger about changes, in order. */
  get log(): readonly LogEntry[] {
    return this.ownLog;
  }

  /** What was recorded at a position; undefined if that event was not about a change. */
  logEntryAt(position: number): LogEntry | undefined {
    return itemAt(this.ownLog, position);
  }

  /** Starts to apply something that may be taken back. */
  begin(): void {
    if (this.undo !== undefined) throw new Error('The timeline is already being changed');
    this.undo = new UndoLog();
  }

  /** A point to which `rollbackTo` can return. */
  savepoint(): number {
    return this.undo?.size ?? 0;
  }

  /** Keeps what was applied since `begin`. */
  commit(): void {
    this.undo = undefined;
  }

  /** Keeps what was applied up to the savepoint; what came after it may still be taken back. */
  commitTo(savepoint: number): void {
    this.undo?.keep(savepoint);
  }

  /** Takes back what was applied since the savepoint. */
  rollbackTo(savepoint: number): void {
    this.undo?.undoTo(savepoint);
  }

  /** Takes back everything since `begin`. */
  rollback(): void {
    this.rollbackTo(0);
    this.undo = undefined;
  }

  addChange(change: Change): void {
    this.ownChanges.set(change.id, change);
    this.undo?.note(deleteFrom, this.ownChanges, change.id);
    if (change.externalId !== undefined) this.setName(change.externalId, change);
  }

  /** An amendment's own name finds the change that it amends, from a position on. */
  nameChange(name: string, change: ChangeIdentity, position: Position): void {
    this.setName(name, this.changeFor(change));
    this.amendmentNames.set(name, position);
    this.undo?.note(deleteFrom, this.amendmentNames, name);
  }

  private setName(name: string, change: Change): void {
    this.ownNames.set(name, change);
    this.undo?.note(deleteFrom, this.ownNames, name);
  }

  addImportedLine(digest: string, position: Position): void {
    if (this.importedLines.has(digest)) return;
    this.ownLines.set(digest, position);
    this.undo?.note(deleteFrom, this.ownLines, digest);
  }

  /** Adds to the log what is in the ledger: unlike all else, it cannot be taken back. */
  addLogEntry(entry: LogEntry): void {
    this.ownLog.push(entry);
  }

  /** Adds a version of a change and the facts and edges of its effects. */
  apply(version: ChangeVersion): void {
    this.addVersion(version);
    version.effects.forEach((effect, seq) => this.applyEffect(version, effect, seq));
    version.facts = version.facts.slice();
    this.noteNarrowing(version.change, version.from !== version.on.latest);
    this.touch(version);
  }

  /** Adds a version beside the timeline: it has no facts, whatever it would come to. */
  pend(version: ChangeVersion): void {
    const { change } = version;
    this.addVersion(version);
    if (this.pendingChanges.has(change)) return;
    this.pendingChanges.add(change);
    this.undo?.note(deleteFrom, this.pendingChanges, change);
  }

  /** @throws Error if it comes after all that the timeline can know */
  private addVersion(version: ChangeVersion): void {
    if (version.knownFrom > this.horizon) {
      throw new Error(`The timeline has no place for an event at ${version.knownFrom}`);
    }
    const change = this.changeFor(version.change);
    change.versions = withLast(change.versions, version);
    this.undo?.note(removeVersion, change, version);
  }

  /** A change rests on a decision. */
  ground({ id }: ChangeIdentity, ground: Ground): void {
    const change = this.changeFor(this.changes.get(id)!);
    this.undo?.note(setGrounds, change, change.grounds);
    change.grounds = [...change.grounds, ground];
  }

  /** From a position on a change rests on nothing of what it rested on before: a correction says anew what it rests on. */
  unground(change: Change, position: Position): void {
    this.undo?.note(setGrounds, change, change.grounds);
    change.grounds = change.grounds.map((ground) => ({ knownUntil: position, ...ground }));
  }

  /** A change could not be applied, or not be taken back. */
  block({ id }: ChangeIdentity, reasons: Block): void {
    const change = this.changeFor(this.changes.get(id)!);
    this.undo?.note(setBlocks, change, change.blocks);
    change.blocks = [...change.blocks, reasons];
  }

  /** Closes a version: from `position` on it is no longer what is known; `how` says that it is for good. */
  retract(version: ChangeVersion, position: Position, how?: 'cancelled' | 'annulled'): void {
    this.close(version, position, how);
    this.noteNarrowing(version.change, false);
  }

  protected close(version: ChangeVersion, position: Position, how: ChangeVersion['closedBy']): void {
    if (how !== undefined) version.closedBy = how;
    closeAt(version, position);
    this.undo?.note(closeAt, version, STILL);
  }

  /** Takes a version away that was applied since `begin` and gets other days in the same event: it was never known. */
  withdraw(version: ChangeVersion): void {
    const change = this.changeFor(version.change);
    removeVersion(change, version);
    this.undo?.note(addVersion, change, version);
    for (const fact of version.facts) {
      const track = this.trackOf(fact);
      removeFact(track, fact);
      this.undo?.note(addFact, track, fact);
    }
    for (const edge of version.edges) {
      removeEdge(this, edge);
      this.undo?.note(addEdge, this, edge);
    }
    for (const unit of this.touchedBy(version)) {
      removeTouch(unit, version);
      this.undo?.note(addTouch, unit, version);
    }
    if (this.farReaching.includes(version)) {
      removeFarReaching(this, version);
      this.undo?.note(addFarReaching, this, version);
    }
    this.noteNarrowing(change, false);
  }

  private noteNarrowing({ id }: ChangeIdentity, narrowed: boolean): void {
    const { narrowed: changes } = this;
    if (changes.has(id) === narrowed) return;
    if (narrowed) {
      changes.add(id);
      this.everNarrowed.add(id);
      this.undo?.note(deleteFrom, changes, id);
    } else {
      changes.delete(id);
      this.undo?.note(addTo, changes, id);
    }
  }

  /** A change to be recorded on. */
  protected changeFor(change: ChangeIdentity): Change {
    return change as Change;
  }

  protected touchedBy(version: ChangeVersion): Unit[] {
    return Array.from(unitsActedOn(version), (id) => this.unitFor(id));
  }

  private touch(version: ChangeVersion): void {
    for (const unit of this.touchedBy(version)) {
      unit.addTouch(version);
      this.undo?.note(removeTouch, unit, version);
    }
    if (isFarReaching(version)) {
      this.farReaching = inOrder(this.farReaching, version);
      this.undo?.note(removeFarReaching, this, version);
    }
  }
}
