import { type ChangeLine, type ChildrenOption, type UnitSpec } from './lines.js';
import { type Effect, type State } from './organisation-state.js';

/** What a change means on the organisation as it is just before it, or why it means nothing. */
export type Resolution =
  | {
      readonly ok: true;
      readonly effects: readonly Effect[];
      /** Units that have to be in force just before the change. */
      readonly acts: readonly string[];
      /** A unit that has to have ended before the change. */
      readonly revives: string | null;
    }
  | { readonly ok: false; readonly why: string };

/** Which keys the record knows of when the change is resolved. */
export interface KnownKeys {
  /** Named as a new unit by some recorded change. */
  has(key: string): boolean;
  /** Begun by another change that stands. */
  begunElsewhere(key: string): boolean;
}

class Refusal extends Error {}

function refuse(why: string): never {
  throw new Refusal(why);
}

/** A sum of shares, exact in hundredths, as the histories have them. */
function sumOf(shares: readonly number[]): number {
  return Math.round(shares.reduce((sum, share) => sum + share, 0) * 100) / 100;
}

/** Resolves a change on the state just before it. */
export function resolve(line: ChangeLine, before: State, keys: KnownKeys): Resolution {
  try {
    return { ok: true, ...new Resolver(line, before, keys).resolved() };
  } catch (fault) {
    if (fault instanceof Refusal) return { ok: false, why: fault.message };
    throw fault;
  }
}

class Resolver {
  private readonly effects: Effect[] = [];
  private readonly acts: string[] = [];
  private readonly begins: string[] = [];
  private revives: string | null = null;

  constructor(
    private readonly line: ChangeLine,
    private readonly before: State,
    private readonly keys: KnownKeys,
  ) {}

  resolved(): { effects: Effect[]; acts: string[]; revives: string | null } {
    const line = this.line;
    switch (line.kind) {
      case 'establish':
        this.begin(line.unit);
        break;
      case 'rename':
        this.acting(line.unit);
        this.set(line.unit, 'name', line.name);
        break;
      case 'reclassify':
        this.acting(line.unit);
        this.set(line.unit, 'type', line.type);
        break;
      case 'recode':
        this.acting(line.unit);
        if (Object.keys(line.codes).length === 0) refuse('no-codes');
        this.recode(line.unit, line.codes);
        break;
      case 'transfer':
        this.transfer(line.unit, line.to, line.hierarchy ?? 'line', line.except ?? [], line.exceptTo);
        break;
      case 'merge':
        if (new Set(line.units).size < 2) refuse('too-few-sources');
        this.end(line.units);
        this.begin(line.into);
        for (const from of line.units) this.edge(from, line.into.key, 'mergedInto');
        this.moveChildren(line.units, line.children ?? {}, line.into.key);
        break;
      case 'absorb':
        if (line.units.length === 0) refuse('too-few-sources');
        if (line.units.includes(line.into)) refuse('survivor-ends');
        this.end(line.units);
        this.acting(line.into);
        if (line.name !== undefined) this.set(line.into, 'name', line.name);
        for (const from of line.units) this.edge(from, line.into, 'absorbedBy');
        this.moveChildren(line.units, line.children ?? {}, line.into);
        break;
      case 'split':
        this.end([line.unit]);
        if (new Set(line.into.map((target) => target.key)).size < 2) refuse('too-few-targets');
        for (const target of line.into) {
          if (target.key === line.unit) refuse('target-ends');
          if (target.name === undefined) this.acting(target.key);
          else this.begin(target);
          this.edge(line.unit, target.key, 'splitInto');
        }
        this.moveChildren([line.unit], line.children ?? {}, undefined);
        break;
      case 'spinOff':
        this.acting(line.unit);
        if (line.into.length === 0) refuse('too-few-targets');
        for (const target of line.into) {
          this.begin(target);
          this.edge(line.unit, target.key, 'spunOffFrom');
        }
        this.moveChildren([line.unit], line.children ?? {}, undefined);
        break;
      case 'replace':
        this.end([line.unit]);
        this.begin(line.by);
        this.edge(line.unit, line.by.key, 'replacedBy');
        this.moveChildren([line.unit], line.children ?? {}, line.by.key);
        break;
      case 'dissolve':
        this.end([line.unit]);
        if (typeof line.successors !== 'string') {
          if (line.successors.length === 0) refuse('no-successors');
          for (const to of line.successors) this.edge(line.unit, to, 'continues');
        }
        break;
      case 'reactivate':
        this.reactivate(line.unit, line.parent);
        break;
      case 'reorganise': {
        const sets = line.sets ?? [];
        this.end(line.ends ?? []);
        for (const spec of line.begins ?? []) this.begin(spec);
        for (const set of sets) {
          if (!this.begins.includes(set.unit)) this.acting(set.unit);
          if (set.name !== undefined) this.set(set.unit, 'name', set.name);
          if (set.type !== undefined) this.set(set.unit, 'type', set.type);
          if (set.parent !== undefined) this.place(set.unit, 'line', set.parent);
          for (const [h, parent] of Object.entries(set.parents ?? {})) this.place(set.unit, h, parent);
          this.recode(set.unit, set.codes ?? {});
        }
        for (const { from, to, relation, share } of line.lineage ?? []) this.edge(from, to, relation, share);
        if (this.effects.length === 0) refuse('empty');
        break;
      }
      case 'moveResponsibility':
        this.acting(line.unit);
        if (line.to.length === 0) refuse('too-few-targets');
        if (new Set(line.to.map(({ unit }) => unit)).size !== line.to.length) refuse('named-twice');
        for (const { unit, share } of line.to) {
          this.acting(unit);
          this.edge(line.unit, unit, 'partMovedTo', share);
        }
        if (sumOf(line.to.map(({ share }) => share ?? 0)) > 1) refuse('shares-exceed-one');
        break;
    }
    return { effects: this.effects, acts: this.acts, revives: this.revives };
  }

