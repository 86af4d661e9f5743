/**
 * A made-up organisation in the import format, of any size, made line by line.
 *
 * A tree of eight children a unit is established first; then come renames, transfers, recodings, reclassifications,
 * new units, mergers, splits, replacements and dissolutions, a fifth of them retroactive and three tenths dated ahead.
 * It is valid by construction: a unit only ever stands under a unit of a shallower birth level that never ends (so there
 * is no cycle and no orphan on any date), only leaves end, and nothing is said about a unit on or after its last day.
 * The same size and seed give the same lines.
 */
export interface SyntheticSize {
  readonly units: number;
  /** All lines, those that establish the units included. */
  readonly changes: number;
  readonly seed?: number;
}

export interface NewUnit {
  readonly key: string;
  readonly name: string;
  readonly type: string;
  readonly parent: string | null;
  readonly codes: Readonly<Record<string, string>>;
}

export type SyntheticChange =
  | { readonly kind: 'establish'; readonly on: string; readonly unit: NewUnit }
  | { readonly kind: 'rename'; readonly on: string; readonly unit: string; readonly name: string }
  | { readonly kind: 'reclassify'; readonly on: string; readonly unit: string; readonly type: string }
  | {
      readonly kind: 'recode';
      readonly on: string;
      readonly unit: string;
      readonly codes: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'transfer'; readonly on: string; readonly unit: string; readonly to: string }
  | { readonly kind: 'merge'; readonly on: string; readonly units: readonly string[]; readonly into: NewUnit }
  | { readonly kind: 'split'; readonly on: string; readonly unit: string; readonly into: readonly NewUnit[] }
  | { readonly kind: 'replace'; readonly on: string; readonly unit: string; readonly by: NewUnit }
  | { readonly kind: 'dissolve'; readonly on: string; readonly unit: string; readonly successors: 'none' };

/** The code scheme the synthetic units carry. */
export const SYNTHETIC_SCHEME = 'cost';

const CHILDREN = 8;
const TYPES = 24;
const YEAR = 365;
const CHAINS = 4;
const LONGEST_CHAIN = 14;
const FOUNDED = Date.UTC(1990, 0, 1) / 86_400_000;
const CHANGES_BEGIN = Date.UTC(2006, 0, 1) / 86_400_000;
const CHANGES_END = Date.UTC(2025, 0, 1) / 86_400_000;
const WORDS = [
  'Vård',
  'Omsorg',
  'Kultur',
  'Teknik',
  'Miljö',
  'Skola',
  'Trafik',
  'Ekonomi',
  'Psykiatri',
  'Folkhälsa',
  'Fastighet',
  'Upphandling',
];

/** What the maker of lines remembers of one unit, so that it never says anything impossible or empty. */
interface Sketch {
  readonly key: string;
  readonly level: number;
  readonly born: number;
  lastSaid: number;
  /** (day, value) in recorded order. */
  readonly parents: (readonly [number, string])[];
  readonly types: (readonly [number, string])[];
}

