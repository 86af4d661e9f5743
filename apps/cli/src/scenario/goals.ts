import { InvalidArgumentError } from 'commander';
import type { Target } from '#scenarios';
import type { Language, Message } from '#temporal';

/** Reads one `--goal`. @throws InvalidArgumentError */
export function goal(text: string, others: readonly Target[] = []): readonly Target[] {
  return [...others, readGoal(text)];
}

function readGoal(text: string): Target {
  switch (text) {
    case 'cost-neutral':
      return { goal: 'costNeutral' };
    case 'staff-neutral':
      return { goal: 'staffNeutral' };
    case 'no-single-child-chains':
      return { goal: 'noSingleChildChains' };
  }
  const layers = /^max-layers=([1-9]\d{0,3})$/.exec(text);
  if (layers !== null) return { goal: 'maxLayers', most: Number(layers[1]) };
  const span = /^span=(\d{0,5})\.\.(\d{0,5})$/.exec(text);
  const [least, most] = [span?.[1], span?.[2]].map((bound) => (bound ? Number(bound) : undefined));
  if (span === null || (least ?? 0) > (most ?? Infinity) || (least ?? most) === undefined) {
    throw new InvalidArgumentError(
      'A goal is cost-neutral, staff-neutral, max-layers=N, span=A..B or no-single-child-chains.',
    );
  }
  return {
    goal: 'span',
    ...(least === undefined ? {} : { least }),
    ...(most === undefined ? {} : { most }),
  };
}

/** A goal in a few words. */
export function goalInWords(target: Target, language: Language): string {
  return wordsFor(target)[language];
}

function wordsFor(target: Target): Message {
  switch (target.goal) {
    case 'costNeutral':
      return { sv: 'kostnadsneutralt', en: 'cost neutral' };
    case 'staffNeutral':
      return { sv: 'oförändrad bemanning', en: 'staff neutral' };
    case 'noSingleChildChains':
      return { sv: 'ingen enhet med en enda under sig', en: 'no unit with a single one under it' };
    case 'maxLayers':
      return { sv: `högst ${target.most} nivåer`, en: `at most ${target.most} layers` };
    case 'span': {
      const { least, most } = target;
      const range =
        most === undefined ? `≥ ${least}` : least === undefined ? `≤ ${most}` : `${least}–${most}`;
      return { sv: `${range} enheter direkt under varje enhet som har några`, en: `a span of ${range}` };
    }
  }
}
