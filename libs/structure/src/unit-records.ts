import { STILL, withLast, type Track } from '#temporal';
import type { ChangeVersion } from './change.js';
import type { Effect, Field } from './effect.js';
import { LINE, type Hierarchy, type Scheme, type UnitId } from './ids.js';
import type { Keyed } from './keyed.js';
import type { LineageEdge } from './lineage-edge.js';
import { addEdge, removeChild, removeEdge, removeFact } from './taking-back.js';
import { deleteFrom, type UndoLog } from './undo-log.js';
import { Unit, type UnitFact, type UnitPointer } from './unit.js';

/**
 * The units of a timeline with their facts and edges, and where to find them. What is recorded names units by
 * pointers, and only a timeline leads from a pointer to the unit: `own`, `everChildren`, `holdersOf`, `named`, `trackOf`.
 */
export abstract class UnitRecords {
  protected readonly ownUnits = new Map<UnitId, Unit>();
  protected readonly codeHolders = new Map<string, UnitPointer | Set<UnitPointer>>();
  protected readonly nameHolders = new Map<string, UnitPointer | Set<UnitPointer>>();
  private readonly parentFields = new Map<Hierarchy, Field>();
  private readonly codeFields = new Map<Scheme, Field>();
  /** How to take back what is done; undefined: it cannot be taken back. */
  protected undo: UndoLog | undefined;

  readonly units: Keyed<UnitId, Unit> = this.ownUnits;

  /** The unit that a pointer means, with what this timeline knows of it. */
  own(pointer: UnitPointer): Unit {
    return pointer as unknown as Unit;
  }

  /** The track that a fact stands in. */
  trackOf<V>(fact: UnitFact<V>): Track<V> {
    return this.own(fact.unit).trackOf(fact.field) as Track<V>;
  }

  /** Units that ever had a unit as parent; whether they do on a date is theirs to say. */
  everChildren(unit: Unit, hierarchy: Hierarchy = LINE): Iterable<Unit> {
    return asUnits(unit.childPointers.get(hierarchy) ?? []);
  }

  /** Units that ever held the code. */
  holdersOf(scheme: string, code: string): Iterable<Unit> {
    return asUnits(allOf(this.codeHolders.get(`${scheme}:${code}`)));
  }

  /** Units that ever had exactly this name. */
  named(name: string): Iterable<Unit> {
    return asUnits(allOf(this.nameHolders.get(name)));
  }

  /** How many units ever had exactly this name; of a branch it may be too many. */
  namesakes(name: string): number {
    const held = this.nameHolders.get(name);
    return held instanceof Set ? held.size : held === undefined ? 0 : 1;
  }

  /** Adds the facts and edges of an effect. */
  protected applyEffect(version: ChangeVersion, effect: Effect, seq: number): void {
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
          from: this.unitFor(effect.from).pointer,
          to: this.unitFor(effect.to).pointer,
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
    const [track, value] = [unit.parentTrack(hierarchy), parent && parent.pointer];
    const fact = this.addFact(version, seq, unit, this.fieldOf('parent', hierarchy), track, value);
    if (parent !== null && this.addChild(parent, hierarchy, unit)) {
      this.undo?.note(removeChild, parent, fact as UnitFact);
    }
  }

  /** @returns whether it is new */
  protected addChild(parent: Unit, hierarchy: Hierarchy, child: Unit): boolean {
    return parent.addChild(hierarchy, child.pointer);
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
  ): UnitFact<V> {
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
      unit: unit.pointer,
      field,
    };
    track.add(fact);
    version.facts.push(fact as UnitFact);
    this.undo?.note(removeFact, track as Track<unknown>, fact as UnitFact);
    return fact;
  }

  private addEdge(version: ChangeVersion, edge: LineageEdge): void {
    addEdge(this, edge);
    version.edges = withLast(version.edges, edge);
    this.undo?.note(removeEdge, this, edge);
  }

  /** The indexes of holders may name too many; they are never made smaller. */
  private addHolder(
    holders: Map<string, UnitPointer | Set<UnitPointer>>,
    key: string,
    { pointer }: Unit,
  ): void {
    const held = holders.get(key);
    if (held === undefined) holders.set(key, pointer);
    else if (held instanceof Set) held.add(pointer);
    else if (held !== pointer) holders.set(key, new Set([held, pointer]));
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
    if (!this.units.has(id)) this.unitFor(id);
  }

  /** A unit to be recorded on; it is known from now on. */
  protected unitFor(id: UnitId): Unit {
    let unit = this.ownUnits.get(id);
    if (unit === undefined) {
      unit = new Unit(id);
      this.ownUnits.set(id, unit);
      this.undo?.note(deleteFrom, this.ownUnits, id);
    }
    return unit;
  }
}

export function allOf(held: UnitPointer | Set<UnitPointer> | undefined): Iterable<UnitPointer> {
  if (held === undefined) return [];
  return held instanceof Set ? held : [held];
}

/** In a timeline that is no branch pointers are the units themselves. */
function asUnits(pointers: Iterable<UnitPointer>): Iterable<Unit> {
  return pointers as Iterable<unknown> as Iterable<Unit>;
}
