import {
  getNamedType,
  isCompositeType,
  isListType,
  getNullableType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { isInterfaceType, isObjectType } from 'graphql';

/** What an operation asks for, counted through its fragments. */
export interface Measures {
  /** Fields inside fields; introspection is not counted, graphql-js limits it. */
  readonly depth: number;
  readonly aliases: number;
  /** Objects that the answer is expected to hold, at most: pages count as large as they may be. */
  readonly cost: number;
  /** The part of it that stands beside a page. */
  readonly beside: number;
}

/** How many objects a list is taken to hold; a connection holds as many as its page. Default 10. */
const SIZES: Readonly<Record<string, number>> = {
  'Query.organisations': 20,
  'Organisation.chart': 1,
  'Unit.children': 20,
  'Unit.history': 20,
  'Unit.codes': 2,
  'Unit.intervals': 1,
  'Unit.indeterminate': 1,
  'Unit.placements': 2,
  'Unit.pendingChanges': 3,
  'Change.units': 4,
  'ChartUnit.codes': 1,
  'ChartUnit.marks': 1,
  'StandingReport.decisions': 4,
  'StandingReport.conditions': 2,
  'StandingReport.blocked': 1,
  'StandingReport.missing': 3,
  'CompetenceNeeded.boards': 2,
  'CompetenceNeeded.bodies': 2,
  'CompetenceNeeded.delegates': 2,
  'Mark.missing': 3,
  'LeftOut.changes': 3,
  'LeftOut.reasons': 2,
  'Obstacle.units': 2,
  'Obstacle.changes': 2,
  'Decision.answers': 2,
  'Decision.answeredBy': 2,
  'Decision.points': 6,
  'Decision.conditions': 2,
  'Decision.changesSinceProposal': 3,
  'DecisionPoint.changes': 2,
  'ChangesSinceProposal.points': 4,
  'ChangesSinceProposal.conditions': 2,
  'ChangesSinceProposal.recipients': 4,
  'ChangesSinceProposal.documents': 4,
  'AppealPeriod.source': 3,
  'DelegationFollowUp.source': 2,
  'Document.alsoCalled': 3,
  'Assignment.to': 2,
  'Assignment.with': 2,
  'Assignment.reports': 3,
  'Indicator.alsoIn': 1,
  'Figure.breakdown': 2,
  'Figures.breakdown': 1,
  'Target.breakdown': 1,
  'Unit.targets': 4,
  'Contradiction.parts': 4,
  'SeriesPoint.breakdown': 2,
  'SeriesPoint.statements': 2,
  'SeriesPoint.joined': 2,
  'SeriesPoint.left': 2,
  'SeriesPoint.excepted': 2,
  'SeriesPoint.sinceUnknown': 2,
  'SeriesPoint.terms': 4,
  'SeriesPoint.gaps': 3,
  'SeriesPoint.inferred': 1,
  'SeriesTerm.statements': 1,
  'SeriesTerm.changes': 2,
  'SeriesGap.others': 1,
  'Scenario.undone': 3,
  'Scenario.proposals': 1,
  'Scenario.resolutions': 2,
  'ScenarioStep.changes': 2,
  'ScenarioAdoption.changes': 20,
  'RebasedStep.sentences': 2,
  'RebasedStep.differences': 1,
  'RebasedStep.conflicts': 1,
  'ScenarioConflict.units': 2,
  'ScenarioConflict.because': 2,
  'ScenarioConflict.resolutions': 2,
  'Matter.alternatives': 3,
  'AlternativeConnection.columns': 4,
  'AlternativeRow.cells': 4,
  'AlternativeCell.parents': 1,
  'AlternativeCell.codes': 1,
  'AlternativeCell.continuedBy': 1,
  'AlternativeCell.differs': 1,
  'Scenario.targets': 3,
  'BroughtAlong.consequences': 2,
  'Amount.parts': 2,
  'Amount.missing': 2,
  'AssignmentLeftBehind.units': 1,
  'AssignmentLeftBehind.successors': 2,
  'CompetentBodies.boards': 2,
  'CompetentBodies.bodies': 2,
  'CompetentBodies.delegates': 2,
  'OpenCondition.units': 2,
  'EarliestDates.source': 3,
};
/** What stands beside the items of a page: it is not there once for each of them. */
const BESIDE_ITS_PAGE = new Set(['AlternativeConnection.columns']);
/** Of a connection, whose size is that of its page. */
const ITS_PAGE = /Connection\.(nodes|edges)$/;
/** Most of what is recorded was recorded once, and some of it amended. */
const ITS_LOG = /\.log$/;
const LOG_SIZE = 2;
const USUAL_SIZE = 10;

/** What a field costs before anything is asked of what it gives: a look at every unit, or every figure. Default 1. */
const OWN_COSTS: Readonly<Record<string, number>> = {
  'Organisation.chart': 4000,
  'Query.compare': 2000,
  'Organisation.contradictions': 500,
  // The organisation as it was found, and as it is planned.
  'Scenario.difference': 1000,
  'Scenario.rebase': 1000,
  'Scenario.impact': 1000,
  'Scenario.targets': 1000,
  'Organisation.figures': 100,
  'Organisation.events': 100,
  'Unit.series': 200,
  'Unit.figures': 50,
  'Figures.figures': 50,
};

/** What each item of an argument adds to the cost of a field. */
const ITEM_COSTS: Readonly<Record<string, { readonly of: string; readonly each: number }>> = {
  'Query.alternatives': { of: 'of', each: 600 },
};

const LARGEST_PAGE = 200;

/** Measures an operation with its variables coerced: a size given as a variable counts like one in the text. */
export function measureOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Measures {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  // A fragment measures the same wherever it is spread: once is enough, however often that is.
  const measured = new Map<string, Measures>();

  const ofFragment = (name: string): Measures => {
    const known = measured.get(name);
    if (known !== undefined) return known;
    measured.set(name, NOTHING);
    const fragment = fragments.get(name);
    const type = fragment && schema.getType(fragment.typeCondition.name.value);
    const result = fragment && isCompositeType(type) ? ofSelections(fragment.selectionSet, type) : NOTHING;
    measured.set(name, result);
    return result;
  };

  const ofSelections = (set: SelectionSetNode, parent: GraphQLCompositeType): Measures => {
    let [depth, aliases, cost, beside] = [0, 0, 0, 0];
    for (const selection of set.selections) {
      let part: Measures;
      if (selection.kind === Kind.FIELD) part = ofField(selection, parent);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) part = ofFragment(selection.name.value);
      else {
        const condition = selection.typeCondition && schema.getType(selection.typeCondition.name.value);
        part = ofSelections(selection.selectionSet, isCompositeType(condition) ? condition : parent);
      }
      depth = Math.max(depth, part.depth);
      aliases += part.aliases;
      cost += part.cost;
      beside += part.beside;
    }
    return { depth, aliases, cost, beside };
  };

  const ofField = (node: FieldNode, parent: GraphQLCompositeType): Measures => {
    const aliases = node.alias === undefined ? 0 : 1;
    const name = node.name.value;
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
    const type = field && getNamedType(field.type);
    if (name.startsWith('__') || field === undefined || !isCompositeType(type) || !node.selectionSet) {
      return { depth: 1, aliases, cost: 0, beside: 0 };
    }
    const path = `${parent.name}.${name}`;
    const inner = ofSelections(node.selectionSet, type);
    const pageable = field.args.some((arg) => arg.name === 'first');
    const size = pageable
      ? pageSize(node, variables)
      : isListType(getNullableType(field.type))
        ? sizeOf(path)
        : 1;
    const items = inner.cost - inner.beside;
    const cost = ownCost(path, node, variables) + size * (1 + items) - 1 + inner.beside;
    return {
      depth: inner.depth + 1,
      aliases: aliases + inner.aliases,
      cost,
      beside: BESIDE_ITS_PAGE.has(path) ? cost : 0,
    };
  };

  const root = schema.getRootType(operation.operation);
  return root ? ofSelections(operation.selectionSet, root) : NOTHING;
}

