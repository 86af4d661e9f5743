import { CompareAlternatives, CompareAlternativesHandler } from './compare-alternatives.query.js';
import { CompareOrganisation, CompareOrganisationHandler } from './compare-organisation.query.js';
import { FindRecord, FindRecordHandler } from './find-record.query.js';
import { FindUnit, FindUnitHandler } from './find-unit.query.js';
import { FindUnits, FindUnitsHandler } from './find-units.query.js';
import { ListOrganisations, ListOrganisationsHandler } from './list-organisations.query.js';
import { ListScenarios, ListScenariosHandler } from './list-scenarios.query.js';
import { PreviewRebase, PreviewRebaseHandler } from './preview-rebase.query.js';
import { ProveEvent, ProveEventHandler } from './prove-event.query.js';
import { ReadAssignments, ReadAssignmentsHandler } from './read-assignments.query.js';
import { ReadChangeDates, ReadChangeDatesHandler } from './read-change-dates.query.js';
import { ReadChanges, ReadChangesHandler } from './read-changes.query.js';
import { ReadChart, ReadChartHandler } from './read-chart.query.js';
import { ReadContradictions, ReadContradictionsHandler } from './read-contradictions.query.js';
import { ReadDecidedChanges, ReadDecidedChangesHandler } from './read-decided-changes.query.js';
import { ReadFigures, ReadFiguresHandler } from './read-figures.query.js';
import { ReadHistory, ReadHistoryHandler } from './read-history.query.js';
import { ReadImpact, ReadImpactHandler } from './read-impact.query.js';
import { ReadIndicators, ReadIndicatorsHandler } from './read-indicators.query.js';
import { ReadInferredLineage, ReadInferredLineageHandler } from './read-inferred-lineage.query.js';
import { ReadLineage, ReadLineageHandler } from './read-lineage.query.js';
import { ReadMatterChain, ReadMatterChainHandler } from './read-matter-chain.query.js';
import { ReadMatters, ReadMattersHandler } from './read-matters.query.js';
import { ReadObservations, ReadObservationsHandler } from './read-observations.query.js';
import { ReadOrganisation, ReadOrganisationHandler } from './read-organisation.query.js';
import { ReadPendingChanges, ReadPendingChangesHandler } from './read-pending-changes.query.js';
import { ReadProposalChanges, ReadProposalChangesHandler } from './read-proposal-changes.query.js';
import { ReadReasons, ReadReasonsHandler } from './read-reasons.query.js';
import { ReadRelatives, ReadRelativesHandler } from './read-relatives.query.js';
import { ReadScenario, ReadScenarioHandler } from './read-scenario.query.js';
import { ReadScenarioTargets, ReadScenarioTargetsHandler } from './read-scenario-targets.query.js';
import { ReadSeries, ReadSeriesHandler } from './read-series.query.js';
import { ReadSpellings, ReadSpellingsHandler } from './read-spellings.query.js';
import { ReadStanding, ReadStandingHandler } from './read-standing.query.js';
import { ReadTarget, ReadTargetHandler, ReadTargets, ReadTargetsHandler } from './read-targets.query.js';
import { ReadTodo, ReadTodoHandler, ReadMissing, ReadMissingHandler } from './read-todo.query.js';
import { ReadUnitState, ReadUnitStateHandler } from './read-unit-state.query.js';

export { type FoundRecord } from './find-record.query.js';
export { type FiguresAsked } from './figure-filter.js';
export { type ContradictionsAsked } from './read-contradictions.query.js';
export { FIGURE_ORDERS, type FigureOrder } from './read-figures.query.js';
export { type SeriesAsked } from './read-series.query.js';
export { type ChangesFilter } from './read-changes.query.js';
export { type MatterFilter } from './read-matters.query.js';
export { type TimeAxes } from './read-organisation.query.js';
export { type PendingFilter } from './read-pending-changes.query.js';
export { type TodoFilter } from './read-todo.query.js';
export { type ScenarioFilter } from './list-scenarios.query.js';
export { stepsTold, type ScenarioStep, type ScenarioView, type StepChange } from './read-scenario.query.js';
export {
  CompareAlternatives,
  CompareOrganisation,
  FindRecord,
  FindUnit,
  FindUnits,
  ListOrganisations,
  ListScenarios,
  PreviewRebase,
  ProveEvent,
  ReadAssignments,
  ReadChangeDates,
  ReadChanges,
  ReadChart,
  ReadContradictions,
  ReadDecidedChanges,
  ReadFigures,
  ReadHistory,
  ReadImpact,
  ReadIndicators,
  ReadInferredLineage,
  ReadLineage,
  ReadMatterChain,
  ReadMatters,
  ReadMissing,
  ReadObservations,
  ReadOrganisation,
  ReadPendingChanges,
  ReadProposalChanges,
  ReadReasons,
  ReadRelatives,
  ReadScenario,
  ReadScenarioTargets,
  ReadSeries,
  ReadSpellings,
  ReadStanding,
  ReadTarget,
  ReadTargets,
  ReadTodo,
  ReadUnitState,
};

export const QUERY_HANDLERS = [
  CompareAlternativesHandler,
  CompareOrganisationHandler,
  FindRecordHandler,
  FindUnitHandler,
  FindUnitsHandler,
  ListOrganisationsHandler,
  ListScenariosHandler,
  PreviewRebaseHandler,
  ProveEventHandler,
  ReadAssignmentsHandler,
  ReadChangeDatesHandler,
  ReadChangesHandler,
  ReadChartHandler,
  ReadContradictionsHandler,
  ReadDecidedChangesHandler,
  ReadFiguresHandler,
  ReadHistoryHandler,
  ReadImpactHandler,
  ReadIndicatorsHandler,
  ReadInferredLineageHandler,
  ReadLineageHandler,
  ReadMatterChainHandler,
  ReadMattersHandler,
  ReadMissingHandler,
  ReadObservationsHandler,
  ReadOrganisationHandler,
  ReadPendingChangesHandler,
  ReadProposalChangesHandler,
  ReadReasonsHandler,
  ReadRelativesHandler,
  ReadScenarioHandler,
  ReadScenarioTargetsHandler,
  ReadSeriesHandler,
  ReadSpellingsHandler,
  ReadStandingHandler,
  ReadTargetHandler,
  ReadTargetsHandler,
  ReadTodoHandler,
  ReadUnitStateHandler,
];
