import type { Register } from '#records';
import { grouped, type Message } from '#temporal';
import { compare } from './decimal.js';
import { figureKey, figuresOf, type Figure, type FigureFilter } from './figure.js';
import { indicator, type Polarity } from './kinds/indicator.kind.js';

/** Figures of one indicator, unit, period and breakdown. */
export interface FigureSet {
  readonly indicator: string;
  readonly unit: string;
  readonly period: string;
  readonly breakdown: Figure['breakdown'];
  readonly figures: readonly Figure[];
}

/** Figures set beside each other: what was reached beside what was to be reached. In the order of their firsts. */
export function figureSets(figures: readonly Figure[]): FigureSet[] {
  return [...grouped(figures, setKey).values()].map((set) => {
    const { indicator, unit, period, breakdown } = set[0]!;
    return { indicator, unit, period, breakdown, figures: set };
  });
}

export type TargetStatus = 'met' | 'notMet' | 'unknown';

/** Why it cannot be said whether a target is met. */
export type TargetReason = 'NO_TARGET' | 'NO_OUTCOME' | 'NEUTRAL' | 'DISAGREEING' | 'NOT_COMPARABLE';

export interface TargetVerdict {
  readonly verdict: TargetStatus;
  readonly outcome: Figure | null;
  readonly target: Figure | null;
  /** Null if it is met or not. */
  readonly reason: TargetReason | null;
}

/**
 * Whether the outcome reached the target; one that is equal to it did. Statements that disagree with each other are
 * no reason not to say so, as long as all of them come to the same.
 *
 * @throws RangeError if the figures are not all of one indicator, unit, period and breakdown
 */
export function targetMet({ figures }: Pick<FigureSet, 'figures'>, polarity: Polarity): TargetVerdict {
  requireOneSet(figures);
  const outcomes = figures.filter(({ kind }) => kind === 'outcome');
  const targets = figures.filter(({ kind }) => kind === 'target');
  const [outcome = null, target = null] = [outcomes[0], targets[0]];
  const unknown = (reason: TargetReason): TargetVerdict => ({ verdict: 'unknown', outcome, target, reason });
  if (target === null) return unknown('NO_TARGET');
  if (outcome === null) return unknown('NO_OUTCOME');
  if (polarity === 'neutral') return unknown('NEUTRAL');
  const verdicts = new Set<boolean>();
  for (const { amount: reached } of outcomes) {
    for (const { amount: wanted } of targets) {
      if (reached === null || wanted === null) return unknown('NOT_COMPARABLE');
      const above = compare(reached, wanted);
      verdicts.add(polarity === 'higherIsBetter' ? above >= 0 : above <= 0);
    }
  }
  if (verdicts.size > 1) return unknown('DISAGREEING');
  return { verdict: verdicts.has(true) ? 'met' : 'notMet', outcome, target, reason: null };
}

/** A target, and whether it is met. */
export interface TargetOutcome extends TargetVerdict {
  readonly set: FigureSet;
  readonly polarity: Polarity;
}

/** Every target known at a position, with whether it is met. */
export function targetsOf(register: Register, position: number, filter: FigureFilter = {}): TargetOutcome[] {
  return figureSets(figuresOf(register, position, filter)).flatMap((set) => {
    const measure = register.get(indicator, set.indicator, position);
    if (measure === undefined || !set.figures.some(({ kind }) => kind === 'target')) return [];
    const { polarity } = measure.payload;
    return [{ set, polarity, ...targetMet(set, polarity) }];
  });
}

export const TARGET_WORDS: Readonly<Record<TargetStatus, Message>> = {
  met: { sv: 'målet är nått', en: 'the target is met' },
  notMet: { sv: 'målet är inte nått', en: 'the target is not met' },
  unknown: { sv: 'det går inte att säga om målet är nått', en: 'whether the target is met cannot be said' },
};

export const TARGET_REASON_WORDS: Readonly<Record<TargetReason, Message>> = {
  NO_TARGET: { sv: 'inget målvärde är registrerat', en: 'no target is recorded' },
  NO_OUTCOME: { sv: 'inget utfall är registrerat', en: 'no outcome is recorded' },
  NEUTRAL: { sv: 'varken högre eller lägre är bättre', en: 'neither higher nor lower is better' },
  DISAGREEING: {
    sv: 'uppgifterna motsäger varandra, och det avgör svaret',
    en: 'the statements disagree, and the answer depends on it',
  },
  NOT_COMPARABLE: {
    sv: 'enheterna som utfall och mål mäts i går inte att räkna om',
    en: 'the units of measure of outcome and target cannot be converted',
  },
};

function requireOneSet(figures: readonly Figure[]): void {
  if (new Set(figures.map(setKey)).size > 1) throw new RangeError('The figures are not of one set');
}

/** Text that is the same for figures that stand beside each other: an outcome, and the target that it is to reach. */
export function setKey(figure: Figure): string {
  return figureKey({ ...figure, kind: 'target' });
}
