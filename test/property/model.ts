import {
  type Choice,
  datedBy,
  isUnsettled,
  type Standing,
  type Violation,
  violationsOf,
} from './acceptance.js';
import { dayOf, textOf, windowOf } from './calendar.js';
import { brokenBy, latestChoice, sameDays, type Search, Undecided, type Unstable } from './choice-of-days.js';
import { type AmendmentLine, type ChangeLine, isAmendment, type Line } from './lines.js';
import { apply, type State, trackValues } from './organisation-state.js';
import { type KnownKeys, resolve } from './resolution.js';

export type Verdict =
  | {
      readonly accepted: true;
      /** Not every imprecise change can apply from its latest day: only some choices of days hold. */
      readonly flagged: boolean;
    }
  | {
      readonly accepted: false;
      readonly why: string;
      /** The model does not know: it takes the set for refused, and nothing can be compared. */
      readonly undecided?: true;
    };

/** A unit in force. */
export interface UnitRow {
  readonly key: string;
  readonly name: string;
  readonly type: string;
  /** In the hierarchy asked for; null for a root. */
  readonly parentKey: string | null;
  /** By hierarchy, `line` always. */
  readonly parents: Readonly<Record<string, string | null>>;
  readonly codes: Readonly<Record<string, string>>;
  /** Day on which its present interval began. */
  readonly since: string;
}

/** A track of a unit that an imprecise change may or may not have changed by the day asked about. */
export interface IndeterminateMark {
  readonly key: string;
  readonly track: string;
  /** The changes' ids in recorded order; a change without one as `#n`, its place in the record. */
  readonly changes: readonly string[];
}

export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly relation: string;
  readonly share?: number;
  readonly earliest: string;
  readonly latest: string;
  readonly change: string;
}

/** One assertion ever made about a unit, in both times; knowledge is counted in accepted sets. */
export interface HistoryEntry {
  readonly track: string;
  readonly value: string | null;
  readonly earliest: string;
  readonly latest: string;
  readonly change: string;
  readonly knownFrom: number;
  /** null: still held. */
  readonly knownUntil: number | null;
}

/** One state of the content of one change: as recorded, corrected, rescheduled, or (null) cancelled. */
interface Version {
  readonly order: number;
  readonly set: number;
  readonly content: Standing | null;
}

export interface ModelOptions {
  /** `YYYY-MM-DD`. A change can be cancelled until it takes effect: while its latest day is after this. */
  readonly today: string;
  /** Whether the rules are looked at. Off only to replay, in the order of dates, a register known to be sound. */
  readonly checked?: boolean;
}

class Refusal extends Error {}

/**
 * The whole of an organisation's record as a plain list, and every answer computed from all of it.
 * What it says is to be seen to be right; it is in no hurry.
 */
export class Model {
  private versions: Version[] = [];
  private sets = 0;
  /** The days that imprecise changes apply from, as known after each set; by number of sets. */
  private choices: Choice[] = [new Map()];
  /** What the set being recorded has left of the days chosen before. */
  private kept: Choice = new Map();
  private readonly today: number;
  private readonly carried: { versions: number; state: State } = { versions: 0, state: new Map() };

  constructor(private readonly options: ModelOptions) {
    this.today = dayOf(options.today);
  }

  /** How many change sets have been accepted. */
  get known(): number {
    return this.sets;
  }

  /** Records a change set, all or nothing. */
  record(lines: readonly Line[]): Verdict {
    const before = this.versions;
    try {
      this.versions = [...this.versions];
      this.kept = this.choices.at(-1) ?? new Map();
      for (const line of lines) this.take(this.versionFrom(line));
      const choice = this.options.checked === false ? new Map<number, number>() : this.choose();
      this.sets += 1;
      this.choices.push(choice);
      return { accepted: true, flagged: this.standing().some((c) => choice.get(c.order) !== undefined) };
    } catch (fault) {
      this.versions = before;
      if (fault instanceof Refusal) return { accepted: false, why: fault.message };
      if (fault instanceof Undecided) return { accepted: false, why: fault.message, undecided: true };
      throw fault;
    }
  }

