import { dayOf, textOf, windowOf } from './calendar.js';
import { Dice } from './dice.js';
import { type LinePlan, TODAY } from './histories.js';
import { type ChangeLine, type Line, type UnitSpec } from './lines.js';
import { type Model, type UnitRow } from './model.js';

/** Few days, close together, so that changes collide. */
const DAYS = ['2020-01-01', '2020-03-31', '2020-05-15', '2020-07-01', '2020-10-01', '2021-01-01'].flatMap(
  (middle) => [-2, -1, 0, 1, 2].map((off) => textOf(dayOf(middle) + off)),
);
const IMPRECISE = [
  '2020-03-30/2020-04-02',
  '2020-07',
  '2020-W14',
  '2020-Q1',
  '2020-Q3',
  '2020-01',
  '2020-12-30/2021-01-02',
  '2020-06/2020-08',
  '2020-12/2021-Q1',
  '2020',
  '2021',
];
const NAMES = ['Alfa', 'Beta', 'Gamma', 'Delta'];
const TYPES = ['enhet', 'avdelning', 'stab'];
const MOST_UNITS = 12;
const MOST_IMPRECISE = 3;
const MOST_LINES = 4;

interface Setting {
  readonly set: string;
  /** How far into the history, 0 to 1: dates wander forward with it. */
  readonly progress: number;
  readonly imprecise: boolean;
}

/** The lines of one change set, said about units that the model holds to be there (and now and then not). */
export function linesOf(plans: readonly LinePlan[], model: Model, setting: Setting): Line[] {
  const writer = new SetWriter(model, setting);
  for (const plan of plans) writer.add(plan);
  return writer.lines.slice(0, MOST_LINES);
}

class SetWriter {
  readonly lines: Line[] = [];
  private readonly newKeys: string[] = [];
  private readonly touched = new Set<string>();
  private imprecise: number;
  private on = '';
  private rows: UnitRow[] = [];

  constructor(
    private readonly model: Model,
    private readonly setting: Setting,
  ) {
    this.imprecise = model.standing().filter((change) => change.earliest !== change.latest).length;
  }

  add(plan: LinePlan): void {
    const dice = new Dice(plan.throws);
    if (this.on === '' || dice.chance(30)) this.on = this.date(dice);
    this.rows = this.model.chart(textOf(windowOf(this.on)?.latest ?? 0));
    switch (plan.intent) {
      case 'correct':
      case 'reschedule':
      case 'cancel':
        this.amend(plan.intent, dice);
        break;
      default:
        for (const line of this.changes(plan.intent, dice)) {
          this.lines.push({
            ...line,
            id: `${this.setting.set}-${this.lines.length + 1}`,
            set: this.setting.set,
          });
        }
    }
  }

  private date(dice: Dice): string {
    if (this.setting.imprecise && this.imprecise < MOST_IMPRECISE && dice.chance(25)) {
      this.imprecise += 1;
      return dice.pick(IMPRECISE) ?? '2020';
    }
    const from = Math.floor(this.setting.progress * (DAYS.length - 4));
    return dice.pick(dice.chance(25) ? DAYS : DAYS.slice(from, from + 5)) ?? TODAY;
  }

