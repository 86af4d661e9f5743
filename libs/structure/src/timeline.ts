import { STILL, withLast, type Position, type Track } from '#temporal';
import type { Block, Change, ChangeVersion, Ground, LogEntry } from './change.js';
import { unitsActedOn } from './acted-on.js';
import type { Effect, Field } from './effect.js';
import type { ChangeId, Hierarchy, Scheme, UnitId } from './ids.js';
import { isFarReaching } from './kinds/index.js';
import type { LineageEdge } from './lineage-edge.js';
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
  takeLast,
} from './taking-back.js';
import { deleteFrom, UndoLog } from './undo-log.js';
import { inOrder, Unit, type UnitFact } from './unit.js';

/**
 * All facts of one organisation in both times. It grows by versions of changes and forgets nothing.
 *
 * What is not yet in the ledger is applied inside `begin` … `commit` or `rollback`; readers ask for a
 * position that is committed and so never see it.
 */
export class Timeline {
  readonly units = new Map<UnitId, Unit>();
  readonly changes = new Map<ChangeId, Change>();
  /** Changes by the names their sources gave them; an amendment's own name finds the change it amends. */
  readonly changesByName = new Map<string, Change>();
  /** Digests of the import lines that have been recorded. */
  readonly importedLines = new Set<string>();
  readonly log: LogEntry[] = [];
  /** Versions whose resolution reads more than the units they act on. */
  farReaching: ChangeVersion[] = [];
  /** Imprecise changes that apply earlier than the latest day of their date, since something else requires it. */
  readonly narrowed = new Set<Change>();
  /** Changes that are, or ever were, recorded beside the timeline. */
  readonly pendingChanges = new Set<Change>();
  /** The same by their change sets. */
  private readonly pendingSets = new Map<string, Change[]>();
  private readonly codeHolders = new Map<string, Unit | Set<Unit>>();
  private readonly nameHolders = new Map<string, Unit | Set<Unit>>();
  private readonly parentFields = new Map<Hierarchy, Field>();
  private readonly codeFields = new Map<Scheme, Field>();
  private undo: UndoLog | undefined;

  /** Units that ever held the code. */
  holdersOf(scheme: string, code: string): Iterable<Unit> {
    return allOf(this.codeHolders.get(`${scheme}:${code}`));
  }

  /** Units that ever had exactly this name. */
  named(name: string): Iterable<Unit> {
    return allOf(this.nameHolders.get(name));
  }

  /** How many units ever had exactly this name. */
  namesakes(name: string): number {
    const held = this.nameHolders.get(name);
    return held instanceof Set ? held.size : held === undefined ? 0 : 1;
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
    this.changes.set(change.id, change);
    this.undo?.note(deleteFrom, this.changes, change.id);
    if (change.externalId !== undefined) this.nameChange(change.externalId, change);
  }

  nameChange(name: string, change: Change): void {
    this.changesByName.set(name, change);
    this.undo?.note(deleteFrom, this.changesByName, name);
  }

  addImportedLine(digest: string): void {
    this.importedLines.add(digest);
    this.undo?.note(deleteFrom, this.importedLines, digest);
  }

  /** Adds to the log what is in the ledger: unlike all else, it cannot be taken back. */
  addLogEntry(entry: LogEntry): void {
    this.log.push(entry);
  }

  /** Adds a version of a change and the facts and edges of its effects. */
  apply(version: ChangeVersion): void {
    const { change } = version;
    change.versions = withLast(change.versions, version);
    this.undo?.note(removeVersion, change, version);
    version.effects.forEach((effect, seq) => this.applyEffect(version, effect, seq));
    version.facts = version.facts.slice();
    this.noteNarrowing(change, version.from !== version.on.latest);
    this.touch(version);
  }

  /** Adds a version beside the timeline: it has no facts, whatever it would come to. */
  pend(version: ChangeVersion): void {
    const { change } = version;
    change.versions = withLast(change.versions, version);
    this.undo?.note(removeVersion, change, version);
    if (this.pendingChanges.has(change)) return;
    this.pendingChanges.add(change);
    this.undo?.note(deleteFrom, this.pendingChanges, change);
    const { changeSet } = change;
    this.pendingSets.set(changeSet, [...this.pendingWith(change), change]);
    this.undo?.note(takeLast, this.pendingSets, changeSet);
  }

  /** The changes of a change's set that are, or ever were, recorded beside the timeline. */
  pendingWith({ changeSet }: Change): readonly Change[] {
    return this.pendingSets.get(changeSet) ?? [];
  }

  /** A change rests on a decision. */
  ground(change: Change, ground: Ground): void {
    this.undo?.note(setGrounds, change, change.grounds);
    change.grounds = [...change.grounds, ground];
  }

  /** A change could not be applied, or not be taken back. */
  block(change: Change, reasons: Block): void {
    this.undo?.note(setBlocks, change, change.blocks);
    change.blocks = [...change.blocks, reasons];
  }

  /** Closes a version: from `position` on it is no longer what is known. */
  retract(version: ChangeVersion, position: Position): void {
    closeAt(version, position);
    this.undo?.note(closeAt, version, STILL);
    this.noteNarrowing(version.change, false);
  }

