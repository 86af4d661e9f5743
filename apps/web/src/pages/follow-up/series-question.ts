import type { ResultOf } from 'gql.tada';
import { graphql } from '../../graphql/graphql.js';
import { useAnswer } from '../../graphql/use-answer.js';
import type { Axes } from '../../location/axes.js';
import type { MeasureChoice } from './measure-choice.js';

const SERIES = graphql(`
  query Series(
    $slug: String!
    $at: Date
    $knownAt: Instant
    $standing: Standing
    $scenario: ID
    $unit: ID
    $indicator: ID!
    $kinds: [ValueKind!]
    $periods: [EdtfDate!]
    $restatedTo: Date
    $followInferred: Boolean
  ) {
    organisation(slug: $slug, at: $at, knownAt: $knownAt, standing: $standing, scenario: $scenario) {
      unit(id: $unit) {
        series(
          indicator: $indicator
          breakdown: []
          kinds: $kinds
          periods: $periods
          restatedTo: $restatedTo
          followInferred: $followInferred
        ) {
          restatedTo
          unitOfMeasure
          perimeter {
            id
            name
          }
          indeterminate {
            id
            name
          }
          points {
            amount
            restated
            likeForLike
            byShares
            period {
              first
              last
              written
              words {
                sv
                en
              }
            }
            joined {
              id
              name
            }
            left {
              id
              name
            }
            excepted {
              id
              name
            }
            sinceUnknown {
              id
              name
            }
            inferred {
              relation
              confidence
              from {
                id
                name
              }
              to {
                id
                name
              }
            }
            gaps {
              sentence {
                sv
                en
              }
            }
            terms {
              role
              share
              amount
              unit {
                id
                name
              }
              changes {
                id
                standing
                sentence {
                  sv
                  en
                }
                matter {
                  id
                  number
                  title
                }
              }
            }
          }
        }
      }
    }
  }
`);

export type SeriesPoint = NonNullable<
  NonNullable<ResultOf<typeof SERIES>['organisation']>['unit']
>['series']['points'][number];

/** A unit's figures by period, on the perimeter of one date. */
export function useSeries(axes: Axes, unit: string, indicator: string, choice: MeasureChoice) {
  return useAnswer('series', SERIES, {
    ...axes,
    unit,
    indicator,
    kinds: [choice.kind],
    periods: choice.period === null ? null : [choice.period],
    restatedTo: choice.restatedTo,
    followInferred: choice.inferred,
  });
}
