import { CHART_BOX } from './chart-layout.js';

/** As many letters as a line of a box holds. */
const LETTERS = 25;

/** A name on as many lines as a box has, which are two; what does not fit is left out. */
export function linesOf(name: string): string[] {
  if (name.length <= LETTERS) return [name];
  const space = name.lastIndexOf(' ', LETTERS);
  const first = space > 0 ? name.slice(0, space) : name.slice(0, LETTERS);
  const rest = name.slice(first.length).trim();
  return [first, rest.length > LETTERS ? `${rest.slice(0, LETTERS - 1).trimEnd()}…` : rest];
}

/** How far down in a box each of so many lines stands. */
export function baseline(line: number, lines: number): number {
  return CHART_BOX.height / 2 + 5 + (line - (lines - 1) / 2) * 16;
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** The corners of the way from a box to one below it. */
export function lineBetween(from: Spot, to: Spot): [number, number][] {
  const start = from.x + CHART_BOX.width;
  const middle = (start + to.x) / 2;
  return [
    [start, from.y],
    [middle, from.y],
    [middle, to.y],
    [to.x, to.y],
  ];
}
