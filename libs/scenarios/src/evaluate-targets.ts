import type { Message } from '#temporal';
import type { Impact } from './impact/index.js';
import type { Target } from './targets.js';

/** `unknown`: a figure that it takes is not recorded. */
export const TARGET_RESULTS = ['met', 'notMet', 'unknown'] as const;
export type TargetResult = (typeof TARGET_RESULTS)[number];

/** A goal of a scenario, and whether the scenario reaches it. */
export interface EvaluatedTarget {
  readonly target: Target;
  readonly result: TargetResult;
  /** What it is instead, or why it is not known. */
  readonly message: Message;
}

/** Whether a scenario reaches what it is meant to reach. */
export function evaluateTargets(targets: readonly Target[], impact: Impact): EvaluatedTarget[] {
  return targets.map((target) => ({ target, ...evaluate(target, impact) }));
}

type Evaluation = Omit<EvaluatedTarget, 'target'>;

function evaluate(target: Target, impact: Impact): Evaluation {
  const { after, chainsBegun } = impact.shape;
  switch (target.goal) {
    case 'costNeutral':
      return neutral('budget', impact);
    case 'staffNeutral':
      return neutral('fte', impact);
    case 'maxLayers': {
      const layers = after.layers.length;
      const message = { sv: `${layers} nivåer`, en: `${layers} layers` };
      return { result: layers <= target.most ? 'met' : 'notMet', message };
    }
    case 'span': {
      const { span } = after;
      if (span === null) return { result: 'met', message: NO_SPAN };
      const fits = span.min >= (target.least ?? 0) && span.max <= (target.most ?? Infinity);
      const message = {
        sv: `${span.min} till ${span.max} enheter under en annan`,
        en: `${span.min} to ${span.max} units under another`,
      };
      return { result: fits ? 'met' : 'notMet', message };
    }
    case 'noSingleChildChains': {
      const count = after.singleChild;
      const fresh = chainsBegun.map(({ name }) => name).join(', ');
      const message = {
        sv: `${count} enheter med exakt en under sig${fresh === '' ? '' : `; nya: ${fresh}`}`,
        en: `${count} units with exactly one under them${fresh === '' ? '' : `; new: ${fresh}`}`,
      };
      return { result: count === 0 ? 'met' : 'notMet', message };
    }
  }
}

/** Nothing is lost on the way, and nothing begins that nobody has said the size of. */
function neutral(size: 'budget' | 'fte', { resources }: Impact): Evaluation {
  const { neutral: isNeutral, flows } = resources.sizes[size];
  const missing = flows.flatMap(({ amount }) => amount.missing.map(({ unit }) => unit.name));
  const begun = resources.begunFromNothing.map(({ name }) => name);
  if (isNeutral === false) {
    return {
      result: 'notMet',
      message: { sv: 'Allt som flyttas kommer inte fram', en: 'Not all that moves arrives' },
    };
  }
  const unknown = [...new Set([...missing, ...begun])];
  if (isNeutral === 'unknown' || unknown.length > 0) {
    const named = unknown.join(', ');
    return {
      result: 'unknown',
      message: {
        sv: `Uppgifter saknas${named === '' ? '' : ` för ${named}`}`,
        en: `Figures are missing${named === '' ? '' : ` for ${named}`}`,
      },
    };
  }
  return {
    result: 'met',
    message: { sv: 'Det som flyttas tar ut varandra', en: 'What moves adds up to nothing' },
  };
}

const NO_SPAN: Message = {
  sv: 'Ingen enhet har någon under sig',
  en: 'No unit has any under it',
};
