import { CompareOrganisation, CompareOrganisationHandler } from './compare-organisation.query.js';
import { FindUnit, FindUnitHandler } from './find-unit.query.js';
import { FindUnits, FindUnitsHandler } from './find-units.query.js';
import { ListOrganisations, ListOrganisationsHandler } from './list-organisations.query.js';
import { ReadChangeDates, ReadChangeDatesHandler } from './read-change-dates.query.js';
import { ReadChanges, ReadChangesHandler } from './read-changes.query.js';
import { ReadChart, ReadChartHandler } from './read-chart.query.js';
import { ReadHistory, ReadHistoryHandler } from './read-history.query.js';
import { ReadLineage, ReadLineageHandler } from './read-lineage.query.js';
import { ReadOrganisation, ReadOrganisationHandler } from './read-organisation.query.js';
import { ReadReasons, ReadReasonsHandler } from './read-reasons.query.js';
import { ReadRelatives, ReadRelativesHandler } from './read-relatives.query.js';
import { ReadUnitState, ReadUnitStateHandler } from './read-unit-state.query.js';

export { type TimeAxes } from './read-organisation.query.js';
export {
  CompareOrganisation,
  FindUnit,
  FindUnits,
  ListOrganisations,
  ReadChangeDates,
  ReadChanges,
  ReadChart,
  ReadHistory,
  ReadLineage,
  ReadOrganisation,
  ReadReasons,
  ReadRelatives,
  ReadUnitState,
};

export const QUERY_HANDLERS = [
  CompareOrganisationHandler,
  FindUnitHandler,
  FindUnitsHandler,
  ListOrganisationsHandler,
  ReadChangeDatesHandler,
  ReadChangesHandler,
  ReadChartHandler,
  ReadHistoryHandler,
  ReadLineageHandler,
  ReadOrganisationHandler,
  ReadReasonsHandler,
  ReadRelativesHandler,
  ReadUnitStateHandler,
];
