import {
  BREAK,
  getNamedType,
  isListType,
  isObjectType,
  isScalarType,
  getNullableType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import { jsonText } from '#interchange';

/** How a query over organisations is answered: which organisations it reads, and which charts are filled in. */
export interface AnswerPlan {
  readonly roots: readonly FieldNode[];
  /** The document with a placeholder for each chart below. */
  readonly document: DocumentNode;
  readonly charts: readonly PlannedChart[];
}

/** A chart of plain boxes, made without the executor: it would spend most of its time on their fields. */
export interface PlannedChart {
  readonly root: string;
  readonly key: string;
  readonly node: FieldNode;
  /** A box as JSON. */
  readonly write: (box: object) => string;
}

/** Undefined for what is not a plain query of `organisation` and `compare`. */
export function planAnswer(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): AnswerPlan | undefined {
  if (operation.operation !== 'query') return undefined;
  const roots = plainFields(operation.selectionSet.selections);
  if (roots === undefined || !roots.every(({ name }) => READS.has(name.value))) return undefined;
  if (restsOnMore(schema, document)) return undefined;
  const charts: PlannedChart[] = [];
  const selections = roots.map((root) => withoutCharts(schema, root, charts));
  const planned = { ...operation, selectionSet: { ...operation.selectionSet, selections } };
  return {
    roots,
    charts,
    document: {
      ...document,
      definitions: document.definitions.map((node) => (node === operation ? planned : node)),
    },
  };
}

const READS = new Set(['organisation', 'compare', '__typename']);

/**
 * Fields of an organisation's answer that follow from more than its position, or the scenario's version: from other
 * scenarios, from who asks, from what has been recorded since, or from which day it is.
 */
const RESTS_ON_MORE = new Set([
  'Matter.alternatives',
  'Change.scenario',
  'Scenario.behind',
  'Scenario.rebase',
  'Scenario.impact',
  'Scenario.targets',
  'ScenarioProposal.matter',
  'ScenarioAdoption.matter',
  'ScenarioAdoption.decision',
  'ScenarioAdoption.changes',
]);

function restsOnMore(schema: GraphQLSchema, document: DocumentNode): boolean {
  const types = new TypeInfo(schema);
  let found = false;
  const look = {
    enter(node: FieldNode): typeof BREAK | undefined {
      found = RESTS_ON_MORE.has(`${types.getParentType()?.name}.${node.name.value}`);
      return found ? BREAK : undefined;
    },
  };
  visit(document, visitWithTypeInfo(types, { Field: look }));
  return found;
}

function withoutCharts(schema: GraphQLSchema, root: FieldNode, charts: PlannedChart[]): FieldNode {
  const type = schema.getType('ChartUnit');
  const fields = root.name.value === 'organisation' && plainFields(root.selectionSet?.selections ?? []);
  if (!fields || !isObjectType(type)) return root;
  const selections = fields.map((field) => {
    const write = field.name.value === 'chart' ? boxWriter(type, field) : undefined;
    if (write === undefined) return field;
    charts.push({ root: keyOf(root), key: keyOf(field), node: field, write });
    return placeholder(field);
  });
  return { ...root, selectionSet: { kind: Kind.SELECTION_SET, selections } };
}

function placeholder(field: FieldNode): FieldNode {
  return {
    kind: Kind.FIELD,
    alias: { kind: Kind.NAME, value: keyOf(field) },
    name: { kind: Kind.NAME, value: '__typename' },
  };
}

/** Fields without fragments and directives, each under a name of its own; undefined if they are otherwise. */
function plainFields(selections: readonly SelectionNode[]): FieldNode[] | undefined {
  const fields: FieldNode[] = [];
  const keys = new Set<string>();
  for (const selection of selections) {
    if (selection.kind !== Kind.FIELD || (selection.directives?.length ?? 0) > 0) return undefined;
    const key = keyOf(selection);
    if (keys.has(key)) return undefined;
    keys.add(key);
    fields.push(selection);
  }
  return fields;
}

/** Writes objects whose fields are read as they are; undefined if some field is more than that. */
function boxWriter(type: GraphQLObjectType, node: FieldNode): ((box: object) => string) | undefined {
  const nodes = plainFields(node.selectionSet?.selections ?? []);
  if (nodes === undefined || nodes.length === 0) return undefined;
  const openings: string[] = [];
  const reads: ((box: Record<string, unknown>) => string)[] = [];
  for (const inner of nodes) {
    const read = fieldWriter(type, inner);
    if (read === undefined) return undefined;
    openings.push(`${reads.length === 0 ? '{' : ','}${jsonText(keyOf(inner))}:`);
    reads.push(read);
  }
  const size = reads.length;
  return (box) => {
    let json = '';
    for (let i = 0; i < size; i++) json += openings[i]! + reads[i]!(box as Record<string, unknown>);
    return `${json}}`;
  };
}

function fieldWriter(
  type: GraphQLObjectType,
  node: FieldNode,
): ((box: Record<string, unknown>) => string) | undefined {
  const name = node.name.value;
  if (name === '__typename') return () => jsonText(type.name);
  const field = type.getFields()[name];
  if (field === undefined || field.args.length > 0) return undefined;
  const named = getNamedType(field.type);
  if (isScalarType(named)) return (box) => valueJson(box[name]);
  const write = isObjectType(named) ? boxWriter(named, node) : undefined;
  if (write === undefined || !isListType(getNullableType(field.type))) return undefined;
  return (box) => `[${(box[name] as object[]).map(write).join(',')}]`;
}

function valueJson(value: unknown): string {
  return typeof value === 'string' ? jsonText(value) : JSON.stringify(value);
}

export function keyOf(field: FieldNode): string {
  return field.alias?.value ?? field.name.value;
}
