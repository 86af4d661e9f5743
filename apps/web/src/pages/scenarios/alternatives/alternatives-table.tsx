import { Link } from 'react-router';
import { useView } from '../../../location/use-view.js';
import { useWords } from '../../../texts/use-words.js';
import { DifferenceMark } from '../../compare/difference-mark.js';
import { GoalMarks } from '../goal-marks.js';
import { bodiesInWords } from '../impact/needed-first.js';
import { AlternativeCell } from './alternative-cell.js';
import type { useAlternatives, Judged } from './alternatives-question.js';

interface Props {
  readonly pages: NonNullable<ReturnType<typeof useAlternatives>['data']>['pages'];
  /** Of each scenario, in the order of the columns. */
  readonly judged: readonly (Judged | null)[];
}

const COUNTED = ['begun', 'ended', 'moved', 'renamed', 'reclassified', 'recoded'] as const;

/** A column per alternative: counts and what must be decided first, then a row per unit that is not the same in all. */
export function AlternativesTable({ pages, judged }: Props) {
  const words = useWords();
  const { t, day, number } = words;
  const { axes, search } = useView();
  const columns = pages[0]?.alternatives.columns ?? [];
  const rows = pages.flatMap(({ alternatives }) => alternatives.nodes);
  const total = pages[0]?.alternatives.totalCount ?? 0;
  return (
    <>
      <p role="status" className="count">
        {t('scenarios.rows', { count: total, number: number(total) })}
      </p>
      <div
        className="table-scroller alternatives"
        tabIndex={0}
        role="region"
        aria-label={t('scenarios.alternatives')}
      >
        <table>
          <thead>
            <tr>
              <th scope="col">{t('scenarios.unitColumn')}</th>
              {columns.map(({ scenario, at }, place) => (
                <th key={scenario?.id ?? place} scope="col">
                  {scenario === null ? (
                    t('scenarios.recorded')
                  ) : (
                    <Link
                      to={`/org/${axes.slug}/scenarios${search({ scenario: scenario.id, at, unit: null, open: null })}`}
                    >
                      {scenario.name}
                    </Link>
                  )}
                  <div className="small">{day(at)}</div>
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="summary">
            <tr>
              <th scope="row">{t('compare.counts')}</th>
              {columns.map(({ scenario, counts }, place) => (
                <td key={scenario?.id ?? place}>
                  {scenario === null
                    ? t('scenarios.comparedWith')
                    : COUNTED.filter((kind) => counts[kind] > 0).map((kind) => (
                        <div key={kind}>
                          {number(counts[kind])} <DifferenceMark kind={kind} />
                        </div>
                      ))}
                </td>
              ))}
            </tr>
            <tr>
              <th scope="row">{t('scenarios.impact.first')}</th>
              <td>–</td>
              {judged.map((scenario, place) => (
                <td key={scenario?.id ?? place}>
                  {scenario === null ? '…' : bodiesInWords(scenario.impact.neededFirst, words)}
                  {scenario?.impact.neededFirst.conditions.map(({ text }) => (
                    <div key={text} className="small">
                      {t('scenarios.openCondition', { text })}
                    </div>
                  ))}
                </td>
              ))}
            </tr>
            {judged.some((scenario) => (scenario?.targets.length ?? 0) > 0) && (
              <tr>
                <th scope="row">{t('scenarios.goals')}</th>
                <td>–</td>
                {judged.map((scenario, place) => (
                  <td key={scenario?.id ?? place}>
                    <GoalMarks targets={scenario?.targets ?? []} />
                  </td>
                ))}
              </tr>
            )}
          </tbody>
          <tbody>
            {rows.map(({ unit, cells }) => (
              <tr key={unit.id}>
                <th scope="row">{unit.name}</th>
                {cells.map((cell, place) => (
                  <AlternativeCell key={place} cell={cell} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