  /** Undoes the last accepted set, as if it had been refused. */
  takeBack(): void {
    this.versions = this.versions.filter(({ set }) => set < this.sets);
    this.choices.pop();
    this.sets -= 1;
  }

  /** The days that the changes apply from after the last accepted set; those left out from their latest. */
  get choice(): Choice {
    return this.choices.at(-1) ?? new Map();
  }

  /**
   * Takes over the days that another has chosen for the last accepted set, where several choices are as good.
   * @returns what is wrong with its choice: a rule is broken, or changes could apply later
   */
  adopt(narrowed: ReadonlyMap<string, string>): string | null {
    const changes = this.standing();
    const theirs = new Map(
      changes.flatMap((change) => {
        const day = narrowed.get(nameOf(change));
        return day === undefined ? [] : [[change.order, dayOf(day)] as const];
      }),
    );
    if (theirs.size !== narrowed.size) return `unknown changes among ${[...narrowed.keys()].join(' ')}`;
    if (sameDays(changes, theirs, this.choice)) return null;
    const outside = changes.find(({ order, earliest, latest }) => {
      const day = theirs.get(order) ?? latest;
      return day < earliest || day > latest;
    });
    if (outside) return `${nameOf(outside)} applies outside its window`;
    const [broken] = brokenBy(changes, theirs, this.unstable(changes));
    if (broken) return wording(broken);
    const later = this.laterThan(theirs);
    if (later === undefined) return this.keep(theirs);
    if (!later.found || !sameDays(changes, theirs, later.choice)) {
      return `could apply later: ${spelt(changes, theirs)}; as late as ${later.found ? spelt(changes, later.choice) : '?'}`;
    }
    this.keep(theirs);
    if (this.couldKeep()) return `moves what could stay as it was: ${spelt(changes, this.kept)}`;
    return null;
  }

  /** Whether the days chosen before the last set would do after it, and none could be later. */
  private couldKeep(): boolean {
    const changes = this.standing();
    const kept = this.kept;
    if (sameDays(changes, kept, this.choice)) return false;
    if (brokenBy(changes, kept, this.unstable(changes)).length > 0) return false;
    const later = this.laterThan(kept);
    return later?.found === true && sameDays(changes, kept, later.choice);
  }

  private keep(choice: Choice): null {
    this.choices[this.sets] = choice;
    return null;
  }

  /** The latest choice in which nothing is earlier than in this one; undefined if there are too many to try. */
  private laterThan(choice: Choice): Search | undefined {
    const changes = this.standing();
    try {
      return latestChoice(changes, this.unstable(changes), everyDay(changes, choice));
    } catch (fault) {
      if (fault instanceof Undecided) return undefined;
      throw fault;
    }
  }

