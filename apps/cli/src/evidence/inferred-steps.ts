import { ReadObservations } from '#chronicle';
import type { InferredStep } from '#governance';
import { nameAt, type UnitId } from '#structure';
import type { Language } from '#temporal';
import { keyOf } from '../question.js';
import { relationInWords } from '../relation-words.js';
import type { Inquiry } from './inquiry.js';
import { inferenceInWords, observationAccount, type ObservationAccount } from './observation-account.js';
import { placesAfter } from './source-places.js';

interface NamedUnit {
  readonly id: string;
  readonly key: string | null;
  readonly name: string;
}

/** One step of lineage that no change says, with what it is inferred from. */
export interface InferredStepAccount extends Pick<
  InferredStep,
  'direction' | 'generation' | 'relation' | 'confidence' | 'verdict'
> {
  readonly inferred: true;
  readonly from: NamedUnit;
  readonly to: NamedUnit;
  readonly observation: ObservationAccount;
}

export async function inferredSteps(
  steps: readonly InferredStep[],
  inquiry: Inquiry,
): Promise<InferredStepAccount[]> {
  if (steps.length === 0) return [];
  const { queries, reading, keys } = inquiry;
  const named = (id: string): NamedUnit => {
    const unit = reading.timeline.units.get(id as UnitId);
    const name = unit === undefined ? id : nameAt(reading, unit);
    return { id, key: keyOf(reading, id, keys), name };
  };
  const all = await queries.execute(new ReadObservations(reading));
  return steps.map(({ direction, generation, relation, confidence, verdict, from, to, observation }) => ({
    direction,
    generation,
    relation,
    confidence,
    verdict,
    inferred: true,
    from: named(from),
    to: named(to),
    observation: observationAccount(
      all.find(({ id }) => id === observation)!,
      inquiry,
    ),
  }));
}

/** "A → B (fortsätter i) [slutsats, hög säkerhet, inte prövad] – dokument, plats" */
export function inferredStepInWords(step: InferredStepAccount, language: Language): string {
  const { from, to, relation, observation } = step;
  const how = relationInWords(relation, null, language);
  const sure = inferenceInWords(step, language);
  return `${from.name} → ${to.name} (${how}) [${sure}]${placesAfter(observation.places)}`;
}
