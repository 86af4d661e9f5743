import { useWords } from '../../../texts/use-words.js';
import { UnitTree } from '../../../tree/unit-tree.js';
import { Marks } from '../../../units/marks.js';
import type { ChartedOrganisation } from '../../../units/chart-question.js';
import type { useOrganisation } from '../../organisation/use-organisation.js';
import type { ChangeKind } from '../../../change-form/draft.js';

interface Props extends Pick<
  ReturnType<typeof useOrganisation>,
  'forest' | 'open' | 'pending' | 'unfold' | 'select'
> {
  readonly organisation: ChartedOrganisation;
  readonly selected: string | null;
  /** Null: it cannot be changed. */
  readonly plan: ((kind: ChangeKind, units: readonly string[], to?: string) => void) | null;
}

/** The tree of a scenario; a unit that is dragged onto another is moved there, once that is confirmed. */
export function PlanTree({ organisation, forest, open, pending, unfold, select, selected, plan }: Props) {
  const { t, label } = useWords();
  return (
    <>
      {plan !== null && <p className="small">{t('scenarios.dragHelp')}</p>}
      <UnitTree
        label={t('organisation.treeLabel', { organisation: organisation.name })}
        forest={forest}
        open={open}
        selected={selected}
        wanted={selected}
        unfold={unfold}
        select={select}
        {...(plan === null ? {} : { drop: (unit: string, onto: string) => plan('TRANSFER', [unit], onto) })}
        describe={(unit) => (
          <>
            <span className="type">{label('type', unit.type)}</span>
            <Marks indeterminate={unit.indeterminate} pending={pending.get(unit.id)} />
          </>
        )}
      />
    </>
  );
}