const NOTHING: Measures = { depth: 0, aliases: 0, cost: 0, beside: 0 };

function sizeOf(path: string): number {
  if (ITS_PAGE.test(path)) return 1;
  return ITS_LOG.test(path) ? LOG_SIZE : (SIZES[path] ?? USUAL_SIZE);
}

function pageSize(node: FieldNode, variables: Readonly<Record<string, unknown>>): number {
  const sizes = (node.arguments ?? [])
    .filter(({ name }) => name.value === 'first' || name.value === 'last')
    .map(({ value }) => {
      if (value.kind === Kind.INT) return Number(value.value);
      return value.kind === Kind.VARIABLE ? Number(variables[value.name.value] ?? 0) : 0;
    });
  const largest = Math.max(0, ...sizes);
  return largest > 0 ? largest : LARGEST_PAGE;
}

function ownCost(path: string, node: FieldNode, variables: Readonly<Record<string, unknown>>): number {
  const items = ITEM_COSTS[path];
  if (items === undefined) return OWN_COSTS[path] ?? 1;
  const value = node.arguments?.find(({ name }) => name.value === items.of)?.value;
  const given = value?.kind === Kind.VARIABLE ? variables[value.name.value] : undefined;
  if (Array.isArray(given)) return items.each * given.length;
  return value?.kind === Kind.LIST ? items.each * value.values.length : items.each;
}
