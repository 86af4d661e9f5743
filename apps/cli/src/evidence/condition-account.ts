import type { KnownCondition } from '#governance';
import type { Language } from '#temporal';
import type { Inquiry } from './inquiry.js';
import { placesOf, type SourcePlace } from './source-places.js';

/** A condition of a decision with what became of it. */
export interface ConditionAccount {
  readonly id: string;
  readonly name: string | null;
  readonly text: string;
  readonly state: KnownCondition['state'];
  readonly places: readonly SourcePlace[];
  readonly outcome: {
    readonly on: string | null;
    readonly evidence: string | null;
    readonly places: readonly SourcePlace[];
  } | null;
}

export function conditionAccount(condition: KnownCondition, inquiry: Inquiry): ConditionAccount {
  const { id, externalId, payload, state, outcome, source } = condition;
  return {
    id,
    name: externalId ?? null,
    text: payload.text,
    state,
    places: placesOf({}, source, inquiry),
    outcome:
      outcome === undefined
        ? null
        : {
            on: outcome.payload.on ?? null,
            evidence: outcome.payload.evidence ?? null,
            places: placesOf({ document: outcome.payload.document }, outcome.source, inquiry),
          },
  };
}

const STATES = {
  sv: { open: 'inte avgjort', met: 'uppfyllt', failed: 'uppfylldes inte' },
  en: { open: 'not settled', met: 'met', failed: 'failed' },
} as const;

/** "Fackliga förhandlingar (uppfyllt 2021-09-01: protokoll)" */
export function conditionInWords({ text, state, outcome }: ConditionAccount, language: Language): string {
  const on = outcome?.on == null ? '' : ` ${outcome.on}`;
  const evidence = outcome?.evidence == null ? '' : `: ${outcome.evidence}`;
  return `${text} (${STATES[language][state]}${on}${evidence})`;
}