  /** Takes a version away that was applied since `begin` and gets other days in the same event: it was never known. */
  withdraw(version: ChangeVersion): void {
    const { change } = version;
    removeVersion(change, version);
    this.undo?.note(addVersion, change, version);
    for (const fact of version.facts) {
      removeFact(fact.track, fact);
      this.undo?.note(addFact, fact.track, fact);
    }
    for (const edge of version.edges) {
      removeEdge(edge);
      this.undo?.note(addEdge, edge, undefined);
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

  private noteNarrowing(change: Change, narrowed: boolean): void {
    const { narrowed: changes } = this;
    if (changes.has(change) === narrowed) return;
    if (narrowed) changes.add(change);
    else changes.delete(change);
    if (narrowed) this.undo?.note(deleteFrom, changes, change);
    else this.undo?.note(addTo, changes, change);
  }

  private applyEffect(version: ChangeVersion, effect: Effect, seq: number): void {
    switch (effect.e) {
      case 'begin': {
        const unit = this.unitFor(effect.unit);
        this.addFact(version, seq, unit, 'existence', unit.existence, true);
        this.addFact(version, seq, unit, 'name', unit.name, effect.name);
        this.addHolder(this.nameHolders, effect.name, unit);
        this.addFact(version, seq, unit, 'type', unit.type, effect.type);
        for (const hierarchy in effect.parents) {
          this.addParent(version, seq, unit, hierarchy, effect.parents[hierarchy] ?? null);
        }
        for (const scheme in effect.codes) this.addCode(version, seq, unit, scheme, effect.codes[scheme]!);
        return;
      }
      case 'end': {
        const unit = this.unitFor(effect.unit);
        this.addFact(version, seq, unit, 'existence', unit.existence, false);
        return;
      }
      case 'set':
        this.applySet(version, seq, this.unitFor(effect.unit), effect.field, effect.value);
        return;
      case 'lineage':
        this.addEdge(version, {
          from: this.unitFor(effect.from),
          to: this.unitFor(effect.to),
          relation: effect.relation,
          share: effect.share,
          earliest: version.on.earliest,
          day: version.from,
          order: version.order,
          knownFrom: version.knownFrom,
          knownUntil: STILL,
          change: version.change.id,
        });
    }
  }

  private applySet(
    version: ChangeVersion,
    seq: number,
    unit: Unit,
    field: string,
    value: string | null,
  ): void {
    if (field === 'name') {
      this.addFact(version, seq, unit, 'name', unit.name, value ?? '');
      this.addHolder(this.nameHolders, value ?? '', unit);
    } else if (field === 'type') this.addFact(version, seq, unit, 'type', unit.type, value ?? '');
    else if (field.startsWith('parent:')) {
      this.addParent(version, seq, unit, field.slice('parent:'.length), value as UnitId | null);
    } else this.addCode(version, seq, unit, field.slice('code:'.length), value);
  }

  private addParent(
    version: ChangeVersion,
    seq: number,
    unit: Unit,
    hierarchy: Hierarchy,
    parentId: UnitId | null,
  ): void {
    const parent = parentId === null ? null : this.unitFor(parentId);
    this.addFact(version, seq, unit, this.fieldOf('parent', hierarchy), unit.parentTrack(hierarchy), parent);
    parent?.addChild(hierarchy, unit);
  }

  private addCode(
    version: ChangeVersion,
    seq: number,
    unit: Unit,
    scheme: string,
    code: string | null,
  ): void {
    this.addFact(version, seq, unit, this.fieldOf('code', scheme), unit.codeTrack(scheme), code);
    if (code !== null) this.addHolder(this.codeHolders, `${scheme}:${code}`, unit);
  }

  private addFact<V>(
    version: ChangeVersion,
    seq: number,
    unit: Unit,
    field: 'existence' | Field,
    track: Track<V>,
    value: V,
  ): void {
    const fact: UnitFact<V> = {
      value,
      earliest: version.on.earliest,
      latest: version.on.latest,
      from: version.from,
      order: version.order,
      seq,
      knownFrom: version.knownFrom,
      knownUntil: STILL,
      change: version.change.id,
      unit,
      field,
      track,
    };
    track.add(fact);
    version.facts.push(fact as UnitFact);
    this.undo?.note(removeFact, track as Track<unknown>, fact as UnitFact);
  }

  private addEdge(version: ChangeVersion, edge: LineageEdge): void {
    addEdge(edge);
    version.edges = withLast(version.edges, edge);
    this.undo?.note(removeEdge, edge, undefined);
  }

  /** The indexes of holders and children may name too many; they are never made smaller. */
  private addHolder(holders: Map<string, Unit | Set<Unit>>, key: string, unit: Unit): void {
    const held = holders.get(key);
    if (held === undefined) holders.set(key, unit);
    else if (held instanceof Set) held.add(unit);
    else if (held !== unit) holders.set(key, new Set([held, unit]));
  }

  /** One string for each field, however many facts it has. */
  private fieldOf(track: 'parent' | 'code', name: string): Field {
    const fields = track === 'parent' ? this.parentFields : this.codeFields;
    let field = fields.get(name);
    if (field === undefined) fields.set(name, (field = `${track}:${name}`));
    return field;
  }

  /** Knows of a unit before anything is recorded of it. */
  expectUnit(id: UnitId): void {
    this.unitFor(id);
  }

  private unitFor(id: UnitId): Unit {
    let unit = this.units.get(id);
    if (unit === undefined) {
      unit = new Unit(id);
      this.units.set(id, unit);
      this.undo?.note(deleteFrom, this.units, id);
    }
    return unit;
  }

  private touchedBy(version: ChangeVersion): Unit[] {
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

function allOf(held: Unit | Set<Unit> | undefined): Iterable<Unit> {
  if (held === undefined) return [];
  return held instanceof Set ? held : [held];
}