  private changes(
    intent: Exclude<LinePlan['intent'], 'correct' | 'reschedule' | 'cancel'>,
    dice: Dice,
  ): ChangeLine[] {
    const on = this.on;
    switch (intent) {
      case 'establish': {
        const unit = this.spec(dice);
        return unit === null ? this.changes('transfer', dice) : [{ kind: 'establish', on, unit }];
      }
      case 'rename':
        return this.about(dice, (unit) => [{ kind: 'rename', on, unit, name: this.name(dice) }]);
      case 'reclassify':
        return this.about(dice, (unit) => [
          { kind: 'reclassify', on, unit, type: dice.pick(TYPES) ?? 'enhet' },
        ]);
      case 'recode':
        return this.about(dice, (unit) => [{ kind: 'recode', on, unit, codes: this.codes(dice, true) }]);
      case 'swapCodes': {
        const [a, b] = dice.pickSome(
          this.rows.filter(({ codes }) => codes['hsa'] !== undefined),
          2,
        );
        if (!a || !b) return this.changes('recode', dice);
        return [
          { kind: 'recode', on, unit: a.key, codes: { hsa: b.codes['hsa'] ?? null } },
          { kind: 'recode', on, unit: b.key, codes: { hsa: a.codes['hsa'] ?? null } },
        ];
      }
      case 'transfer':
        return this.about(dice, (unit) => {
          const to = this.parentFor([unit], dice);
          return [{ kind: 'transfer', on, unit, to, ...(dice.chance(30) ? { hierarchy: 'political' } : {}) }];
        });
      case 'transferExcept': {
        const parents = this.rows.filter(({ key }) => this.below(key).length > 0);
        const unit = dice.pick(parents)?.key;
        if (unit === undefined) return this.changes('transfer', dice);
        const except = dice.pickSome(this.below(unit), dice.chance(20) ? 2 : 1);
        const to = this.parentFor(dice.chance(20) ? [] : [unit], dice);
        const exceptTo = dice.chance(30) ? { exceptTo: this.parentFor(except, dice) } : {};
        return [{ kind: 'transfer', on, unit, to, except, ...exceptTo }];
      }
      case 'merge': {
        const units = this.subjects(dice, dice.chance(20) ? 3 : 2);
        const into = this.spec(dice, units);
        return into === null
          ? this.changes('absorb', dice)
          : [{ kind: 'merge', on, units, into, ...this.mapped(units, into.key, dice) }];
      }
      case 'absorb': {
        const [into, ...units] = this.subjects(dice, dice.chance(20) ? 3 : 2);
        if (into === undefined || units.length === 0) return [];
        const name = dice.chance(30) ? { name: this.name(dice) } : {};
        return [{ kind: 'absorb', on, units, into, ...name, ...this.mapped(units, into, dice) }];
      }
      case 'split':
        return this.about(dice, (unit) => {
          const first = this.spec(dice, [unit]);
          const standing = dice.pick(this.rows.filter(({ key }) => key !== unit));
          const second = dice.chance(30) && standing ? { key: standing.key } : this.spec(dice, [unit]);
          if (first === null || second === null) return [];
          return [
            {
              kind: 'split',
              on,
              unit,
              into: [first, second],
              ...this.allMapped(unit, [first.key, second.key], dice),
            },
          ];
        });
      case 'spinOff':
        return this.about(dice, (unit) => {
          const into = this.spec(dice, dice.chance(80) ? [] : [unit]);
          if (into === null) return [];
          const children = this.childrenOf([unit]);
          const map = Object.fromEntries(
            dice.pickSome(children, dice.throw() % 2).map((child) => [child, into.key]),
          );
          return [{ kind: 'spinOff', on, unit, into: [into], children: map }];
        });
      case 'replace':
        return this.about(dice, (unit) => {
          const by = this.spec(dice, [unit]);
          return by === null ? [] : [{ kind: 'replace', on, unit, by, ...this.mapped([unit], by.key, dice) }];
        });
      case 'dissolve':
        return this.dissolve(dice);
      case 'reactivate': {
        const ended = [...this.model.keys()].filter((key) => !this.rows.some((row) => row.key === key));
        const unit = dice.pick(dice.chance(10) ? [...this.model.keys()] : ended);
        if (unit === undefined) return this.changes('transfer', dice);
        return [
          {
            kind: 'reactivate',
            on,
            unit,
            ...(dice.chance(50) ? { parent: this.parentFor([unit], dice) } : {}),
          },
        ];
      }
      case 'reorganise':
        return this.reorganise(dice);
      case 'moveResponsibility': {
        const [unit, ...receivers] = this.subjects(dice, dice.chance(30) ? 3 : 2);
        if (unit === undefined || receivers.length === 0) return [];
        const to = receivers.map((receiver) => ({
          unit: dice.chance(4) ? unit : receiver,
          ...(dice.chance(60) ? { share: dice.pick([0.1, 0.4, 0.5, 0.7, 1]) ?? 1 } : {}),
        }));
        return [{ kind: 'moveResponsibility', on, unit, to, what: 'Löner' }];
      }
    }
  }

