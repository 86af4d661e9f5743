import { useMemo, useRef, useState } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { fileName } from '../../../files/file-name.js';
import { TableDownloads } from '../../../files/table-downloads.js';
import { today } from '../../../location/days.js';
import { useView } from '../../../location/use-view.js';
import { PrintedPart } from '../../../print/printed-from.js';
import { MOST_PRINTED, usePrinting } from '../../../print/use-printing.js';
import { useWords } from '../../../texts/use-words.js';
import type { ChartedOrganisation, ChartUnit, PendingStanding } from '../../../units/chart-question.js';
import { Marks } from '../../../units/marks.js';
import type { Forest } from '../../../units/unit-forest.js';
import { cellsOf, COLUMNS, type Column } from './unit-cells.js';

const ROW = 38;

interface Props {
  readonly organisation: ChartedOrganisation;
  readonly forest: Forest<ChartUnit>;
  readonly pending: ReadonlyMap<string, PendingStanding>;
  select(id: string): void;
}

/** The same state as a table that can be sorted and taken along as CSV. */
export function UnitTable({ organisation, forest, pending, select }: Props) {
  const words = useWords();
  const { t } = words;
  const { state } = useView();
  const [sort, setSort] = useState<{ readonly by: Column; readonly down: boolean } | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => {
    const all = organisation.chart.map((unit) => ({ unit, cells: cellsOf(unit, forest, pending, words) }));
    if (sort === null) return all;
    const sign = sort.down ? -1 : 1;
    return all.sort((one, other) => sign * words.order(one.cells[sort.by], other.cells[sort.by]));
  }, [organisation, forest, pending, words, sort]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
  });
  const isPrinting = usePrinting();
  const seen = virtual.getVirtualItems();
  const shown = isPrinting ? rows.slice(0, MOST_PRINTED).map((_, index) => ({ index })) : seen;
  const before = isPrinting ? 0 : (seen[0]?.start ?? 0);
  const after = isPrinting ? 0 : virtual.getTotalSize() - (seen.at(-1)?.end ?? 0);
  const lines = () => [
    COLUMNS.map((column) => t(`column.${column}`)),
    ...rows.map(({ cells }) => COLUMNS.map((column) => cells[column])),
  ];
  return (
    <>
      <TableDownloads name={fileName(organisation.name, state.at ?? today())} rows={lines} />
      <div
        className="table-scroller"
        ref={scroller}
        tabIndex={0}
        role="region"
        aria-label={t('organisation.table')}
      >
        <table aria-rowcount={rows.length + 1}>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th
                  key={column}
                  scope="col"
                  aria-sort={sort?.by === column ? (sort.down ? 'descending' : 'ascending') : undefined}
                >
                  <button
                    type="button"
                    className="plain"
                    onClick={() => setSort({ by: column, down: sort?.by === column && !sort.down })}
                  >
                    {t(`column.${column}`)}
                    <span aria-hidden="true">{sort?.by === column ? (sort.down ? ' ↓' : ' ↑') : ''}</span>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {before > 0 && (
              <tr aria-hidden="true">
                <td colSpan={COLUMNS.length} style={{ height: before, padding: 0 }} />
              </tr>
            )}
            {shown.map(({ index }) => {
              const row = rows[index];
              if (row === undefined) return null;
              const { unit, cells } = row;
              return (
                <tr key={unit.id} aria-rowindex={index + 2}>
                  <th scope="row">
                    <button type="button" className="link" onClick={() => select(unit.id)}>
                      {cells.name}
                    </button>
                  </th>
                  <td>{cells.type}</td>
                  <td>{cells.parent}</td>
                  <td>{cells.since}</td>
                  <td>
                    <Marks indeterminate={unit.indeterminate} pending={pending.get(unit.id)} />
                  </td>
                </tr>
              );
            })}
            {after > 0 && (
              <tr aria-hidden="true">
                <td colSpan={COLUMNS.length} style={{ height: after, padding: 0 }} />
              </tr>
            )}
          </tbody>
        </table>
        {isPrinting && <PrintedPart shown={shown.length} all={rows.length} />}
      </div>
    </>
  );
}
