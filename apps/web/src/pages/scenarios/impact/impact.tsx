import { Failure, Loading } from '../../../shell/states.js';
import { useView } from '../../../location/use-view.js';
import { useWords } from '../../../texts/use-words.js';
import type { ScenarioHead } from '../scenario-question.js';
import { useImpact } from './impact-question.js';
import { LeftBehind } from './left-behind.js';
import { NeededFirst } from './needed-first.js';
import { Resources } from './resources.js';
import { ShapeTable } from './shape-table.js';
import { UnitsTold } from './units-told.js';

/** What a scenario does on the date that is shown; what is not known is said to be so. */
export function Impact({ scenario }: { readonly scenario: ScenarioHead }) {
  const { t, day } = useWords();
  const { state } = useView();
  const { data, error, refetch } = useImpact(scenario.id, scenario.version, state.at);
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  const impact = data?.scenario?.impact;
  if (impact === undefined) return <Loading />;
  return (
    <section className="impact">
      <h2>{t('scenarios.impact.title', { date: day(impact.at) })}</h2>
      <NeededFirst needed={impact.neededFirst} />
      <UnitsTold units={impact.units} />
      <Resources resources={impact.resources} />
      <ShapeTable shape={impact.shape} />
      <LeftBehind left={impact.leftBehind} />
    </section>
  );
}
