import type { FigureRow } from '#interchange';
import {
  contradictionInWords,
  formatDecimal,
  type Contradiction,
  type ContradictionRule,
  type Explanation,
} from '#measures';
import type { Message } from '#temporal';
import type { Inquiry } from '../evidence/inquiry.js';
import { figureRowsOf } from './figure-rows-of.js';

/** A printed figure that is not what others say that it is, with every place. */
export interface ContradictionAccount {
  readonly rule: ContradictionRule;
  readonly explanation: Explanation | null;
  readonly sentence: Message;
  /** What the amounts are measured in. */
  readonly unitOfMeasure: string;
  readonly computed: string;
  readonly difference: string;
  readonly tolerance: string;
  readonly printed: FigureRow;
  readonly parts: readonly { readonly less: boolean; readonly figure: FigureRow }[];
}

export function contradictionAccount(found: Contradiction, inquiry: Inquiry): ContradictionAccount {
  const { rule, explanation, computed, difference, tolerance, printed, parts } = found;
  const rowOf = figureRowsOf(inquiry, []);
  return {
    rule,
    explanation,
    sentence: contradictionInWords(found, inquiry.words),
    unitOfMeasure: printed.amountIn,
    computed: formatDecimal(computed),
    difference: formatDecimal(difference),
    tolerance: formatDecimal(tolerance),
    printed: rowOf(printed),
    parts: parts.map(({ less, figure }) => ({ less, figure: rowOf(figure) })),
  };
}
