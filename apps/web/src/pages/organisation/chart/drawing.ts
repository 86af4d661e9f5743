import { baseline, lineBetween, linesOf } from './box-lines.js';
import { CHART_BOX, type Placed } from './chart-layout.js';
import { edgesOf } from './window.js';

/** A whole chart as it is drawn on paper or in a file, its upper left corner at nought. */
export interface Drawing {
  readonly title: string;
  readonly subtitle: string;
  readonly width: number;
  readonly height: number;
  /** From corner to corner. */
  readonly ways: readonly (readonly Corner[])[];
  readonly boxes: readonly DrawnBox[];
}

type Corner = readonly [x: number, y: number];

export interface DrawnBox {
  readonly x: number;
  readonly y: number;
  readonly name: string;
  /** Whether something about it is not settled; its edge is dashed. */
  readonly isOpen: boolean;
  readonly lines: readonly { readonly text: string; readonly x: number; readonly y: number }[];
}

export const MARGIN = 24;
/** What stands above the boxes takes so much. */
export const HEAD = 62;
export const FONT = 14;
export const TITLE_FONT = 20;

export interface Titles {
  readonly title: string;
  readonly subtitle: string;
}

/** Draws every unit that is placed, not only those that the screen shows. */
export function drawingOf(
  { title, subtitle }: Titles,
  placed: readonly Placed[],
  nameOf: (id: string) => string,
  isOpen: (id: string) => boolean,
): Drawing {
  const { left, right, top, bottom } = edgesOf(placed);
  const [dx, dy] = [MARGIN - left, MARGIN + HEAD - top];
  const moved = placed.map((place) => ({ ...place, x: place.x + dx, y: place.y + dy }));
  const placeOf = new Map(moved.map((place) => [place.id, place]));
  return {
    title,
    subtitle,
    width: Math.max(right - left, 8 * title.length) + 2 * MARGIN,
    height: bottom - top + 2 * MARGIN + HEAD,
    ways: moved.flatMap((to) => {
      const from = placeOf.get(to.parentId ?? '');
      return from === undefined ? [] : [lineBetween(from, to)];
    }),
    boxes: moved.map(({ id, x, y: middle }) => {
      const y = middle - CHART_BOX.height / 2;
      const name = nameOf(id);
      const lines = linesOf(name).map((text, line, all) => ({
        text,
        x: x + 10,
        y: y + baseline(line, all.length),
      }));
      return { x, y, name, isOpen: isOpen(id), lines };
    }),
  };
}
