import type { Breakdown, Figure, ValueKind } from '#measures';
import { parseImpreciseDate } from '#temporal';
import { QuestionRefused } from '../refusal.js';

/** Which figures are meant; all that is given must hold. */
export interface FiguresAsked {
  /** Of the unit with this id. */
  readonly unit?: string | undefined;
  /** Of the indicator with this id. */
  readonly indicator?: string | undefined;
  /** EDTF: those whose period has a day in common with it. */
  readonly during?: string | undefined;
  readonly kinds?: readonly ValueKind[] | undefined;
  /** Exactly this breakdown; `{}`: figures of the whole. */
  readonly breakdown?: Breakdown | undefined;
}

/** Whether a figure's period has a day in common with a period. @throws QuestionRefused INVALID_DATE */
export function overlapping(
  during: string | undefined,
): (figure: Pick<Figure, 'earliest' | 'latest'>) => boolean {
  if (during === undefined) return () => true;
  const parsed = parseImpreciseDate(during);
  if (!parsed.ok) throw new QuestionRefused('INVALID_DATE', parsed.problem.message, 'period');
  const { earliest, latest } = parsed.value;
  return (figure) => figure.earliest <= latest && figure.latest >= earliest;
}
