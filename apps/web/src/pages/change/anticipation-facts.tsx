import { Link } from 'react-router';
import { useView } from '../../location/use-view.js';
import { useWords } from '../../texts/use-words.js';
import type { OneChange } from './change-question.js';

/** Of a change whose form is open: what is known of it, and what is not. */
export function AnticipationFacts({
  anticipation,
}: {
  readonly anticipation: NonNullable<OneChange['anticipation']>;
}) {
  const { t, list, label } = useWords();
  const { axes, search } = useView();
  const { what, count, name, type, parent, forms, unknown } = anticipation;
  const told: readonly (readonly [string, React.ReactNode])[] = [
    [t('record.toCome'), what],
    [t('record.forms'), list(forms.map((form) => label('kind', form)))],
    [t('record.count'), count],
    [t('record.name'), name],
    [t('unit.type'), type === null ? null : label('type', type)],
    [
      t('record.parent'),
      parent === null ? null : (
        <Link to={`/org/${axes.slug}/unit/${parent.id}${search()}`}>{parent.name}</Link>
      ),
    ],
    [t('record.open'), list(unknown.map((question) => label('openQuestion', question)))],
  ];
  return (
    <section>
      <h2>{t('change.anticipation')}</h2>
      <dl className="facts">
        {told
          .filter(([, value]) => value !== null && value !== '')
          .map(([term, value]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
