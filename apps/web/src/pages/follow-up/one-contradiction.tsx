import { Link } from 'react-router';
import { Icon } from '../../icons/icon.js';
import { useView } from '../../location/use-view.js';
import { decimalInWords } from '../../texts/decimal.js';
import { useWords } from '../../texts/use-words.js';
import type { ContradictionParts } from './contradictions-question.js';
import { FigurePlace } from './figure-place.js';
import { measurePath } from './measure-address.js';

/** What is printed beside what it should be, each with its place. */
export function OneContradiction({ contradiction }: { readonly contradiction: ContradictionParts }) {
  const { t, of, number, label } = useWords();
  const { axes, search } = useView();
  const { printed, parts, rule, explanation, computed, difference, unitOfMeasure } = contradiction;
  return (
    <article className="grounds">
      <h2>
        {[printed.row, label('value', printed.kind), of(printed.period.words)].filter(Boolean).join(', ')}
      </h2>
      <p className="marks">
        <span className="mark" data-explained={explanation !== null}>
          <Icon sign={explanation === null ? 'warning' : 'dot'} />{' '}
          {explanation === null ? t('measures.unexplained') : label('explanation', explanation)}
        </span>
        <span className="small">{label('contradictionRule', rule)}</span>
        {printed.indicator !== null && (
          <Link
            className="small"
            to={measurePath(axes.slug, printed.indicator.name, search(), printed.unit?.id)}
          >
            {printed.indicator.name}
          </Link>
        )}
        {printed.unit !== null && (
          <Link className="small" to={`/org/${axes.slug}/unit/${printed.unit.id}${search()}`}>
            {printed.unit.name}
          </Link>
        )}
      </p>
      <dl className="facts">
        <div>
          <dt>{t('measures.isPrinted')}</dt>
          <dd>
            <strong>
              {decimalInWords(printed.value, number)} {printed.unitOfMeasure}
            </strong>{' '}
            <span className="small">
              <FigurePlace figure={printed} />
            </span>
          </dd>
        </div>
        <div>
          <dt>{t(rule === 'STATEMENT' ? 'measures.otherStatement' : 'measures.isComputed')}</dt>
          <dd>
            <strong>
              {decimalInWords(computed, number)} {unitOfMeasure}
            </strong>
            <ul>
              {parts.map(({ less, figure }, index) => (
                <li key={index}>
                  {signed(decimalInWords(figure.value, number), less)} {figure.unitOfMeasure} {figure.row}{' '}
                  <span className="small">
                    <FigurePlace figure={figure} />
                  </span>
                </li>
              ))}
            </ul>
          </dd>
        </div>
        <div>
          <dt>{t('measures.difference')}</dt>
          <dd>
            {decimalInWords(difference, number)} {unitOfMeasure}
          </dd>
        </div>
      </dl>
    </article>
  );
}

/** A number that is taken away has a minus before it; one that is below zero already stands in brackets then. */
function signed(words: string, less: boolean): string {
  if (!less) return words;
  return /^\d/.test(words) ? `− ${words}` : `− (${words})`;
}