  private dissolve(dice: Dice): ChangeLine[] {
    const leaves = this.rows.filter(({ key }) => this.childrenOf([key]).length === 0).map(({ key }) => key);
    const unit = dice.pick(dice.chance(30) ? this.rows.map(({ key }) => key) : leaves);
    if (unit === undefined) return [];
    this.touched.add(unit);
    const others = this.rows
      .filter(({ key }) => key !== unit && !this.touched.has(key))
      .map(({ key }) => key);
    const successors = dice.pick(['none' as const, 'unknown' as const, dice.pickSome(others, 1)]) ?? 'none';
    const moves = this.childrenOf([unit]).map((child): ChangeLine => {
      const political = this.rows.find(({ key }) => key === child)?.parents['political'] === unit;
      return {
        kind: 'transfer',
        on: this.on,
        unit: child,
        to: this.parentFor([unit, child], dice),
        ...(political ? { hierarchy: 'political' } : {}),
      };
    });
    const end: ChangeLine = {
      kind: 'dissolve',
      on: this.on,
      unit,
      successors: successors.length === 0 ? 'none' : successors,
    };
    return dice.chance(50) ? [end, ...moves] : [...moves, end];
  }

  private reorganise(dice: Dice): ChangeLine[] {
    const [first, second, third] = this.subjects(dice, 3);
    const begun = this.spec(dice, first === undefined ? [] : [first]);
    if (first === undefined || begun === null) return [];
    const stay = this.childrenOf([first]);
    const sets = [...new Set([...stay, ...(second === undefined ? [] : [second])])].map((unit) => ({
      unit,
      ...(stay.includes(unit)
        ? { parent: begun.key }
        : { name: this.name(dice), codes: this.codes(dice, true) }),
    }));
    const to = dice.pick([begun.key, second, third].filter((key) => key !== undefined)) ?? begun.key;
    const lineage = [
      { from: first, to: begun.key, relation: 'splitInto', share: 0.4 },
      ...(to === begun.key
        ? []
        : [{ from: dice.chance(90) ? first : (third ?? first), to, relation: 'partMovedTo' }]),
    ].filter(({ from, to: target }) => from !== target);
    return [{ kind: 'reorganise', on: this.on, ends: [first], begins: [begun], sets, lineage }];
  }

  private amend(kind: 'correct' | 'reschedule' | 'cancel', dice: Dice): void {
    const named = this.model.standing().filter(({ id }) => id !== undefined);
    const future = named.filter(({ latest }) => latest > dayOf(TODAY));
    const recent = named.slice(-6);
    const target = dice.pick(
      kind === 'cancel' && !dice.chance(15) && future.length > 0 ? future : dice.chance(70) ? recent : named,
    );
    if (target?.id === undefined) return;
    const { id: change, line } = target;
    const near = Number.isFinite(target.latest) ? textOf(target.latest + (dice.throw() % 5) - 2) : TODAY;
    const on = dice.chance(30) ? this.date(dice) : near;
    const common = { change, set: this.setting.set, reason: 'Det var fel.' };
    if (kind === 'cancel') this.lines.push({ kind, ...common });
    else if (kind === 'reschedule') this.lines.push({ kind, ...common, on });
    else this.lines.push({ kind, ...common, with: this.corrected(line, on, dice) });
  }

  /** The same change with another content, sometimes of another kind altogether. */
  private corrected(line: ChangeLine, newDate: string, dice: Dice): ChangeLine {
    const { id: _, set: __, ...rest } = line;
    const on = dice.chance(40) ? newDate : line.on;
    this.rows = this.model.chart(textOf(windowOf(on)?.latest ?? 0));
    const spec = (unit: UnitSpec): UnitSpec => ({
      ...unit,
      name: this.name(dice),
      ...(dice.chance(40) ? { parent: this.parentFor([unit.key], dice) } : {}),
      ...(dice.chance(30) ? { codes: this.codes(dice, false) } : {}),
    });
    switch (rest.kind) {
      case 'establish':
        return { ...rest, on, unit: spec(rest.unit) };
      case 'merge':
        return {
          ...rest,
          on,
          into: spec(rest.into),
          ...(dice.chance(40) ? { units: this.subjects(dice, 2) } : {}),
        };
      case 'replace':
        return { ...rest, on, by: spec(rest.by) };
      case 'transfer':
        return { ...rest, on, to: this.parentFor([rest.unit], dice) };
      case 'rename':
        if (dice.chance(30)) return { kind: 'reclassify', on, unit: rest.unit, type: 'stab' };
        return { ...rest, on, name: this.name(dice) };
      case 'recode':
        return { ...rest, on, codes: this.codes(dice, true) };
      case 'dissolve':
        if (dice.chance(40)) return { kind: 'rename', on, unit: rest.unit, name: this.name(dice) };
        return { ...rest, on, successors: 'unknown' };
      case 'absorb':
        return { ...rest, on, name: this.name(dice) };
      default:
        return { ...rest, on };
    }
  }