  /** The units in force at the end of a day, as known after so many accepted sets; by key. */
  chart(at: string, known: number = this.sets, hierarchy = 'line'): UnitRow[] {
    const state = this.stateAt(dayOf(at), known);
    return [...state]
      .filter(([, unit]) => unit.inForce && (hierarchy === 'line' || unit.parents.has(hierarchy)))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, unit]) => ({
        key,
        name: unit.name,
        type: unit.type,
        parentKey: unit.parents.get(hierarchy) ?? null,
        parents: { line: null, ...Object.fromEntries(unit.parents) },
        codes: Object.fromEntries([...unit.codes].flatMap(([s, code]) => (code === null ? [] : [[s, code]]))),
        since: textOf(unit.since),
      }));
  }

  /** What is indeterminate on a day, of units in force or not; by key and track. */
  indeterminate(at: string, known: number = this.sets): IndeterminateMark[] {
    const day = dayOf(at);
    const marks = new Map<string, { key: string; track: string; changes: string[] }>();
    for (const change of this.standing(known)) {
      if (!isUnsettled([change], day)) continue;
      for (const { unit: key, track } of change.effects.flatMap(trackValues)) {
        const mark = marks.get(`${key} ${track}`) ?? { key, track, changes: [] };
        if (!mark.changes.includes(nameOf(change))) mark.changes.push(nameOf(change));
        marks.set(`${key} ${track}`, mark);
      }
    }
    return [...marks].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, mark]) => mark);
  }

  /** Every edge of lineage, in recorded order. */
  lineage(known: number = this.sets): Edge[] {
    const choice = this.choices[Math.min(known, this.sets)] ?? new Map<number, number>();
    return this.standing(known).flatMap((change) =>
      change.effects.flatMap((effect) => {
        if (effect.e !== 'lineage') return [];
        const { e: _, ...edge } = effect;
        return [
          {
            ...edge,
            earliest: spell(change.earliest),
            latest: spell(choice.get(change.order) ?? change.latest),
            change: nameOf(change),
          },
        ];
      }),
    );
  }

  /** All that was ever said about a unit, in recorded order. */
  history(key: string): HistoryEntry[] {
    return this.versions.flatMap(({ content, set, order }, index) => {
      if (content === null) return [];
      const next = this.versions.slice(index + 1).find((later) => later.order === order);
      return content.effects
        .flatMap(trackValues)
        .filter(({ unit }) => unit === key)
        .map(({ track, value }) => ({
          track,
          value,
          earliest: spell(content.earliest),
          latest: spell(content.latest),
          change: nameOf(content),
          knownFrom: set,
          knownUntil: next?.set ?? null,
        }));
    });
  }

  /** Every first and last day of a window ever recorded, and every day chosen: where answers can change. */
  boundaryDays(): string[] {
    const days = this.versions.flatMap(({ content }) =>
      content === null ? [] : [content.earliest, content.latest],
    );
    const chosen = this.choices.flatMap((choice) => [...choice.values()]);
    return [...new Set([...days, ...chosen])]
      .filter((day) => Number.isFinite(day))
      .sort((a, b) => a - b)
      .map(textOf);
  }

  /** Every key that a recorded change ever gave to a unit. */
  keys(): Set<string> {
    const begun = this.versions.flatMap(
      ({ content }) => content?.effects.filter((effect) => effect.e === 'begin') ?? [],
    );
    return new Set(begun.map(({ unit }) => unit));
  }

  /** The changes that stand, for a generator that wants to amend one. */
  standing(known: number = this.sets): Standing[] {
    const last = new Map<number, Standing | null>();
    for (const version of this.versions) if (version.set <= known) last.set(version.order, version.content);
    return [...last.values()].filter((content) => content !== null);
  }

  /** Every broken rule in the timeline that charts are answered from. */
  violations(): Violation[] {
    return violationsOf(datedBy(this.standing(), this.choice), { all: true });
  }

  private stateAt(day: number, known: number): State {
    const state: State = new Map();
    const choice = this.choices[Math.min(known, this.sets)] ?? new Map<number, number>();
    for (const { change, day: on } of datedBy(this.standing(known), choice)) {
      if (on <= day) for (const effect of change.effects) apply(state, effect, on);
    }
    return state;
  }

  private versionFrom(line: Line): Version {
    const set = this.sets + 1;
    if (line.kind === 'cancel') {
      const target = this.changeNamed(line.change);
      if (target.latest <= this.today) throw new Refusal('too-late-to-cancel');
      return { order: target.order, set, content: null };
    }
    if (isAmendment(line)) {
      const target = this.changeNamed(line.change);
      return {
        order: target.order,
        set,
        content: this.resolved(amended(line, target), target.order, target.id),
      };
    }
    if (line.id !== undefined && this.versions.some(({ content }) => content?.id === line.id)) {
      throw new Refusal(`id-in-use ${line.id}`);
    }
    const order = this.versions.length;
    return { order, set, content: this.resolved(line, order, line.id) };
  }

  private take(version: Version): void {
    this.versions.push(version);
    if (!this.kept.has(version.order)) return;
    this.kept = new Map([...this.kept].filter(([order]) => order !== version.order));
  }

  private changeNamed(id: string): Standing {
    if (!this.versions.some(({ content }) => content?.id === id)) throw new Refusal(`unknown-change ${id}`);
    const target = this.standing(Infinity).find((change) => change.id === id);
    return target ?? refuse(`cancelled-change ${id}`);
  }

  /** Resolves the content of a change against all others that stand at this line of the record. */
  private resolved(line: ChangeLine, order: number, id: string | undefined): Standing {
    const window = windowOf(line.on) ?? refuse(`bad-date ${line.on}`);
    const others = this.standing(Infinity).filter((change) => change.order !== order);
    const before =
      this.options.checked === false
        ? this.stateCarried(window.latest)
        : stateBefore(others, this.kept, window.latest, order);
    const resolution = resolve(line, before, this.keysBeside(others));
    if (!resolution.ok) return refuse(resolution.why);
    return { order, id, line, ...window, ...resolution };
  }

  /** The state after all that is recorded, kept from line to line: for a register in the order of its dates. */
  private stateCarried(day: number): State {
    for (; this.carried.versions < this.versions.length; this.carried.versions += 1) {
      const content = this.versions[this.carried.versions]?.content;
      if (!content || content.earliest !== content.latest || content.latest > day) {
        throw new Error('An unchecked replay takes changes of precise dates, in their order');
      }
      for (const effect of content.effects) apply(this.carried.state, effect, content.latest);
    }
    return this.carried.state;
  }

  private keysBeside(others: readonly Standing[]): KnownKeys {
    const counts = begunBy(others);
    return {
      has: (key) => this.versions.some(({ content }) => content !== null && begins(content).includes(key)),
      begunElsewhere: (key) => counts.has(key),
    };
  }

  /** Whether a change comes to something else on another state than what is recorded of it. */
  private unstable(changes: readonly Standing[]): Unstable {
    const ever = new Set(this.versions.flatMap(({ content }) => (content === null ? [] : begins(content))));
    const counts = begunBy(changes);
    return (change, before) => {
      const own = begins(change);
      const keys: KnownKeys = {
        has: (key) => ever.has(key),
        begunElsewhere: (key) => (counts.get(key) ?? 0) > own.filter((other) => other === key).length,
      };
      const again = resolve(change.line, before, keys);
      return !again.ok || JSON.stringify(again.effects) !== JSON.stringify(change.effects);
    };
  }

  /** The latest days on which every rule holds; throws a refusal when there are none. */
  private choose(): Choice {
    const changes = this.standing(Infinity);
    const search = latestChoice(changes, this.unstable(changes));
    if (!search.found) return refuse(wording(search.broken));
    const latest = new Map(changes.map(({ order, latest: day }) => [order, day]));
    return new Map([...search.choice].filter(([order, day]) => day !== latest.get(order)));
  }
}

