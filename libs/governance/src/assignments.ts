import type { KnownRecord, Register } from '#records';
import {
  lineageOn,
  nameAt,
  statusOf,
  whenOf,
  type Reading,
  type UnitId,
  type UnitReference,
  type UnitStatus,
  type When,
} from '#structure';
import { impreciseDate, type Day } from '#temporal';
import { assignmentStanding, isGiven, type AssignmentStanding } from './assignment-standing.js';
import { Evidence } from './evidence.js';
import { whenHappened, type Happened } from './happened.js';
import {
  assignment,
  handOver,
  report,
  unitOfParty,
  type Assessment,
  type AssignmentPayload,
  type HandOverPayload,
  type Party,
  type ReportPayload,
} from './kinds/index.js';

/**
 * How far an assignment has come on a date. `notGiven`: nobody has to do it (see its standing); `done`: a final report
 * is there; `reported`: a report is, and it goes on; without any report `open` (no date is set), `notYetDue`, `due`
 * (within the days that its date may mean), `overdue` (after the last of them), and `maybeOverdue` where a report is
 * dated so imprecisely that it may have come by then.
 */
export type AssignmentStatus =
  'notGiven' | 'open' | 'notYetDue' | 'due' | 'overdue' | 'maybeOverdue' | 'reported' | 'done';

/** Who has an assignment on a date. */
export interface AssignmentParty {
  /** As it is recorded: a unit, or a name as written. */
  readonly party: Party;
  readonly unit: string | null;
  /** What its unit is called on the date, else as it is written; null where no structure was read. */
  readonly name: string | null;
  /** Of its unit on the date; null where none is tracked, or no structure was read. */
  readonly status: UnitStatus | null;
  /** Of a unit that has ended: the units in force on the date that its lineage leads to. */
  readonly successors: readonly UnitReference[];
}

/** A report that has come by the date, for certain or perhaps. */
export interface AssignmentReport {
  readonly id: string;
  readonly payload: ReportPayload;
  /** As dated; null: it is undated, and counts from the day on which it was first recorded. */
  readonly on: string | null;
  /** False while it may not have come yet: its date is imprecise. */
  readonly certain: boolean;
}

export interface AssignmentOnDate {
  readonly id: string;
  readonly payload: AssignmentPayload;
  readonly source: unknown;
  readonly standing: AssignmentStanding;
  readonly status: AssignmentStatus;
  /** Who has it on the date: handed over as far as that is certain. */
  readonly to: readonly AssignmentParty[];
  readonly with: readonly AssignmentParty[];
  readonly due: When | null;
  /** Oldest first. */
  readonly reports: readonly AssignmentReport[];
  /** Of the last report that is certain; null while there is none. */
  readonly assessment: Assessment | null;
  /** A unit that has it has ended, and nobody has taken it over. */
  readonly needsHandOver: boolean;
  /** Hand-overs that have happened by the date, oldest first. */
  readonly handOvers: readonly KnownRecord<HandOverPayload>[];
}

export interface AssignmentQuery {
  /** The structure on the date; without it no unit is followed through reorganisations. */
  readonly reading?: Reading | undefined;
  /** Only those that this unit has, does together with others, or stands to take over from a unit that has ended. */
  readonly unit?: string | undefined;
  /** Only those of this matter, themselves or through their decision. */
  readonly matter?: string | undefined;
  /** Only those last assessed so. */
  readonly assessment?: Assessment | undefined;
  /** Only those that are overdue, or only those that are not. */
  readonly overdue?: boolean | undefined;
  /** What is evidenced at the position, where it is at hand already. */
  readonly evidence?: Evidence | undefined;
}

/**
 * Assignments as they stand at the end of a date, as known at a position, in the order of recording. A report or
 * hand-over counts from the last day that its date may mean (of a report no later than the day on which it was first
 * recorded); an undated one, from the day on which it was first recorded.
 */
export function assignmentsAt(
  register: Register,
  position: number,
  at: Day,
  query: AssignmentQuery = {},
): AssignmentOnDate[] {
  const evidence = query.evidence ?? new Evidence(register, position);
  return matchingAssignments(
    everyAssignment(register, position, at, query.reading, evidence),
    query,
    evidence,
  );
}

/** Those of a list that a query asks for: of a list that is kept for several queries. */
export function matchingAssignments(
  all: readonly AssignmentOnDate[],
  query: AssignmentQuery,
  evidence: Evidence,
): AssignmentOnDate[] {
  return all.filter(
    (found) =>
      (query.matter === undefined || matterOf(found.payload, evidence) === query.matter) &&
      matches(found, query),
  );
}

