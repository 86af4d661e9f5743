import { useWords } from '../../texts/use-words.js';
import type { Charted, Forest } from '../../units/unit-forest.js';

interface Props {
  readonly forest: Forest<Charted>;
  unfold(open: ReadonlySet<string>): void;
}

/** Unfolds or folds everything at once. */
export function Unfolding({ forest, unfold }: Props) {
  const { t } = useWords();
  return (
    <div className="buttons">
      <button type="button" onClick={() => unfold(new Set(forest.below.keys()))}>
        {t('organisation.expandAll')}
      </button>
      <button type="button" onClick={() => unfold(new Set())}>
        {t('organisation.collapseAll')}
      </button>
    </div>
  );
}
