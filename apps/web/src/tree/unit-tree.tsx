import { useCallback, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import type { Charted, Forest } from '../units/unit-forest.js';
import { usePrinting } from '../print/use-printing.js';
import { PrintedTree } from './printed-tree.js';
import { TreeRow } from './tree-row.js';
import { useTreeKeys } from './use-tree-keys.js';
import { visibleRows } from './visible-rows.js';

/** Height of a row in pixels; the style sheet has the same. */
const ROW = 34;

interface Props<Unit extends Charted> {
  readonly label: string;
  readonly forest: Forest<Unit>;
  readonly open: ReadonlySet<string>;
  readonly selected: string | null;
  /** The id of what is to be brought into focus, each time that it changes. */
  readonly wanted?: string | null;
  unfold(open: ReadonlySet<string>): void;
  select(id: string): void;
  /** A unit was dragged onto another; without it none can be dragged. */
  drop?(id: string, onto: string): void;
  /** What stands beside the name. */
  describe(unit: Unit): ReactNode;
}

/** Units as a tree of which only what is seen is drawn. One row can be tabbed to; keys move from there. */
export function UnitTree<Unit extends Charted>(props: Props<Unit>) {
  const { forest, open, selected, wanted = null, unfold, select } = props;
  const rows = useMemo(() => visibleRows(forest, open), [forest, open]);
  const isPrinting = usePrinting();
  const scroller = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const takesFocus = useRef(false);
  const index = Math.max(0, findRow(rows, focused) ?? findRow(rows, selected) ?? 0);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 8,
    // The row in focus is always there, so that focus is never lost.
    rangeExtractor: useCallback((range: Range) => withRow(defaultRangeExtractor(range), index), [index]),
  });
  const focus = (next: number) => {
    takesFocus.current = true;
    setFocused(rows[next]?.id ?? null);
    virtual.scrollToIndex(next);
  };
  useLayoutEffect(() => {
    if (!takesFocus.current) return;
    takesFocus.current = false;
    scroller.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
  });
  const [lastWanted, setLastWanted] = useState<string | null>(null);
  useLayoutEffect(() => {
    if (wanted === lastWanted) return;
    const at = findRow(rows, wanted);
    if (wanted !== null && at === null) return;
    setLastWanted(wanted);
    if (at === null) return;
    setFocused(wanted);
    virtual.scrollToIndex(at, { align: 'center' });
  }, [wanted, lastWanted, rows, virtual]);
  const toggle = (ids: readonly string[], isOpen: boolean) => {
    const next = new Set(open);
    for (const id of ids)
      if (isOpen) next.add(id);
      else next.delete(id);
    unfold(next);
  };
  const onKeyDown = useTreeKeys({
    rows,
    index,
    page: Math.max(1, Math.floor((scroller.current?.clientHeight ?? ROW) / ROW) - 1),
    nameOf: (id) => forest.byId.get(id)?.name ?? '',
    focus,
    toggle,
    select,
  });
  return (
    <>
      <div className="tree-scroller" ref={scroller}>
        <div
          role="tree"
          aria-label={props.label}
          className="tree"
          style={{ height: virtual.getTotalSize() }}
          onKeyDown={onKeyDown}
        >
          {virtual.getVirtualItems().map(({ index: at, start }) => {
            const row = rows[at];
            const unit = row === undefined ? undefined : forest.byId.get(row.id);
            if (row === undefined || unit === undefined) return null;
            return (
              <TreeRow
                key={row.id}
                row={row}
                start={start}
                name={unit.name}
                isFocused={at === index}
                isSelected={row.id === selected}
                drop={props.drop}
                toggle={() => toggle([row.id], row.isOpen !== true)}
                select={() => {
                  focus(at);
                  select(row.id);
                }}
              >
                {props.describe(unit)}
              </TreeRow>
            );
          })}
        </div>
      </div>
      {isPrinting && <PrintedTree forest={forest} rows={rows} describe={props.describe} />}
    </>
  );
}

function findRow(rows: readonly { readonly id: string }[], id: string | null): number | null {
  if (id === null) return null;
  const index = rows.findIndex((row) => row.id === id);
  return index === -1 ? null : index;
}

function withRow(shown: readonly number[], index: number): number[] {
  return shown.includes(index) ? [...shown] : [...shown, index].sort((one, other) => one - other);
}
