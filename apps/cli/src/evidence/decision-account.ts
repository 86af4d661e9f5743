import { decision, isDecision, nameOfParty, type Act, type KnownDecision } from '#governance';
import type { Message } from '#temporal';
import type { Inquiry } from './inquiry.js';
import { placesOf, type SourcePlace } from './source-places.js';

/** What a body did: who, at which paragraph, when, in which matter, and where it stands. */
export interface DecisionAccount {
  readonly id: string;
  readonly name: string | null;
  readonly sentence: Message;
  readonly body: string;
  readonly act: Act;
  /** False for what only prepares or proposes. */
  readonly isDecision: boolean;
  readonly to: string | null;
  readonly paragraph: string | null;
  /** As written; null: not known. */
  readonly on: string | null;
  readonly matter: string;
  readonly places: readonly SourcePlace[];
}

export function decisionAccount(known: KnownDecision, inquiry: Inquiry): DecisionAccount {
  const { id, externalId, payload, source } = known;
  const { body, act, to, paragraph, on, matter, recordedIn } = payload;
  const { words } = inquiry;
  return {
    id,
    name: externalId ?? null,
    sentence: decision.sentence(payload, words),
    body: nameOfParty(body, words),
    act,
    isDecision: isDecision(act),
    to: to === undefined ? null : nameOfParty(to, words),
    paragraph: paragraph ?? null,
    on: on ?? null,
    matter: words.record(matter),
    places: placesOf({ document: recordedIn, place: paragraph }, source, inquiry),
  };
}
