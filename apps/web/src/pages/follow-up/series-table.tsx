import { Icon } from '../../icons/icon.js';
import { decimalInWords } from '../../texts/decimal.js';
import { useWords } from '../../texts/use-words.js';
import type { SeriesPoint } from './series-question.js';
import { SeriesTerms } from './series-terms.js';
import { UnitLinks } from './unit-links.js';

interface Props {
  readonly points: readonly SeriesPoint[];
  readonly measure: string;
}

/** Each period: the figure, the same on the perimeter, and whether the two are of the same activity. */
export function SeriesTable({ points, measure }: Props) {
  const { t, of, number } = useWords();
  const amount = (value: string | null) =>
    value === null ? (
      <span className="unknown">{t('measures.unknown')}</span>
    ) : (
      `${decimalInWords(value, number)} ${measure}`
    );
  return (
    <div className="table-scroller" tabIndex={0} role="region" aria-labelledby="series">
      <table>
        <thead>
          <tr>
            {(['period', 'own', 'like', 'restated', 'why'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`measures.seriesColumn.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.period.written}>
              <th scope="row">{of(point.period.words)}</th>
              <td className="number">{amount(point.amount)}</td>
              <td>
                <LikeMark isLike={point.likeForLike} />
              </td>
              <td className="number">{amount(point.restated)}</td>
              <td>
                <Whereby point={point} />
                <SeriesTerms point={point} measure={measure} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function LikeMark({ isLike }: { readonly isLike: boolean | null }) {
  const { t } = useWords();
  const like = isLike === null ? 'unknown' : isLike ? 'yes' : 'no';
  return (
    <span className="mark" data-like={like}>
      <Icon sign={like === 'yes' ? 'check' : like === 'no' ? 'cross' : 'question'} />{' '}
      {t(`measures.like.${like}`)}
    </span>
  );
}

/** What joined and left, what is only inferred, and what cannot be known. */
function Whereby({ point }: { readonly point: SeriesPoint }) {
  const { t, of, label } = useWords();
  return (
    <ul className="plain">
      {(['joined', 'left', 'excepted', 'sinceUnknown'] as const).map(
        (what) =>
          point[what].length > 0 && (
            <li key={what}>
              {t(`measures.${what}`)} <UnitLinks units={point[what]} />
            </li>
          ),
      )}
      {point.inferred.map(({ from, to, relation, confidence }) => (
        <li key={`${from?.id} ${to?.id}`}>
          {from !== null && <UnitLinks units={[from]} />} {label('relation', relation)}{' '}
          {to !== null && <UnitLinks units={[to]} />}:{' '}
          <strong>{t('unit.inferred', { confidence: label('confidence', confidence) })}</strong>
        </li>
      ))}
      {point.gaps.map(({ sentence }) => (
        <li key={sentence.en} className="gap">
          <Icon sign="warning" /> {of(sentence)}
        </li>
      ))}
      {point.byShares && <li>{t('measures.byShares')}</li>}
    </ul>
  );
}
