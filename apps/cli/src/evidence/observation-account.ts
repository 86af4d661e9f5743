import type { Confidence, Observation, Verdict } from '#governance';
import type { Language } from '#temporal';
import type { Inquiry } from './inquiry.js';
import { placesAfter, placesOf, type SourcePlace } from './source-places.js';

/** What a later document shows, and what is inferred from it. An inference is never a decision. */
export interface ObservationAccount {
  readonly id: string;
  readonly says: string;
  readonly on: string | null;
  readonly confidence: Confidence;
  readonly verdict: Verdict;
  readonly verdictText: string | null;
  /** The change that it makes likely. */
  readonly corroborates: string | null;
  readonly places: readonly SourcePlace[];
}

export function observationAccount(observation: Observation, inquiry: Inquiry): ObservationAccount {
  const { id, says, on, confidence, verdict, verdictText, corroborates, document, place, source } =
    observation;
  return {
    id,
    says,
    on: on ?? null,
    confidence,
    verdict,
    verdictText,
    corroborates: corroborates ?? null,
    places: placesOf({ document, place }, source, inquiry),
  };
}

const WORDS = {
  sv: {
    inference: 'slutsats',
    confidence: { low: 'låg säkerhet', medium: 'viss säkerhet', high: 'hög säkerhet' },
    verdict: { unreviewed: 'inte prövad', confirmed: 'bekräftad', rejected: 'avvisad' },
  },
  en: {
    inference: 'inference',
    confidence: { low: 'low confidence', medium: 'medium confidence', high: 'high confidence' },
    verdict: { unreviewed: 'reviewed by nobody', confirmed: 'confirmed', rejected: 'rejected' },
  },
} as const;

/** "slutsats, hög säkerhet, inte prövad" */
export function inferenceInWords(
  { confidence, verdict }: { readonly confidence: Confidence; readonly verdict: Verdict },
  language: Language,
): string {
  const words = WORDS[language];
  return `${words.inference}, ${words.confidence[confidence]}, ${words.verdict[verdict]}`;
}

/** What is seen, where, and how sure what is inferred from it is. */
export function observationInWords(observation: ObservationAccount, language: Language): string {
  const { says, on, places } = observation;
  const when = on === null ? '' : `${on}: `;
  return `${when}${says} [${inferenceInWords(observation, language)}]${placesAfter(places)}`;
}
