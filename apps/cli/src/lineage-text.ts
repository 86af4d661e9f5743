import type { ChangeStanding, Confidence, Verdict } from '#governance';
import type { DeadEnd, Direction, LineageStep } from '#structure';
import type { Language } from '#temporal';
import { inferredStepInWords, type InferredStepAccount } from './evidence/inferred-steps.js';
import { inferenceInWords } from './evidence/observation-account.js';
import { relationInWords } from './relation-words.js';
import { standingInWords } from './standing-words.js';

const ARROWS = { back: '←', forward: '→' } as const;

/** A step of lineage that a change gives. */
export interface StepLine extends Omit<LineageStep, 'from' | 'to'> {
  readonly from: { readonly name: string };
  readonly to: { readonly name: string };
  /** How firm the change is, if it is not in force. */
  readonly pending: ChangeStanding | null;
}

export function stepText(step: StepLine, language: Language): string {
  const { direction, generation, from, to, relation, share, written, pending } = step;
  const how = relationInWords(relation, share, language);
  const mark = pending === null ? '' : ` [${standingInWords(pending, language)}]`;
  return `${'  '.repeat(generation - 1)}${ARROWS[direction]} ${written}  ${from.name} → ${to.name} (${how})${mark}\n`;
}

export function inferredStepText(step: InferredStepAccount, language: Language): string {
  const { direction, generation } = step;
  return `${'  '.repeat(generation - 1)}${ARROWS[direction]} ?  ${inferredStepInWords(step, language)}\n`;
}

/** A unit in force on a date that another goes back or leads to. */
export type RelativeLine = {
  readonly id: string;
  readonly key: string | null;
  readonly name: string;
  readonly direction: Direction;
  readonly generation: number;
} & (
  | { readonly inferred: false }
  | {
      readonly inferred: true;
      readonly confidence: Confidence;
      readonly verdict: Exclude<Verdict, 'rejected'>;
    }
);

export function relativeText(line: RelativeLine, language: Language): string {
  const { key, name, generation, direction } = line;
  const sure = line.inferred ? ` (${inferenceInWords(line, language)})` : '';
  return `${generation === 0 ? '=' : ARROWS[direction]} ${name}${key === null ? '' : ` [${key}]`}${sure}\n`;
}

/** Where a line stops. */
export function deadEndText({ unit, succession, endedOn }: DeadEnd, language: Language): string {
  const words = {
    sv: { none: 'utan efterföljare', unknown: 'efterföljare okänd', unsaid: 'ingen efterföljare angiven' },
    en: { none: 'without a successor', unknown: 'successor unknown', unsaid: 'no successor named' },
  }[language];
  return `${unit.name} (– ${endedOn ?? '?'}): ${words[succession ?? 'unsaid']}`;
}