  private about(dice: Dice, write: (unit: string) => ChangeLine[]): ChangeLine[] {
    const [unit] = this.subjects(dice, 1);
    return unit === undefined ? [] : write(unit);
  }

  /** Units to act on: in force, and not yet in this set, as a rule. */
  private subjects(dice: Dice, count: number): string[] {
    const fresh = this.rows.map(({ key }) => key).filter((key) => !this.touched.has(key));
    const pool = dice.chance(6)
      ? [...this.model.keys(), 'u99']
      : fresh.length > count
        ? fresh.slice(1).concat(fresh.slice(0, 1))
        : fresh;
    const picked = dice.pickSome(pool, count);
    for (const key of picked) this.touched.add(key);
    return picked;
  }

  private spec(dice: Dice, ending: readonly string[] = []): UnitSpec | null {
    const taken = new Set([...this.model.keys(), ...this.newKeys]);
    const free = Array.from({ length: MOST_UNITS }, (_, n) => `u${n}`).filter((key) => !taken.has(key));
    const key = dice.chance(3) ? 'u1' : free[0];
    if (key === undefined) return null;
    this.newKeys.push(key);
    const political = dice.chance(25)
      ? { parents: { political: this.parentFor([key, ...ending], dice) } }
      : {};
    const codes = dice.chance(40) ? { codes: this.codes(dice, false) } : {};
    return {
      key,
      name: this.name(dice),
      type: dice.pick(TYPES) ?? 'enhet',
      parent: this.parentFor([key, ...ending], dice),
      ...political,
      ...codes,
    };
  }

  private name(dice: Dice): string {
    return dice.pick(NAMES) ?? 'Alfa';
  }

  private codes(dice: Dice, clearing: boolean): Record<string, string | null> {
    const scheme = dice.chance(30) ? 'kst' : 'hsa';
    return {
      [scheme]: clearing && dice.chance(20) ? null : `${scheme === 'hsa' ? 'H' : 'K'}${dice.throw() % 12}`,
    };
  }

  /** A parent that is not below the units given; now and then one that is, and a root now and then. */
  private parentFor(units: readonly string[], dice: Dice): string | null {
    if (dice.chance(8)) return null;
    const below = new Set(units.flatMap((unit) => [unit, ...this.below(unit)]));
    const free = this.rows
      .map(({ key }) => key)
      .filter((key) => dice.chance(5) || (!below.has(key) && !this.touched.has(key)));
    return dice.pick(free) ?? null;
  }

  private childrenOf(units: readonly string[]): string[] {
    return this.rows
      .filter(
        ({ key, parents }) =>
          !units.includes(key) &&
          Object.values(parents).some((parent) => parent !== null && units.includes(parent)),
      )
      .map(({ key }) => key);
  }

  private below(unit: string): string[] {
    const found: string[] = [];
    let level = [unit];
    while (level.length > 0) {
      level = this.rows
        .filter(
          ({ key, parentKey }) => parentKey !== null && level.includes(parentKey) && !found.includes(key),
        )
        .map(({ key }) => key);
      found.push(...level);
    }
    return found;
  }

  private mapped(
    units: readonly string[],
    heir: string,
    dice: Dice,
  ): { children?: Record<string, string> | 'leave' } {
    const children = this.childrenOf(units).filter((child) => child !== heir);
    if (dice.chance(5)) return { children: 'leave' };
    if (children.length === 0 || !dice.chance(30)) return {};
    return {
      children: Object.fromEntries(
        dice.pickSome(children, 1).map((child) => [child, this.parentFor([...units, child], dice) ?? heir]),
      ),
    };
  }

  private allMapped(
    unit: string,
    targets: readonly string[],
    dice: Dice,
  ): { children: Record<string, string> } {
    const children = this.childrenOf([unit]).filter(() => !dice.chance(5));
    return {
      children: Object.fromEntries(
        children.map((child) => [child, dice.pick(targets.filter((t) => t !== child)) ?? unit]),
      ),
    };
  }
}
