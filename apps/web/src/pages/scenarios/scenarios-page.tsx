import { useView } from '../../location/use-view.js';
import { ScenarioList } from './list/scenario-list.js';
import { ScenarioPage } from './plan/scenario-page.js';

/** The scenarios of the organisation; where the address names one, that one. */
export function ScenariosPage() {
  const { state } = useView();
  return state.scenario === null ? (
    <ScenarioList />
  ) : (
    <ScenarioPage key={state.scenario} id={state.scenario} />
  );
}