  private known(key: string): void {
    if (!this.keys.has(key) && !this.begins.includes(key)) refuse(`unknown-unit ${key}`);
  }

  private acting(key: string): void {
    this.known(key);
    this.acts.push(key);
  }

  private set(unit: string, field: string, value: string | null): void {
    this.effects.push({ e: 'set', unit, field, value });
  }

  private place(unit: string, hierarchy: string, parent: string | null): void {
    if (parent !== null) this.known(parent);
    this.set(unit, `parent:${hierarchy}`, parent);
  }

  private recode(unit: string, codes: Readonly<Record<string, string | null>>): void {
    for (const [scheme, value] of Object.entries(codes)) this.set(unit, `code:${scheme}`, value);
  }

  private end(units: readonly string[]): void {
    if (new Set(units).size !== units.length) refuse('named-twice');
    for (const unit of units) {
      this.acting(unit);
      this.effects.push({ e: 'end', unit });
    }
  }

  private begin(spec: UnitSpec): void {
    if (spec.name === undefined || spec.type === undefined) refuse('unit-without-name-or-type');
    if (this.keys.begunElsewhere(spec.key) || this.begins.includes(spec.key))
      refuse(`key-in-use ${spec.key}`);
    this.begins.push(spec.key);
    const parents = { line: spec.parent ?? null, ...spec.parents };
    for (const parent of Object.values(parents)) if (parent !== null) this.known(parent);
    const codes: Record<string, string> = {};
    for (const [scheme, code] of Object.entries(spec.codes ?? {})) if (code !== null) codes[scheme] = code;
    this.effects.push({ e: 'begin', unit: spec.key, name: spec.name, type: spec.type, parents, codes });
  }

  private edge(from: string, to: string, relation: string, share?: number): void {
    this.known(from);
    this.known(to);
    if (from === to) refuse('own-successor');
    this.effects.push({ e: 'lineage', from, to, relation, ...(share === undefined ? {} : { share }) });
  }

  /** Children, in any hierarchy, of units that the change takes apart go where the map or else the heir says. */
  private moveChildren(units: readonly string[], children: ChildrenOption, heir: string | undefined): void {
    const ending = this.effects.flatMap((effect) => (effect.e === 'end' ? [effect.unit] : []));
    const map = children === 'leave' ? {} : children;
    const found = new Set<string>();
    for (const key of [...this.before.keys()].sort()) {
      const unit = this.before.get(key);
      if (!unit?.inForce || ending.includes(key)) continue;
      for (const hierarchy of [...unit.parents.keys()].sort()) {
        const parent = unit.parents.get(hierarchy) ?? null;
        if (parent === null || !units.includes(parent)) continue;
        found.add(key);
        const mapped = map[key];
        if (mapped !== undefined)
          this.place(key, hierarchy, mapped === key ? this.parentOf(parent, hierarchy) : mapped);
        else if (heir !== undefined && children !== 'leave') {
          // An heir that stood under what ends takes its place.
          this.place(key, hierarchy, heir === key ? this.parentOf(parent, hierarchy) : heir);
        }
      }
    }
    for (const child of Object.keys(map)) {
      this.known(child);
      if (!found.has(child)) refuse(`not-a-child ${child}`);
    }
  }

  private transfer(
    unit: string,
    to: string | null,
    hierarchy: string,
    except: readonly string[],
    exceptTo: string | null | undefined,
  ): void {
    this.acting(unit);
    const oldParent = this.parentOf(unit, hierarchy);
    this.place(unit, hierarchy, to);
    for (const excepted of except) {
      this.acting(excepted);
      const above = this.ancestorsOf(excepted, hierarchy);
      if (!above.includes(unit)) refuse(`not-a-descendant ${excepted}`);
      if (except.some((other) => other !== excepted && above.includes(other))) refuse('exceptions-overlap');
      this.place(excepted, hierarchy, exceptTo === undefined ? oldParent : exceptTo);
    }
    if (new Set(except).size !== except.length) refuse('named-twice');
  }

  private reactivate(unit: string, parent: string | null | undefined): void {
    this.known(unit);
    const last = this.before.get(unit);
    if (!last?.begun) return refuse(`never-began ${unit}`);
    this.revives = unit;
    const parents: Record<string, string | null> = Object.fromEntries(last.parents);
    if (parent !== undefined) {
      if (parent !== null) this.known(parent);
      parents['line'] = parent;
    }
    const codes: Record<string, string> = {};
    for (const [scheme, code] of last.codes) if (code !== null) codes[scheme] = code;
    this.effects.push({ e: 'begin', unit, name: last.name, type: last.type, parents, codes });
  }

  private parentOf(unit: string, hierarchy: string): string | null {
    return this.before.get(unit)?.parents.get(hierarchy) ?? null;
  }

  private ancestorsOf(unit: string, hierarchy: string): string[] {
    const above: string[] = [];
    for (
      let up = this.parentOf(unit, hierarchy);
      up !== null && !above.includes(up);
      up = this.parentOf(up, hierarchy)
    ) {
      above.push(up);
    }
    return above;
  }
}
