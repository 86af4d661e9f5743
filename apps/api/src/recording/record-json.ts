import { defined } from '#structure';
import type { AppealRecord } from '../governance/inputs/appeal.input.js';
import type {
  AssignmentRecord,
  HandOverRecord,
  ReportRecord,
} from '../governance/inputs/assignment.input.js';
import type { CompetenceRecord } from '../governance/inputs/competence.input.js';
import type { ConditionOutcomeRecord, ConditionRecord } from '../governance/inputs/condition.input.js';
import type { DecisionRecord } from '../governance/inputs/decision.input.js';
import type { DocumentRecord } from '../governance/inputs/document.input.js';
import type { MatterRecord } from '../governance/inputs/matter.input.js';
import type { ObservationRecord, ObservationReviewRecord } from '../governance/inputs/observation.input.js';
import type { PartyInput } from '../governance/inputs/record-circumstances.input.js';
import type { SpellingRecord } from '../governance/inputs/spelling.input.js';
import type {
  BreakdownInput,
  FiguresColumnInput,
  FiguresRecord,
  FiguresRowInput,
} from '../measures/inputs/figures.input.js';
import type { IndicatorRecord } from '../measures/inputs/indicator.input.js';
import { keyed, said, type Json } from './input-json.js';

/** Inputs by the kind of record that they are, in the words of the import format. */
export interface RecordInputByKind {
  matter: MatterRecord;
  document: DocumentRecord;
  decision: DecisionRecord;
  condition: ConditionRecord;
  conditionMet: ConditionOutcomeRecord;
  conditionFailed: ConditionOutcomeRecord;
  appeal: AppealRecord;
  competence: CompetenceRecord;
  spelling: SpellingRecord;
  observation: ObservationRecord;
  observationConfirmed: ObservationReviewRecord;
  observationRejected: ObservationReviewRecord;
  assignment: AssignmentRecord;
  report: ReportRecord;
  handOver: HandOverRecord;
  indicator: IndicatorRecord;
  figures: FiguresRecord;
}
export type RecordInputKind = keyof RecordInputByKind;

type Content<K extends RecordInputKind> = Omit<RecordInputByKind[K], keyof Circumstances>;
interface Circumstances {
  readonly externalId?: string | null;
  readonly reason?: string | null;
  readonly source?: unknown;
}

const asGiven = (content: object): Json => ({ ...content });

/** What differs from the import format; nulls are gone by then, and circumstances and terms are not in it. */
const CONTENT: { readonly [K in RecordInputKind]: (content: Content<K>) => Json } = {
  matter: asGiven,
  document: asGiven,
  decision: ({ body, to, recipients, ...content }) => ({
    ...content,
    body: party(body),
    to: to && party(to),
    recipients: recipients?.map(party),
  }),
  condition: asGiven,
  conditionMet: asGiven,
  conditionFailed: asGiven,
  appeal: asGiven,
  competence: ({ by: { board, ...by }, ...content }) => ({ ...content, by: board === true ? 'board' : by }),
  spelling: asGiven,
  observation: asGiven,
  observationConfirmed: asGiven,
  observationRejected: asGiven,
  assignment: ({ to, with: others, reportTo, ...content }) => ({
    ...content,
    to: to.map(party),
    with: others?.map(party),
    reportTo: reportTo && party(reportTo),
  }),
  report: asGiven,
  handOver: ({ to, ...content }) => ({ ...content, to: to.map(party) }),
  indicator: ({ alsoIn, ...content }) => ({
    ...content,
    alsoIn: keyed(
      alsoIn,
      'alsoIn',
      ({ unitOfMeasure }) => unitOfMeasure,
      ({ unitOfMeasure: _, ...unit }) => unit,
    ),
  }),
  figures: ({ breakdown, columns, rows, ...content }) => ({
    ...content,
    breakdown: breakdownOf(breakdown, 'breakdown'),
    columns: keyed(columns, 'columns', ({ column }) => column, columnOf),
    rows: rows.map(rowOf),
  }),
};

export function isRecordInputKind(kind: string): kind is RecordInputKind {
  return Object.hasOwn(CONTENT, kind);
}

/** The fields of a record in the form of the import format, without its circumstances. @throws InputRefused */
export function recordContent<K extends RecordInputKind>(kind: K, input: RecordInputByKind[K]): Json {
  return defined(CONTENT[kind](contentOf(input) as never));
}

/** Without circumstances, and without the terms that stand beside the content of a mutation of its own. */
function contentOf(input: object): object {
  return said(Object.fromEntries(Object.entries(input).filter(([name]) => !NO_CONTENT.has(name))));
}

const NO_CONTENT: ReadonlySet<string> = new Set([
  'externalId',
  'reason',
  'source',
  'organisation',
  'idempotencyKey',
  'expectedPosition',
  'validateOnly',
  'confirm',
  'keys',
]);

function party({ unit, name }: PartyInput): unknown {
  return name == null && unit != null ? unit : defined({ unit: unit ?? undefined, name: name ?? undefined });
}

function breakdownOf(list: readonly BreakdownInput[] | null | undefined, field: string): Json | undefined {
  return keyed(
    list,
    field,
    ({ dimension }) => dimension,
    ({ category }) => category,
  );
}

function columnOf({ column, breakdown, difference, ...rest }: FiguresColumnInput): Json {
  return defined({
    ...rest,
    breakdown: breakdownOf(breakdown, `columns.${column}.breakdown`),
    difference: difference == null ? undefined : [difference.from, difference.less],
  });
}

function rowOf({ values, breakdown, ...rest }: FiguresRowInput, i: number): Json {
  const printed = values.filter((value) => value.printed != null);
  return defined({
    ...rest,
    breakdown: breakdownOf(breakdown, `rows[${i}].breakdown`),
    values: keyed(
      values,
      `rows[${i}].values`,
      ({ column }) => column,
      ({ value }) => value,
    ),
    printed:
      printed.length === 0
        ? undefined
        : Object.fromEntries(printed.map((value) => [value.column, value.printed])),
  });
}
