import type { Charted, Forest } from '../units/unit-forest.js';

/** A line of the tree as it is unfolded. */
export interface Row {
  readonly id: string;
  /** From 1. */
  readonly level: number;
  /** How many stand beside it, itself among them. */
  readonly setSize: number;
  /** Which of them it is, from 1. */
  readonly place: number;
  /** Null: nothing is below it. */
  readonly isOpen: boolean | null;
}

/** The lines that are seen when these units are unfolded, from top to bottom. */
export function visibleRows(forest: Forest<Charted>, open: ReadonlySet<string>): Row[] {
  const rows: Row[] = [];
  const add = (ids: readonly string[], level: number) => {
    ids.forEach((id, index) => {
      const below = forest.below.get(id);
      const isOpen = below === undefined ? null : open.has(id);
      rows.push({ id, level, setSize: ids.length, place: index + 1, isOpen });
      if (isOpen === true && below !== undefined) add(below, level + 1);
    });
  };
  add(forest.below.get('') ?? [], 1);
  return rows;
}

/** The index of the line over it, one level up; itself where there is none. */
export function rowAbove(rows: readonly Row[], index: number): number {
  const level = rows[index]?.level ?? 1;
  for (let above = index - 1; above >= 0; above -= 1) {
    if ((rows[above]?.level ?? 0) < level) return above;
  }
  return index;
}

/** The next line after this one, round to the first, whose name begins so; this one where there is none. */
export function rowNamed(names: readonly string[], index: number, typed: string): number {
  const wanted = typed.toLocaleLowerCase();
  // A first letter goes on to the next name; further ones may still mean this one.
  const first = typed.length === 1 ? 1 : 0;
  for (let step = first; step < names.length + first; step += 1) {
    const at = (index + step) % names.length;
    if (names[at]?.toLocaleLowerCase().startsWith(wanted)) return at;
  }
  return index;
}
