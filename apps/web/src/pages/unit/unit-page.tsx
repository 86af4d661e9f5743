import { useParams, Link } from 'react-router';
import { today } from '../../location/days.js';
import { useView } from '../../location/use-view.js';
import { usePageTitle } from '../../shell/page-title.js';
import { Failure, Loading } from '../../shell/states.js';
import { useWords } from '../../texts/use-words.js';
import { TimeControls } from '../../time/time-controls.js';
import { NotOnDate } from '../../units/not-on-date.js';
import { FactsOfUnit, OpenQuestions } from '../../units/unit-facts.js';
import { useUnit } from '../../units/unit-question.js';
import { WhyList } from '../../why/why-list.js';
import { Assignments } from './assignments.js';
import { ChildUnits } from './child-units.js';
import { History } from './history.js';
import { Lineage } from './lineage.js';
import { Measures } from './measures.js';

/** Everything about one unit: on the date, through both times, its lineage, its work and why it is as it is. */
export function UnitPage() {
  const { t } = useWords();
  const { state, axes, search } = useView();
  const { unit: named = '' } = useParams();
  const { data, error, refetch } = useUnit(axes, named);
  const organisation = data?.organisation;
  const unit = organisation?.unit;
  usePageTitle(unit?.name ?? null, organisation?.name);
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  if (organisation === undefined || organisation === null) return <Loading />;
  const back = `/org/${axes.slug}${search({ unit: unit?.id ?? null, why: false })}`;
  if (unit === null || unit === undefined) {
    return (
      <div className="page">
        <h1>{t('state.unknownUnit')}</h1>
        <p>{t('state.unknownUnitText', { organisation: organisation.name, unit: named })}</p>
        <Link to={back}>{organisation.name}</Link>
      </div>
    );
  }
  const at = state.at ?? today();
  return (
    <div className="page">
      <p>
        <Link to={back}>{organisation.name}</Link>
        {unit.path.slice(0, -1).map(({ id, name }) => (
          <span key={id}> › {name}</span>
        ))}
      </p>
      <h1>{unit.name}</h1>
      <TimeControls />
      <NotOnDate unit={unit} at={at} />
      <div className="columns">
        <section>
          <h2>{t('unit.facts')}</h2>
          <OpenQuestions unit={unit} />
          <FactsOfUnit unit={unit} />
          <ChildUnits unit={unit.id} name={unit.name} at={at} />
        </section>
        <section id="why">
          <h2>{t('why.title')}</h2>
          <WhyList why={unit.why} pending={unit.pendingChanges} />
        </section>
      </div>
      <Lineage unit={unit.id} name={unit.name} />
      <History unit={unit.id} />
      <Assignments unit={unit.id} />
      <Measures unit={unit.id} />
    </div>
  );
}
