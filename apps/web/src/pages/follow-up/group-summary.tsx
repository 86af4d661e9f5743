import { useWords } from '../../texts/use-words.js';
import type { Assessment } from './assignment-marks.js';
import { countedAssessments } from './assignment-groups.js';

const WIDTH = 320;

/** How many of a plan's assignments are met, in words and as a bar. */
export function GroupSummary({
  items,
}: {
  readonly items: readonly { readonly assessment: Assessment | null }[];
}) {
  const { t, label, list } = useWords();
  const counts = countedAssessments(items);
  const met = counts.find(({ assessed }) => assessed === 'MET')?.count ?? 0;
  const others = counts
    .filter(({ assessed }) => assessed !== 'MET')
    .map(
      ({ assessed, count }) =>
        `${count} ${assessed === 'NO_REPORT' ? t('followUp.noReportShort') : label('assessment', assessed)}`,
    );
  const share = (some: readonly { readonly count: number }[]) =>
    some.reduce((sum, { count }) => sum + count, 0) / items.length;
  return (
    <div className="group-summary">
      <p>
        <strong>{t('followUp.metOf', { met, all: items.length })}</strong>
        {others.length > 0 && `, ${list(others)}`}
      </p>
      <svg viewBox={`0 0 ${WIDTH} 10`} width={WIDTH} height="10" aria-hidden="true">
        {counts.map(({ assessed, count }, index) => (
          <rect
            key={assessed}
            data-assessment={assessed}
            x={WIDTH * share(counts.slice(0, index))}
            width={Math.max(WIDTH * share([{ count }]) - 2, 1)}
            height="10"
          />
        ))}
      </svg>
    </div>
  );
}
