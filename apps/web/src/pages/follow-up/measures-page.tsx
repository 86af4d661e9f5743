import { Link } from 'react-router';
import { graphql } from '../../graphql/graphql.js';
import { useAnswer } from '../../graphql/use-answer.js';
import { useView } from '../../location/use-view.js';
import { usePageTitle } from '../../shell/page-title.js';
import { Empty, Failure, Loading } from '../../shell/states.js';
import { useWords } from '../../texts/use-words.js';
import { FollowUpParts } from './follow-up-parts.js';
import { measurePath } from './measure-address.js';
import { Targets } from './targets.js';
import '../../styles/matters.css';
import '../../styles/follow-up.css';

const INDICATORS = graphql(`
  query Indicators($slug: String!, $at: Date, $knownAt: Instant, $standing: Standing, $scenario: ID) {
    organisation(slug: $slug, at: $at, knownAt: $knownAt, standing: $standing, scenario: $scenario) {
      name
      indicators {
        id
        name
        text
        unitOfMeasure
        polarity
        decimals
        parts
      }
    }
  }
`);

/** What is measured in the organisation, which way is better, and which targets were met. */
export function MeasuresPage() {
  const { t, label, order } = useWords();
  const { axes, search } = useView();
  const { data, error, refetch } = useAnswer('indicators', INDICATORS, axes);
  const organisation = data?.organisation;
  usePageTitle(t('measures.title'), organisation?.name);
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  if (organisation == null) return <Loading />;
  return (
    <div className="page">
      <h1>{t('measures.title')}</h1>
      <p className="lead">{t('measures.lead')}</p>
      <FollowUpParts />
      {organisation.indicators.length === 0 && <Empty title={t('measures.none')} />}
      <ul className="cards">
        {[...organisation.indicators]
          .sort((one, other) => order(one.name, other.name))
          .map(({ id, name, text, unitOfMeasure, polarity, parts }) => (
            <li key={id}>
              <Link to={measurePath(axes.slug, name, search())}>{name}</Link>
              {text !== null && <p>{text}</p>}
              <p className="small">
                {t('measures.in', { measure: unitOfMeasure })}, {label('polarity', polarity)}
              </p>
              {parts === 'SUM' && <p className="small">{t('measures.sums')}</p>}
            </li>
          ))}
      </ul>
      <section>
        <h2 id="targets">{t('followUp.targets')}</h2>
        <Targets />
      </section>
    </div>
  );
}
