import { useMemo, useState } from 'react';
import { Icon } from '../../icons/icon.js';
import { useAnswer } from '../../graphql/use-answer.js';
import { useView } from '../../location/use-view.js';
import { useWords } from '../../texts/use-words.js';
import { UnitTree } from '../../tree/unit-tree.js';
import { CHART } from '../../units/chart-question.js';
import { idsAbove, unfoldedAtStart } from '../../units/unit-forest.js';
import type { Axes } from '../../location/axes.js';
import type { Difference } from './compare-question.js';
import { comparedForest } from './compared-forest.js';
import { DifferenceMark } from './difference-mark.js';

interface Props {
  readonly from: Axes;
  readonly to: Axes;
  readonly difference: Difference;
  /** The unit of the difference in focus. */
  readonly wanted: string | null;
}

/** Both sides in one tree: marks on what differs, and a shadow where something was. */
export function ComparedTree({ from, to, difference, wanted }: Props) {
  const { t, label } = useWords();
  const { state, change } = useView();
  const { hierarchy } = state;
  const { data: before } = useAnswer('chart', CHART, { ...from, hierarchy });
  const { data: after } = useAnswer('chart', CHART, { ...to, hierarchy });
  const forest = useMemo(
    () =>
      comparedForest(
        before?.organisation?.chart ?? [],
        after?.organisation?.chart ?? [],
        difference,
        hierarchy,
      ),
    [before, after, difference, hierarchy],
  );
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null);
  const open = useMemo(() => {
    const ids = new Set(chosen ?? unfoldedAtStart(forest));
    if (wanted !== null) for (const id of idsAbove(forest, wanted)) ids.add(id);
    return ids;
  }, [chosen, forest, wanted]);
  return (
    <section>
      <h2>{t('compare.treeTitle')}</h2>
      <UnitTree
        label={t('compare.treeTitle')}
        forest={forest}
        open={open}
        selected={wanted ?? state.unit}
        wanted={wanted}
        unfold={setChosen}
        select={(unit) => change({ unit: unit.replace('ghost:', '') }, 'replace')}
        describe={({ type, kinds, ghost }) => (
          <>
            <span className="type">{label('type', type)}</span>
            {kinds.map((kind) => (
              <DifferenceMark key={kind} kind={kind} />
            ))}
            {ghost === 'moved' && (
              <span className="mark ghost">
                <Icon sign="ghost" /> {t('compare.ghost')}
              </span>
            )}
          </>
        )}
      />
    </section>
  );
}
