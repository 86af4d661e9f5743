import { fileName } from '../../files/file-name.js';
import { TableDownloads } from '../../files/table-downloads.js';
import { Icon } from '../../icons/icon.js';
import { decimalInWords } from '../../texts/decimal.js';
import { useWords, type Words } from '../../texts/use-words.js';
import { breakdownInWords, type FigureParts } from './figure-parts.js';
import { FigurePlace } from './figure-place.js';

const COLUMNS = ['period', 'kind', 'part', 'figure', 'status', 'place'] as const;
const SIGNS = { MET: 'check', NOT_MET: 'cross', UNKNOWN: 'question' } as const;

interface Props {
  /** What the figures are of. */
  readonly name: string;
  readonly figures: readonly FigureParts[];
}

/** Figures as they are printed, each with where it stands. */
export function FiguresTable({ name, figures }: Props) {
  const words = useWords();
  const { t, of, number, label } = words;
  const lines = () => [
    [...COLUMNS.slice(0, 4), 'measure' as const, ...COLUMNS.slice(4)].map((column) =>
      t(`measures.column.${column}`),
    ),
    ...figures.map((figure) => cellsOf(figure, words)),
  ];
  return (
    <>
      <TableDownloads name={fileName(name)} rows={lines} />
      <div className="table-scroller" tabIndex={0} role="region" aria-labelledby="figures">
        <table>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {t(`measures.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {figures.map((figure, index) => (
              <tr key={index}>
                <td>{of(figure.period.words)}</td>
                <td>{label('value', figure.kind)}</td>
                <td>
                  {figure.breakdown.length === 0 ? t('measures.whole') : breakdownInWords(figure.breakdown)}
                  {figure.row !== null && <div className="small">{figure.row}</div>}
                </td>
                <td className="number">
                  {decimalInWords(figure.value, number)} {figure.unitOfMeasure}
                  {figure.printed !== null && (
                    <div className="small">{t('measures.printed', { text: figure.printed })}</div>
                  )}
                </td>
                <td>
                  {figure.targetMet !== null && (
                    <span className="mark" data-target={figure.targetMet}>
                      <Icon sign={SIGNS[figure.targetMet]} /> {label('target', figure.targetMet)}
                    </span>
                  )}
                </td>
                <td className="small">
                  <FigurePlace figure={figure} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** A figure as a line of a file: the value as it is recorded, so that it can be counted with. */
function cellsOf(figure: FigureParts, { t, of, label }: Words): string[] {
  return [
    of(figure.period.words),
    label('value', figure.kind),
    [breakdownInWords(figure.breakdown) || t('measures.whole'), figure.row].filter(Boolean).join(' – '),
    figure.value,
    figure.unitOfMeasure,
    figure.targetMet === null ? '' : label('target', figure.targetMet),
    [figure.document?.title, figure.place].filter(Boolean).join(', '),
  ];
}
