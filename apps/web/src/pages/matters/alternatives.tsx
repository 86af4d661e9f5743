import { Link } from 'react-router';
import { useView } from '../../location/use-view.js';
import { useWords } from '../../texts/use-words.js';
import type { WholeMatter } from './matter-question.js';

/** The scenarios that are proposed in the matter. */
export function Alternatives({ matter }: { readonly matter: WholeMatter }) {
  const { t, time, label } = useWords();
  const { axes, search } = useView();
  return (
    <section>
      <h2>{t('matters.alternatives')}</h2>
      {matter.alternatives.length === 0 && <p>{t('matters.noAlternatives')}</p>}
      <ul className="documents">
        {matter.alternatives.map(({ scenario, version, proposedAt, adopted, selected, changedSince }) => (
          <li key={scenario.id}>
            <p>
              <Link to={`/org/${axes.slug}${search({ scenario: scenario.id })}`}>{scenario.name}</Link>
            </p>
            <p className="marks">
              <span className="mark">{label('scenarioStatus', scenario.status)}</span>
              {adopted && <span className="mark">{t('matters.adopted')}</span>}
              {!adopted && selected && <span className="mark">{t('matters.selected')}</span>}
              {changedSince && <span className="mark pending">{t('matters.changedSince')}</span>}
            </p>
            {scenario.description !== null && <p>{scenario.description}</p>}
            <p className="small">{t('matters.proposedAt', { time: time(proposedAt), version })}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
