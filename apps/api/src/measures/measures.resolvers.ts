import {
  FigureResolver,
  FiguresResolver,
  FollowedInferenceResolver,
  IndicatorResolver,
  SeriesResolver,
  TargetResolver,
} from './measure-links.resolver.js';
import { OrganisationMeasuresResolver } from './organisation-measures.resolver.js';
import { UnitMeasuresResolver } from './unit-measures.resolver.js';

/** Indicators, figures, targets, contradictions and series. */
export const MEASURE_RESOLVERS = [
  OrganisationMeasuresResolver,
  UnitMeasuresResolver,
  IndicatorResolver,
  FigureResolver,
  FiguresResolver,
  TargetResolver,
  SeriesResolver,
  FollowedInferenceResolver,
] as const;
