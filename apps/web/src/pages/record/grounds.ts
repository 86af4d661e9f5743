import type { graphql } from '../../graphql/graphql.js';
import type { Content } from '../../change-form/content.js';
import type { Amendment } from '../../change-form/draft.js';

/** What is recorded: a change, or an amendment of one, with what it rests on. */
export type Change = ReturnType<typeof graphql.scalar<'ChangeInput'>>;

/** Why something is recorded, and what it rests on. */
export interface Grounds {
  readonly reason: string;
  /** The id of a matter and of a decision. */
  readonly matter: string | null;
  readonly decision: string | null;
  readonly document: string;
  readonly place: string;
}

export const NO_GROUNDS: Grounds = { reason: '', matter: null, decision: null, document: '', place: '' };

function circumstancesOf({ reason, matter, decision, document, place }: Grounds) {
  const basis = { ...(matter === null ? {} : { matter }), ...(decision === null ? {} : { decision }) };
  const source = {
    ...(document.trim() === '' ? {} : { document: document.trim() }),
    ...(place.trim() === '' ? {} : { place: place.trim() }),
  };
  return {
    ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
    ...(Object.keys(basis).length === 0 ? {} : { basis }),
    ...(Object.keys(source).length === 0 ? {} : { source }),
  };
}

/** A change with what it rests on. */
export function withGrounds(content: Content, grounds: Grounds): Change {
  const [kind, said] = Object.entries(content)[0] ?? [];
  return { [kind ?? '']: { ...(said as object), ...circumstancesOf(grounds) } } as unknown as Change;
}

/** An amendment of a recorded change, which must say why; null: something is missing. */
export function amendmentOf(
  how: Amendment,
  change: string | null,
  on: string,
  content: Content | null,
  grounds: Grounds,
): Change | null {
  const said = circumstancesOf(grounds);
  if (change === null || said.reason === undefined) return null;
  if (how === 'CANCEL') return { cancel: { change, ...said } };
  if (how === 'RESCHEDULE')
    return on.trim() === '' ? null : { reschedule: { change, on: on.trim(), ...said } };
  return content === null ? null : { correct: { change, with: content, ...said } };
}
