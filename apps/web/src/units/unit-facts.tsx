import { Link } from 'react-router';
import { Icon } from '../icons/icon.js';
import { useView } from '../location/use-view.js';
import { useWords } from '../texts/use-words.js';
import type { UnitFacts } from './unit-question.js';

/** A unit's type, places, codes and existence on the date. */
export function FactsOfUnit({ unit }: { readonly unit: UnitFacts }) {
  const { t, label } = useWords();
  const { axes, search } = useView();
  const spellings = unit.spellings.map(({ written }) => written).filter((written) => written !== unit.name);
  return (
    <dl className="facts">
      <div>
        <dt>{t('unit.status')}</dt>
        <dd>{label('status', unit.status)}</dd>
      </div>
      <div>
        <dt>{t('unit.type')}</dt>
        <dd>{label('type', unit.type)}</dd>
      </div>
      {unit.placements.map(({ hierarchy, parent }) => (
        <div key={hierarchy}>
          <dt>{t('unit.placement', { hierarchy: label('hierarchy', hierarchy) })}</dt>
          <dd>
            {parent === null ? (
              t('unit.root')
            ) : (
              <Link
                to={`/org/${axes.slug}/unit/${parent.id}${search({ unit: null, why: false, open: null })}`}
              >
                {parent.name}
              </Link>
            )}
          </dd>
        </div>
      ))}
      <Existence unit={unit} />
      {unit.codes.length > 0 && (
        <div>
          <dt>{t('unit.codes')}</dt>
          <dd>{unit.codes.map(({ scheme, value }) => `${scheme}: ${value}`).join(', ')}</dd>
        </div>
      )}
      {spellings.length > 0 && (
        <div>
          <dt>{t('unit.spellings')}</dt>
          <dd>{[...new Set(spellings)].join(', ')}</dd>
        </div>
      )}
    </dl>
  );
}

function Existence({ unit }: { readonly unit: UnitFacts }) {
  const { t, day, edtf } = useWords();
  if (unit.intervals.length === 0) return null;
  return (
    <div>
      <dt>{t('unit.existence')}</dt>
      {unit.intervals.map(({ fromWritten, to }) => (
        <dd key={fromWritten}>
          {to === null
            ? t('unit.existsFrom', { from: edtf(fromWritten) })
            : t('unit.existsFromTo', { from: edtf(fromWritten), to: day(to) })}
        </dd>
      ))}
    </div>
  );
}

/** What is open about a unit on the date. */
export function OpenQuestions({ unit }: { readonly unit: UnitFacts }) {
  const { t, date, field } = useWords();
  if (unit.indeterminate.length === 0) return null;
  return (
    <ul className="open-questions">
      {unit.indeterminate.map((mark) => (
        <li key={`${mark.field} ${mark.written}`}>
          <Icon sign="question" />{' '}
          {mark.valueName === null
            ? t('unit.mayExist', { field: field(mark.field), window: date(mark) })
            : t('unit.mayBe', { field: field(mark.field), value: mark.valueName, window: date(mark) })}
        </li>
      ))}
    </ul>
  );
}
