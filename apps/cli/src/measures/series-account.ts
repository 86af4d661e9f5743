import { ReadObservations, ReadStanding } from '#chronicle';
import type { ChangeStanding } from '#governance';
import type { FigureRow } from '#interchange';
import {
  formatDecimal,
  gapInWords,
  pointInWords,
  type Breakdown,
  type GapCode,
  type InferredEdge,
  type SeriesPoint,
  type TermRole,
  type ValueKind,
} from '#measures';
import { chronicleEntry, type ChangeId, type Relation, type UnitReference } from '#structure';
import type { Message } from '#temporal';
import type { Inquiry } from '../evidence/inquiry.js';
import { observationAccount, type ObservationAccount } from '../evidence/observation-account.js';
import { figureRowsOf } from './figure-rows-of.js';

/** A change that moved a unit between a period and the date of the perimeter. */
export interface MovedBy {
  readonly id: string;
  readonly sentence: Message;
  readonly standing: ChangeStanding | null;
}

/** Lineage that no change says, and the observation that makes it likely. */
export interface InferenceFollowed {
  readonly from: { readonly id: string; readonly name: string };
  readonly to: { readonly id: string; readonly name: string };
  readonly relation: Relation;
  readonly observation: ObservationAccount | null;
}

/** One period of a series, with all that its restated figure follows from. */
export interface PointAccount {
  readonly period: string;
  readonly kind: ValueKind;
  readonly breakdown: Breakdown;
  readonly amount: string | null;
  readonly unitOfMeasure: string;
  readonly restatedTo: string;
  readonly likeForLike: boolean | null;
  readonly joined: readonly UnitReference[];
  readonly left: readonly UnitReference[];
  readonly excepted: readonly UnitReference[];
  readonly sinceUnknown: readonly UnitReference[];
  readonly restated: string | null;
  readonly tolerance: string;
  readonly byShares: boolean;
  readonly terms: readonly {
    readonly unit: UnitReference;
    readonly role: TermRole;
    readonly share: string;
    readonly amount: string | null;
    readonly changes: readonly MovedBy[];
  }[];
  readonly gaps: readonly {
    readonly code: GapCode;
    readonly unit: UnitReference;
    readonly others: readonly UnitReference[];
    readonly sentence: Message;
  }[];
  readonly inferred: readonly InferenceFollowed[];
  readonly statements: readonly FigureRow[];
  readonly sentence: Message;
}

/** @param unitOfMeasure what the amounts are measured in */
export async function pointAccount(
  point: SeriesPoint,
  unitOfMeasure: string,
  inquiry: Inquiry,
): Promise<PointAccount> {
  const { reading } = inquiry;
  const { period, kind, breakdown, amount, likeForLike, joined, left, restated, byShares } = point;
  const terms = [];
  for (const { unit, role, share, amount: counted, changes } of point.terms) {
    terms.push({
      unit,
      role,
      share: formatDecimal(share),
      amount: counted && formatDecimal(counted),
      changes: await movedBy(changes, inquiry),
    });
  }
  return {
    period,
    kind,
    breakdown,
    amount: amount && formatDecimal(amount),
    unitOfMeasure,
    restatedTo: reading.date,
    likeForLike,
    joined,
    left,
    excepted: point.excepted,
    sinceUnknown: point.sinceUnknown,
    restated: restated && formatDecimal(restated),
    tolerance: formatDecimal(point.tolerance),
    byShares,
    terms,
    gaps: point.gaps.map((gap) => ({ ...gap, sentence: gapInWords(gap) })),
    inferred: await followed(point.inferred, inquiry),
    statements: point.statements.map(figureRowsOf(inquiry, [])),
    sentence: pointInWords(point),
  };
}

async function movedBy(changes: readonly string[], { queries, reading }: Inquiry): Promise<MovedBy[]> {
  const { timeline, position } = reading;
  const moved: MovedBy[] = [];
  for (const id of changes as readonly ChangeId[]) {
    const change = timeline.changes.get(id);
    const entry = change === undefined ? null : chronicleEntry(timeline, change, position);
    if (entry === null) continue;
    const report = await queries.execute(new ReadStanding(reading, id));
    moved.push({ id, sentence: entry.sentence, standing: report?.standing ?? null });
  }
  return moved;
}

async function followed(edges: readonly InferredEdge[], inquiry: Inquiry): Promise<InferenceFollowed[]> {
  if (edges.length === 0) return [];
  const { queries, reading, words } = inquiry;
  const observations = await queries.execute(new ReadObservations(reading));
  return edges.map(({ from, to, relation, observation }) => {
    const seen = observations.find(({ id }) => id === observation);
    return {
      from: { id: from, name: words.unit(from) },
      to: { id: to, name: words.unit(to) },
      relation,
      observation: seen === undefined ? null : observationAccount(seen, inquiry),
    };
  });
}