export function* syntheticOrganisation(size: SyntheticSize): Generator<SyntheticChange, void, void> {
  const random = mulberry32(size.seed ?? 20_260_101);
  const upTo = (n: number): number => Math.floor(random() * n);
  const innerUnits = Math.max(1, Math.ceil((size.units - 1) / CHILDREN));
  const firstOfLevel = levelStarts(size.units);
  const deepest = firstOfLevel.length - 1;

  const all: Sketch[] = [];
  /** Leaves that may end; swapped out of the pool when they do. */
  const mortal: Sketch[] = [];
  const chains: { head: Sketch; length: number }[] = [];
  let names = 0;
  let codes = 0;
  let begun = 0;

  const newName = (): string => `${WORDS[names % WORDS.length]} ${++names}`;
  const newCodes = (): Record<string, string> => ({ [SYNTHETIC_SCHEME]: `K${++codes}` });
  const typeAt = (n: number): string => `type-${n % TYPES}`;
  const begin = (key: string, level: number, on: number, parent: string | null, type: string): NewUnit => {
    const sketch: Sketch = {
      key,
      level,
      born: on,
      lastSaid: on,
      parents: [[on, parent ?? '']],
      types: [[on, type]],
    };
    all.push(sketch);
    return { key, name: newName(), type, parent, codes: newCodes() };
  };

  for (let i = 0; i < size.units && i < size.changes; i++) {
    const level = levelOf(i, firstOfLevel);
    const on = FOUNDED + level * 2 * YEAR + upTo(YEAR);
    const parent = i === 0 ? null : `u${Math.floor((i - 1) / CHILDREN)}`;
    const unit = begin(`u${i}`, level, on, parent, typeAt(level));
    const sketch = all[i]!;
    if (i >= innerUnits && i % 4 === 3) {
      if (chains.length < CHAINS) chains.push({ head: sketch, length: 0 });
      else mortal.push(sketch);
    }
    yield { kind: 'establish', on: civil(on), unit };
  }

  const innerUnder = (level: number): string => `u${upTo(Math.min(firstOfLevel[level] ?? 1, innerUnits))}`;
  const chained = new Set<Sketch>(chains.map(({ head }) => head));
  const ended = new Set<Sketch>();
  const leaf = (on: number): NewUnit => {
    const unit = begin(`n${begun++}`, deepest, on, innerUnder(deepest), typeAt(upTo(TYPES)));
    mortal.push(all[all.length - 1]!);
    return unit;
  };
  /** A living unit that nothing but its own chain will end. */
  const anyUnit = (): Sketch => {
    for (;;) {
      const sketch = all[upTo(all.length)]!;
      if (!ended.has(sketch) && !chained.has(sketch)) return sketch;
    }
  };
  const takeMortal = (): Sketch | undefined => {
    if (mortal.length === 0) return undefined;
    const at = upTo(mortal.length);
    const taken = mortal[at]!;
    mortal[at] = mortal[mortal.length - 1]!;
    mortal.pop();
    ended.add(taken);
    return taken;
  };

  const later = Math.max(1, size.changes - size.units);
  for (let n = 0; n < size.changes - size.units; n++) {
    const clock = CHANGES_BEGIN + Math.floor(((CHANGES_END - CHANGES_BEGIN) * n) / later);
    const lean = random();
    const about = lean < 0.2 ? clock - upTo(5 * YEAR) : lean < 0.5 ? clock + 1 + upTo(5 * YEAR) : clock;
    /** The day a unit ends: after all that has been said about it. */
    const lastDay = (...units: Sketch[]): number =>
      Math.max(about, ...units.map((unit) => unit.lastSaid + 1));
    const dice = random();

    if (dice < 0.02 && mortal.length > 2) {
      const sources = [takeMortal()!, takeMortal()!];
      const on = lastDay(...sources);
      yield { kind: 'merge', on: civil(on), units: sources.map((unit) => unit.key), into: leaf(on) };
    } else if (dice < 0.03 && mortal.length > 1) {
      const source = takeMortal()!;
      const on = lastDay(source);
      yield { kind: 'split', on: civil(on), unit: source.key, into: [leaf(on), leaf(on)] };
    } else if (dice < 0.05 && mortal.length > 1) {
      const source = takeMortal()!;
      yield { kind: 'dissolve', on: civil(lastDay(source)), unit: source.key, successors: 'none' };
    } else if (dice < 0.075 && mortal.length > 1) {
      const source = takeMortal()!;
      const on = lastDay(source);
      yield { kind: 'replace', on: civil(on), unit: source.key, by: leaf(on) };
    } else if (dice < 0.1 && chains.some(({ length }) => length < LONGEST_CHAIN)) {
      const chain = chains.filter(({ length }) => length < LONGEST_CHAIN)[
        upTo(chains.filter(({ length }) => length < LONGEST_CHAIN).length)
      ]!;
      const on = Math.max(clock, chain.head.lastSaid + 1);
      const old = chain.head;
      const by = begin(
        `chain${chains.indexOf(chain)}-${++chain.length}`,
        deepest,
        on,
        innerUnder(deepest),
        typeAt(n),
      );
      ended.add(old);
      chain.head = all[all.length - 1]!;
      chained.add(chain.head);
      yield { kind: 'replace', on: civil(on), unit: old.key, by };
    } else if (dice < 0.15) {
      yield { kind: 'establish', on: civil(about), unit: leaf(about) };
    } else {
      const unit = anyUnit();
      const day = Math.max(about, unit.born + 1);
      unit.lastSaid = Math.max(unit.lastSaid, day);
      const on = civil(day);
      if (dice < 0.4 && unit.level >= 2) {
        const to = innerUnder(unit.level);
        if (to !== inEffect(unit.parents, day) && to !== unit.key) {
          unit.parents.push([day, to]);
          yield { kind: 'transfer', on, unit: unit.key, to };
          continue;
        }
      } else if (dice < 0.5) {
        const type = typeAt(upTo(TYPES));
        if (type !== inEffect(unit.types, day)) {
          unit.types.push([day, type]);
          yield { kind: 'reclassify', on, unit: unit.key, type };
          continue;
        }
      } else if (dice < 0.65) {
        yield { kind: 'recode', on, unit: unit.key, codes: newCodes() };
        continue;
      }
      yield { kind: 'rename', on, unit: unit.key, name: newName() };
    }
  }
}

/** The same as lines of the import format. */
export function* syntheticLines(size: SyntheticSize): Generator<string, void, void> {
  for (const change of syntheticOrganisation(size)) yield JSON.stringify(change);
}

/** The value said for the latest day not after `day`; of one day, the one said last. */
function inEffect(facts: readonly (readonly [number, string])[], day: number): string | undefined {
  let best: readonly [number, string] | undefined;
  for (const fact of facts) if (fact[0] <= day && (best === undefined || fact[0] >= best[0])) best = fact;
  return best?.[1];
}

function levelStarts(units: number): number[] {
  const starts: number[] = [];
  for (let start = 0, width = 1; start < units; start += width, width *= CHILDREN) starts.push(start);
  return starts;
}

function levelOf(index: number, starts: readonly number[]): number {
  let level = starts.length - 1;
  while (starts[level]! > index) level--;
  return level;
}

function civil(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** A small seeded generator (mulberry32, public domain, Tommy Ettinger). */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
