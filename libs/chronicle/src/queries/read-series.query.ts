import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { observationsAt } from '#governance';
import {
  breakdownKey,
  series,
  type Breakdown,
  type InferredEdge,
  type Series,
  type ValueKind,
} from '#measures';
import type { Unit } from '#structure';
import { parseImpreciseDate } from '#temporal';
import type { OrganisationReading } from '../organisation-reading.js';
import { QuestionRefused } from '../refusal.js';

export interface SeriesAsked {
  /** Periods (EDTF, with a first and a last day) to tell of even where no figure is recorded. */
  readonly periods?: readonly string[] | undefined;
  readonly kinds?: readonly ValueKind[] | undefined;
  /** Exactly this breakdown; `{}`: figures of the whole. */
  readonly breakdown?: Breakdown | undefined;
  /** Whether lineage that is only inferred is followed too, unless a person has rejected it; default: it is. */
  readonly followInferred?: boolean | undefined;
}

/**
 * A unit's figures for an indicator by period, each beside what it is on the perimeter of the reading's date.
 *
 * @throws QuestionRefused INVALID_DATE, INVALID_FILTER
 */
export class ReadSeries extends Query<Series> {
  constructor(
    readonly reading: OrganisationReading,
    readonly unit: Unit,
    /** Its id; it must be known at the reading. */
    readonly indicator: string,
    readonly asked: SeriesAsked = {},
  ) {
    super();
  }
}

@QueryHandler(ReadSeries)
export class ReadSeriesHandler implements IQueryHandler<ReadSeries> {
  async execute({ reading, unit, indicator, asked }: ReadSeries): Promise<Series> {
    const { periods = [], kinds, breakdown, followInferred = true } = asked;
    refuseMany(periods);
    for (const period of periods) refuseEndless(period);
    const part = breakdown && breakdownKey(breakdown);
    const whole = series(reading, reading.register, reading.ledgerPosition, unit, indicator, {
      inferred: followInferred ? inferencesIn(reading) : [],
      periods,
    });
    const points = whole.points.filter(
      (point) =>
        (kinds === undefined || kinds.includes(point.kind)) &&
        (part === undefined || breakdownKey(point.breakdown) === part),
    );
    return { ...whole, points };
  }
}

/** Periods that one question may name. */
const MOST_PERIODS = 100;

/** @throws QuestionRefused INVALID_FILTER */
function refuseMany(periods: readonly string[]): void {
  if (periods.length <= MOST_PERIODS) return;
  throw new QuestionRefused(
    'INVALID_FILTER',
    {
      sv: `Högst ${MOST_PERIODS} perioder kan anges åt gången.`,
      en: `At most ${MOST_PERIODS} periods can be given at a time.`,
    },
    'periods',
  );
}

/** Lineage that observations make likely; not what a person has rejected. */
function inferencesIn({ register, ledgerPosition }: OrganisationReading): InferredEdge[] {
  return observationsAt(register, ledgerPosition).flatMap(({ id, infers, confidence, verdict }) =>
    infers === undefined || verdict === 'rejected' ? [] : [{ ...infers, confidence, observation: id }],
  );
}

/** @throws QuestionRefused INVALID_DATE */
function refuseEndless(period: string): void {
  const parsed = parseImpreciseDate(period);
  if (!parsed.ok) throw new QuestionRefused('INVALID_DATE', parsed.problem.message, 'periods');
  if (Number.isFinite(parsed.value.earliest) && Number.isFinite(parsed.value.latest)) return;
  throw new QuestionRefused(
    'INVALID_DATE',
    { sv: 'Perioden behöver en första och en sista dag.', en: 'The period needs a first and a last day.' },
    'periods',
  );
}