/** The state just before a change of this day and order. */
function stateBefore(changes: readonly Standing[], choice: Choice, latest: number, order: number): State {
  const before: State = new Map();
  for (const { change, day } of datedBy(changes, choice)) {
    if (day < latest || (day === latest && change.order < order)) {
      for (const effect of change.effects) apply(before, effect, day);
    }
  }
  return before;
}

/** The keys that a change gives to new units. */
function begins(change: Standing): string[] {
  if (change.revives !== null) return [];
  return change.effects.flatMap((effect) => (effect.e === 'begin' ? [effect.unit] : []));
}

function begunBy(changes: readonly Standing[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of changes.flatMap(begins)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function everyDay(changes: readonly Standing[], choice: Choice): Choice {
  return new Map(changes.map(({ order, latest }) => [order, choice.get(order) ?? latest]));
}

function spelt(changes: readonly Standing[], choice: Choice): string {
  return changes
    .filter(({ earliest, latest }) => earliest !== latest)
    .map((change) => `${nameOf(change)} ${spell(choice.get(change.order) ?? change.latest)}`)
    .join(', ');
}

function refuse(why: string): never {
  throw new Refusal(why);
}

function amended(line: Exclude<AmendmentLine, { kind: 'cancel' }>, target: Standing): ChangeLine {
  return line.kind === 'correct' ? line.with : { ...target.line, on: line.on };
}

function nameOf(change: Standing): string {
  return change.id ?? `#${change.order + 1}`;
}

function spell(day: number): string {
  return Number.isFinite(day) ? textOf(day) : '..';
}

function wording({ rule, day, units, change }: Violation): string {
  return `${rule} ${units.join(' ')} on ${spell(day)}${change === undefined ? '' : ` by ${nameOf(change)}`}`;
}
