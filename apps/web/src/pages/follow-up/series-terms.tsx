import { Link } from 'react-router';
import { useView } from '../../location/use-view.js';
import { decimalInWords } from '../../texts/decimal.js';
import { useWords } from '../../texts/use-words.js';
import { StandingMark } from '../../why/standing-mark.js';
import { matterPath } from '../../matters/matter-address.js';
import type { SeriesPoint } from './series-question.js';
import { UnitLinks } from './unit-links.js';

/** What a restated figure is computed from, and the changes that moved it. */
export function SeriesTerms({ point, measure }: { readonly point: SeriesPoint; readonly measure: string }) {
  const { t, of, number, label } = useWords();
  const { axes, search } = useView();
  if (point.terms.length < 2) return null;
  return (
    <details>
      <summary>{t('measures.terms')}</summary>
      <ul>
        {point.terms.map(({ unit, role, amount, changes }) => (
          <li key={`${role} ${unit.id}`}>
            {label('termRole', role)}: <UnitLinks units={[unit]} />,{' '}
            {amount === null ? t('measures.unknown') : `${decimalInWords(amount, number)} ${measure}`}
            {changes.map((change) => (
              <div className="small" key={change.id}>
                {change.matter === null ? (
                  of(change.sentence)
                ) : (
                  <Link to={`${matterPath(axes.slug, change.matter)}${search()}#change-${change.id}`}>
                    {of(change.sentence)}
                  </Link>
                )}{' '}
                {change.standing !== null && <StandingMark standing={change.standing} />}
              </div>
            ))}
          </li>
        ))}
      </ul>
    </details>
  );
}
