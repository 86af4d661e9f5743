import { lazy, Suspense } from 'react';
import { Loading } from '../../../shell/states.js';
import type { ScenarioPlan } from '../scenario-question.js';
import { usePart } from '../use-part.js';
import { Steps } from './steps.js';

const Impact = lazy(async () => ({ default: (await import('../impact/impact.js')).Impact }));
const PlanDifference = lazy(async () => ({ default: (await import('./plan-difference.js')).PlanDifference }));
const Rebase = lazy(async () => ({ default: (await import('../rebase/rebase.js')).Rebase }));
const Adopt = lazy(async () => ({ default: (await import('../adopt/adopt.js')).Adopt }));
const About = lazy(async () => ({ default: (await import('./about.js')).About }));

/** The part of the scenario that the address names. */
export function PartShown({ scenario }: { readonly scenario: ScenarioPlan }) {
  const { part } = usePart();
  return (
    <Suspense fallback={<Loading />}>
      {part === 'steps' && <Steps scenario={scenario} />}
      {part === 'impact' && <Impact scenario={scenario} />}
      {part === 'difference' && <PlanDifference scenario={scenario} />}
      {part === 'rebase' && <Rebase scenario={scenario} />}
      {part === 'adopt' && <Adopt scenario={scenario} />}
      {part === 'about' && <About scenario={scenario} />}
    </Suspense>
  );
}
