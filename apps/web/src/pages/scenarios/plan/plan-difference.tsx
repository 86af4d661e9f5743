import { useQuery } from '@tanstack/react-query';
import { ask } from '../../../graphql/ask.js';
import { graphql } from '../../../graphql/graphql.js';
import { useView } from '../../../location/use-view.js';
import { Failure, Loading } from '../../../shell/states.js';
import { useWords } from '../../../texts/use-words.js';
import { DIFFERENCE } from '../../compare/compare-question.js';
import { Counts } from '../../compare/counts.js';
import { DifferenceMark } from '../../compare/difference-mark.js';
import { tell } from '../../compare/differences.js';
import type { ScenarioHead } from '../scenario-question.js';

const TO_BASE = graphql(
  `
    query DifferenceToBase($id: ID!, $at: Date) {
      scenario(id: $id) {
        difference(at: $at) {
          ...DifferenceTold
        }
      }
    }
  `,
  [DIFFERENCE],
);

/** What differs from the organisation as the scenario found it; each difference leads to its unit. */
export function PlanDifference({ scenario }: { readonly scenario: ScenarioHead }) {
  const words = useWords();
  const { t, day } = words;
  const { state, change } = useView();
  const { at } = state;
  const { data, error, refetch } = useQuery({
    queryKey: ['difference-to-base', scenario.id, scenario.version, at],
    queryFn: ({ signal }) => ask(TO_BASE, { id: scenario.id, at }, signal),
  });
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  const difference = data?.scenario?.difference;
  if (difference === undefined) return <Loading />;
  const told = tell(difference, words);
  return (
    <section>
      <h2>{t('scenarios.differenceTitle', { date: day(at ?? scenario.at) })}</h2>
      <Counts told={told} />
      <ol className="differences">
        {told.map(({ id, kind, name, detail, unit }) => (
          <li key={id}>
            <button
              type="button"
              className="difference-row"
              disabled={unit === null}
              onClick={() => change({ unit })}
            >
              <DifferenceMark kind={kind} /> <strong>{name}</strong> {detail}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
