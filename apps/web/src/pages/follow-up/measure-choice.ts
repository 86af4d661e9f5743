import { isDay } from '../../location/days.js';
import { labelsSv } from '../../texts/labels-sv.js';
import type { FigureParts } from './figure-parts.js';
import { withValues } from '../../location/with-values.js';

type Kind = FigureParts['kind'];

/** What of an indicator is shown; it stands in the address beside the times. */
export interface MeasureChoice {
  /** The id of the unit; null: the one with the most figures. */
  readonly unit: string | null;
  readonly kind: Kind;
  /** A period to set beside those with figures, such as `2020`. */
  readonly period: string | null;
  /** The day of the perimeter that figures are restated to; null: the day that is asked about. */
  readonly restatedTo: string | null;
  /** Whether lineage that is only inferred counts. */
  readonly inferred: boolean;
}

/** A year, a month, or from one to the other. */
export function isPeriod(text: string): boolean {
  return /^\d{4}(-(0[1-9]|1[0-2]))?(\/\d{4}(-(0[1-9]|1[0-2]))?)?$/.test(text);
}

export function readMeasureChoice(search: URLSearchParams): MeasureChoice {
  const [kind, period, to] = [search.get('kind'), search.get('period'), search.get('restated')];
  return {
    unit: search.get('for'),
    kind: kind !== null && kind in labelsSv.value ? (kind as Kind) : 'OUTCOME',
    period: period !== null && isPeriod(period) ? period : null,
    restatedTo: to !== null && isDay(to) ? to : null,
    inferred: search.get('inferred') !== '0',
  };
}

/** Writes a choice into an address, and leaves the rest of it as it is. */
export function writeMeasureChoice(search: URLSearchParams, choice: MeasureChoice): URLSearchParams {
  return withValues(search, {
    for: choice.unit,
    kind: choice.kind === 'OUTCOME' ? null : choice.kind,
    period: choice.period,
    restated: choice.restatedTo,
    inferred: choice.inferred ? null : '0',
  });
}
