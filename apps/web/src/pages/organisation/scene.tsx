import { lazy, Suspense } from 'react';
import { useView } from '../../location/use-view.js';
import { Loading } from '../../shell/states.js';
import { useWords } from '../../texts/use-words.js';
import { UnitTree } from '../../tree/unit-tree.js';
import type { ChartedOrganisation } from '../../units/chart-question.js';
import { Marks } from '../../units/marks.js';
import { NothingInForce } from './may-exist.js';
import type { useOrganisation } from './use-organisation.js';

const UnitTable = lazy(async () => ({ default: (await import('./table/unit-table.js')).UnitTable }));
const UnitChart = lazy(async () => ({ default: (await import('./chart/unit-chart.js')).UnitChart }));

interface Props {
  readonly organisation: ChartedOrganisation;
  readonly shown: ReturnType<typeof useOrganisation>;
  /** A unit is dragged onto another in the tree; absent: none can be. */
  drop?(unit: string, onto: string): void;
}

/** The units of the date: as a tree, a table or a chart, as the address has it. */
export function Scene({ organisation, shown, drop }: Props) {
  const { t, label } = useWords();
  const { state } = useView();
  const { forest, open, pending, unfold, select } = shown;
  if (organisation.chart.length === 0) return <NothingInForce at={organisation.at} />;
  if (state.view === 'tree') {
    return (
      <UnitTree
        label={t('organisation.treeLabel', { organisation: organisation.name })}
        forest={forest}
        open={open}
        selected={state.unit}
        wanted={state.unit}
        unfold={unfold}
        select={select}
        {...(drop === undefined ? {} : { drop })}
        describe={({ id, type, indeterminate }) => (
          <>
            <span className="type">{label('type', type)}</span>
            <Marks indeterminate={indeterminate} pending={pending.get(id)} />
          </>
        )}
      />
    );
  }
  const View = state.view === 'table' ? UnitTable : UnitChart;
  return (
    <Suspense fallback={<Loading />}>
      <View {...shown} organisation={organisation} />
    </Suspense>
  );
}
