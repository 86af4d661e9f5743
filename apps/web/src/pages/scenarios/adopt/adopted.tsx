import { Link } from 'react-router';
import { Icon } from '../../../icons/icon.js';
import { useView } from '../../../location/use-view.js';
import { useWords } from '../../../texts/use-words.js';
import { StandingMark } from '../../../why/standing-mark.js';
import type { ScenarioPlan } from '../scenario-question.js';

/** What a scenario became in the organisation. */
export function Adopted({ adoption }: { readonly adoption: NonNullable<ScenarioPlan['adoption']> }) {
  const { t, time, of, number } = useWords();
  const { axes, search } = useView();
  const { adoptedAt, first, last, shift, matter, decision, changes } = adoption;
  return (
    <section>
      <h3>
        <Icon sign="check" /> {t('scenarios.adopt.adopted', { time: time(adoptedAt) })}
      </h3>
      <p>
        {first === last
          ? t('scenarios.adopt.position', { number: number(first) })
          : t('scenarios.adopt.positions', { first: number(first), last: number(last) })}
      </p>
      {matter !== null && (
        <p>
          {t('why.matter')} {[matter.number, matter.title].filter(Boolean).join(': ')}
        </p>
      )}
      {decision !== null && (
        <p>
          {t('changes.decision')}: {decision.called}
        </p>
      )}
      {shift !== null && <p>{t('scenarios.adopt.shifted', { shift })}</p>}
      <ul className="plain-list">
        {changes.map(({ id, standing, sentence }) => (
          <li key={id}>
            <StandingMark standing={standing} /> {of(sentence)}
          </li>
        ))}
      </ul>
      <p>
        <Link
          to={`/org/${axes.slug}${search({ scenario: null, standing: 'proposed', open: null, unit: null })}`}
        >
          {t('scenarios.adopt.look')}
        </Link>
      </p>
    </section>
  );
}
