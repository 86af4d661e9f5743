import { figureRows, type FigureRow } from '#interchange';
import type { Figure, TargetOutcome } from '#measures';
import type { Inquiry } from '../evidence/inquiry.js';
import { keyOf } from '../question.js';

/** Makes rows of figures, as exports have them. */
export function figureRowsOf(
  { reading, keys, words }: Inquiry,
  targets: readonly TargetOutcome[],
): (figure: Figure) => FigureRow {
  return figureRows({ words, keyOf: (unit) => keyOf(reading, unit, keys), targets });
}
