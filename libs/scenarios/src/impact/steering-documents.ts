import {
  assignment,
  document,
  observation,
  spelling,
  unitOfParty,
  type DocumentPayload,
  type Party,
} from '#governance';
import type { KnownRecord, RecordId, Register } from '#records';
import { foldName, sortNamed, type UnitReference } from '#structure';
import { keptFor } from './kept-for.js';

/** How a steering document is known to concern a unit. */
export type Concern =
  /** An assignment of the unit is to change it. */
  | 'toBeChanged'
  /** An assignment of the unit stands in it. */
  | 'givesAssignment'
  /** It writes the unit's name, or something was observed of the unit in it. */
  | 'mentions';

export interface SteeringDocument {
  readonly title: string;
  /** Of its record; null: it is only named. */
  readonly document: RecordId | null;
  readonly concern: Concern;
  /** The assignment, spelling or observation that says so. */
  readonly record: RecordId;
  readonly unit: UnitReference;
  readonly becomes: 'ended' | 'moved';
}

type Mention = Pick<SteeringDocument, 'title' | 'document' | 'concern' | 'record'>;

/** Steering documents by the units that they concern, as known at a position. */
const mentionsByUnit = keptFor((register: Register, position: number): ReadonlyMap<string, Mention[]> => {
  const mentions = new Map<string, Mention[]>();
  const add = (units: readonly (string | undefined)[], mention: Mention) => {
    for (const unit of units) {
      if (unit === undefined) continue;
      const known = mentions.get(unit);
      if (known === undefined) mentions.set(unit, [mention]);
      else known.push(mention);
    }
  };
  const steering = register
    .known(document, position)
    .filter(({ payload }) => payload.role === 'steeringDocument');
  const byId = new Map<string, KnownRecord<DocumentPayload>>(steering.map((paper) => [paper.id, paper]));
  const byTitle = new Map(
    steering.flatMap((paper) => titlesOf(paper).map((title) => [title, paper] as const)),
  );
  const inDocument = (id: string | undefined, concern: Concern, record: RecordId): Mention[] => {
    const paper = id === undefined ? undefined : byId.get(id);
    return paper === undefined ? [] : [{ title: paper.payload.title, document: paper.id, concern, record }];
  };
  for (const { id, payload } of register.known(assignment, position)) {
    const units = partiesOf([...payload.to, ...(payload.with ?? [])]);
    for (const title of payload.steeringDocuments ?? []) {
      const paper = byTitle.get(foldName(title));
      add(units, { title, document: paper?.id ?? null, concern: 'toBeChanged', record: id });
    }
    for (const mention of inDocument(payload.document, 'givesAssignment', id)) add(units, mention);
  }
  for (const { id, payload } of register.known(spelling, position)) {
    for (const mention of inDocument(payload.document, 'mentions', id)) add([payload.unit], mention);
  }
  for (const { id, payload } of register.known(observation, position)) {
    for (const mention of inDocument(payload.document, 'mentions', id)) add(payload.units, mention);
  }
  return mentions;
});

function titlesOf({ payload }: KnownRecord<DocumentPayload>): string[] {
  return [payload.title, ...(payload.alsoCalled ?? []).map(({ title }) => title)].map(foldName);
}

function partiesOf(parties: readonly Party[]): (string | undefined)[] {
  return parties.map(unitOfParty);
}

/**
 * The steering documents that are known to concern a unit which ends or moves: through its assignments, and through
 * spellings of its name and observations in the document. By title.
 */
export function steeringDocumentsOf(
  register: Register,
  position: number,
  ended: readonly UnitReference[],
  moved: readonly UnitReference[],
): SteeringDocument[] {
  const mentions = mentionsByUnit(register, position);
  const found = new Map<string, SteeringDocument>();
  const collect = (units: readonly UnitReference[], becomes: SteeringDocument['becomes']) => {
    for (const { id, name } of units) {
      for (const mention of mentions.get(id) ?? []) {
        const key = `${id} ${mention.title} ${mention.concern} ${mention.record}`;
        if (!found.has(key)) found.set(key, { ...mention, unit: { id, name }, becomes });
      }
    }
  };
  collect(ended, 'ended');
  collect(moved, 'moved');
  const named = [...found.values()].map((one) => ({ id: one.record, name: one.title, one }));
  return sortNamed(named).map(({ one }) => one);
}
