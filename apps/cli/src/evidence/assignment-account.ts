import {
  nameOfParty,
  type Assessment,
  type AssignmentOnDate,
  type AssignmentParty,
  type AssignmentStatus,
  type AssignmentStanding,
  type Party,
} from '#governance';
import type { When } from '#structure';
import { keyOf } from '../question.js';
import type { Inquiry } from './inquiry.js';
import { placesOf, type SourcePlace } from './source-places.js';

/** Who has an assignment, and who follows if that unit has ended. */
export interface PartyAccount {
  readonly name: string;
  readonly key: string | null;
  readonly ended: boolean;
  readonly successors: readonly string[];
}

export interface ReportAccount {
  /** As written; null: undated. */
  readonly on: string | null;
  /** False while it may not have come yet. */
  readonly certain: boolean;
  readonly assessment: Assessment;
  readonly text: string | null;
  readonly final: boolean;
  readonly places: readonly SourcePlace[];
}

/** An assignment on a date: who, what, by when, and what has been reported. */
export interface AssignmentAccount {
  readonly id: string;
  readonly number: string | null;
  readonly title: string;
  readonly text: string | null;
  readonly standing: AssignmentStanding;
  readonly status: AssignmentStatus;
  readonly assessment: Assessment | null;
  readonly to: readonly PartyAccount[];
  readonly with: readonly PartyAccount[];
  readonly reportTo: string | null;
  readonly due: When | null;
  readonly steeringDocuments: readonly string[];
  readonly decision: string | null;
  readonly matter: string | null;
  readonly places: readonly SourcePlace[];
  readonly reports: readonly ReportAccount[];
  readonly needsHandOver: boolean;
}

export function assignmentAccount(given: AssignmentOnDate, inquiry: Inquiry): AssignmentAccount {
  const { id, payload, source, standing, status, assessment, due, reports, needsHandOver } = given;
  const { words } = inquiry;
  const party = (one: AssignmentParty) => partyAccount(one, inquiry);
  const titleOf = (record: string | undefined) => (record === undefined ? null : words.record(record));
  return {
    id,
    number: payload.number ?? null,
    title: payload.title,
    text: payload.text ?? null,
    standing,
    status,
    assessment,
    to: given.to.map(party),
    with: given.with.map(party),
    reportTo: nameOrNull(payload.reportTo, inquiry),
    due,
    steeringDocuments: payload.steeringDocuments ?? [],
    decision: titleOf(payload.decision),
    matter: titleOf(payload.matter),
    places: placesOf({ document: payload.document, place: payload.number }, source, inquiry),
    reports: reports.map(({ on, certain, payload: said }) => ({
      on,
      certain,
      assessment: said.assessment,
      text: said.text ?? null,
      final: said.final ?? false,
      places: placesOf({ document: said.document, place: said.place }, undefined, inquiry),
    })),
    needsHandOver,
  };
}

function partyAccount({ name, unit, status, successors, party }: AssignmentParty, inquiry: Inquiry) {
  return {
    name: name ?? nameOfParty(party, inquiry.words),
    key: unit === null ? null : keyOf(inquiry.reading, unit, inquiry.keys),
    ended: status === 'ended',
    successors: successors.map((successor) => successor.name),
  };
}

function nameOrNull(party: Party | undefined, { words }: Inquiry): string | null {
  return party === undefined ? null : nameOfParty(party, words);
}