function everyAssignment(
  register: Register,
  position: number,
  at: Day,
  structure: Reading | undefined,
  evidence: Evidence,
): AssignmentOnDate[] {
  const reports = byAssignment(register, register.known(report, position));
  const handOvers = byAssignment(register, register.known(handOver, position), true);
  const reading = structure && { ...structure, at };
  return register.known(assignment, position).map((known) =>
    onDate(known, {
      at,
      reading,
      standing: assignmentStanding(known, evidence, at),
      reports: reports.get(known.id) ?? [],
      handOvers: (handOvers.get(known.id) ?? []).filter(({ when }) => when.latest <= at),
    }),
  );
}

interface Dated<P> {
  readonly known: KnownRecord<P>;
  readonly when: Happened;
}

interface Circumstances {
  readonly at: Day;
  readonly reading: Reading | undefined;
  readonly standing: AssignmentStanding;
  readonly reports: readonly Dated<ReportPayload>[];
  readonly handOvers: readonly Dated<HandOverPayload>[];
}

function onDate(known: KnownRecord<AssignmentPayload>, circumstances: Circumstances): AssignmentOnDate {
  const { at, reading, standing, handOvers } = circumstances;
  const { payload } = known;
  const parties = handOvers.at(-1)?.known.payload.to ?? payload.to;
  const to = parties.map((party) => partyOn(party, reading));
  const reports = circumstances.reports
    .filter(({ when }) => when.earliest <= at)
    .map(({ known: { id, payload }, when }) => ({
      id: id as string,
      payload,
      on: when.written,
      certain: when.latest <= at,
    }));
  const status = statusOn(payload.due, standing, reports, at);
  const isOver =
    status === 'done' || standing === 'lapsed' || standing === 'rejected' || standing === 'annulled';
  return {
    id: known.id,
    payload,
    source: known.source,
    standing,
    status,
    to,
    with: (payload.with ?? []).map((party) => partyOn(party, reading)),
    due: payload.due === undefined ? null : whenOf(impreciseDate(payload.due)),
    reports,
    assessment: reports.findLast(({ certain }) => certain)?.payload.assessment ?? null,
    needsHandOver: !isOver && to.some((party) => party.status === 'ended'),
    handOvers: handOvers.map((dated) => dated.known),
  };
}

function statusOn(
  due: string | undefined,
  standing: AssignmentStanding,
  reports: readonly AssignmentReport[],
  at: Day,
): AssignmentStatus {
  if (!isGiven(standing)) return 'notGiven';
  const certain = reports.filter((one) => one.certain);
  if (certain.some(({ payload }) => payload.final)) return 'done';
  if (certain.length > 0) return 'reported';
  if (due === undefined) return 'open';
  const { earliest, latest } = impreciseDate(due);
  if (at < earliest) return 'notYetDue';
  if (at <= latest) return 'due';
  return reports.length > 0 ? 'maybeOverdue' : 'overdue';
}

function partyOn(party: Party, reading: Reading | undefined): AssignmentParty {
  const written = typeof party === 'string' ? null : party.name;
  const id = unitOfParty(party);
  const unit = id === undefined ? undefined : reading?.timeline.units.get(id as UnitId);
  if (reading === undefined || unit === undefined) {
    return { party, unit: id ?? null, name: written, status: null, successors: [] };
  }
  const status = statusOf(reading, unit);
  const successors = status === 'ended' ? lineageOn(reading, unit, 'forward').units : [];
  return {
    party,
    unit: unit.id,
    name: nameAt(reading, unit),
    status,
    successors: successors.map(({ id, name }) => ({ id, name })),
  };
}

function matches(found: AssignmentOnDate, { unit, assessment, overdue }: AssignmentQuery): boolean {
  if (assessment !== undefined && found.assessment !== assessment) return false;
  if (overdue !== undefined && (found.status === 'overdue') !== overdue) return false;
  if (unit === undefined) return true;
  return (
    [...found.to, ...found.with].some((party) => party.unit === unit) ||
    (found.needsHandOver && found.to.some(({ successors }) => successors.some(({ id }) => id === unit)))
  );
}

function matterOf({ matter, decision }: AssignmentPayload, evidence: Evidence): string | undefined {
  return matter ?? (decision === undefined ? undefined : evidence.decision(decision)?.payload.matter);
}

/** By the assignment that they are about, each by the last day that its date may mean, then as recorded. */
function byAssignment<P extends { readonly assignment: string; readonly on?: string | undefined }>(
  register: Register,
  all: readonly KnownRecord<P>[],
  mayBePlanned = false,
): Map<string, Dated<P>[]> {
  const lists = new Map<string, Dated<P>[]>();
  for (const known of all) {
    const list = lists.get(known.payload.assignment) ?? [];
    lists.set(known.payload.assignment, list);
    list.push({ known, when: whenHappened(register, known, known.payload.on, mayBePlanned) });
  }
  for (const list of lists.values()) {
    list.sort((a, b) => (a.when.latest === b.when.latest ? 0 : a.when.latest < b.when.latest ? -1 : 1));
  }
  return lists;
}
