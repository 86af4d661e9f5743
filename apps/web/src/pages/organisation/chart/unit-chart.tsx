import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useView } from '../../../location/use-view.js';
import { usePrinting } from '../../../print/use-printing.js';
import { useWords } from '../../../texts/use-words.js';
import { useTreeKeys } from '../../../tree/use-tree-keys.js';
import { visibleRows } from '../../../tree/visible-rows.js';
import type { ChartedOrganisation, ChartUnit, PendingStanding } from '../../../units/chart-question.js';
import type { Forest } from '../../../units/unit-forest.js';
import { ChartBox, ChartLine } from './chart-box.js';
import { ChartDownloads } from './chart-downloads.js';
import { PrintedChart } from './printed-chart.js';
import { useDragging } from './use-dragging.js';
import { useLayout } from './use-layout.js';
import { useTitles } from './use-titles.js';
import { seen, windowAtStart, windowOnAll, zoomed, type Window } from './window.js';

/** Below this many pixels for a unit of the chart, names are too small to read and are left out. */
const READABLE = 0.45;
/** At most so many boxes are drawn. */
const MOST = 300;

interface Props {
  readonly organisation: ChartedOrganisation;
  readonly forest: Forest<ChartUnit>;
  readonly pending: ReadonlyMap<string, PendingStanding>;
  readonly open: ReadonlySet<string>;
  unfold(open: ReadonlySet<string>): void;
  select(id: string): void;
}

/** The units as boxes with lines between; only what is unfolded is laid out and only what is seen is drawn. */
export function UnitChart({ organisation, forest, pending, open, unfold, select }: Props) {
  const { t } = useWords();
  const { state } = useView();
  const rows = useMemo(() => visibleRows(forest, open), [forest, open]);
  const units = useMemo(
    () => rows.map(({ id }) => ({ id, parentId: forest.byId.get(id)?.parentId ?? null })),
    [rows, forest],
  );
  const placed = useLayout(units);
  const isPrinting = usePrinting();
  const picture = useRef<SVGSVGElement>(null);
  const [size, setSize] = useState({ width: 900, height: 560 });
  const [chosen, look] = useState<Window | null>(null);
  const window = chosen ?? windowAtStart(placed, size, READABLE);
  const [focused, setFocused] = useState<string | null>(null);
  const takesFocus = useRef(false);
  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => entry && setSize(entry.contentRect));
    if (picture.current !== null) watch.observe(picture.current);
    return () => watch.disconnect();
  }, []);
  useLayoutEffect(() => {
    if (!takesFocus.current) return;
    takesFocus.current = false;
    picture.current?.querySelector<SVGElement>('[tabindex="0"]')?.focus({ preventScroll: true });
  });
  const rowOf = useMemo(() => new Map(rows.map((row, index) => [row.id, { row, index }])), [rows]);
  const index = rowOf.get(focused ?? state.unit ?? '')?.index ?? 0;
  const placeOf = useMemo(() => new Map(placed.map((place) => [place.id, place])), [placed]);
  const current = rows[index]?.id;
  const toggle = (ids: readonly string[], isOpen: boolean) => {
    const next = new Set(open);
    for (const id of ids)
      if (isOpen) next.add(id);
      else next.delete(id);
    unfold(next);
  };
  const focus = (at: number) => {
    const id = rows[at]?.id;
    const place = placeOf.get(id ?? '');
    if (id === undefined || place === undefined) return;
    takesFocus.current = true;
    setFocused(id);
    if (seen([place], window, size).length === 0 || window.scale < READABLE) {
      const scale = Math.max(window.scale, READABLE);
      look({ x: place.x - size.width / scale / 2, y: place.y - size.height / scale / 2, scale });
    }
  };
  const onKeyDown = useTreeKeys({
    rows,
    index,
    page: 10,
    nameOf: (id) => forest.byId.get(id)?.name ?? '',
    focus,
    toggle,
    select,
  });
  const dragging = useDragging(picture, window, look);
  const inSight = seen(placed, window, size).slice(0, MOST);
  const focusPlace = placeOf.get(current ?? '');
  const drawn = focusPlace === undefined || inSight.includes(focusPlace) ? inSight : [...inSight, focusPlace];
  const middle = { x: size.width / 2, y: size.height / 2 };
  const { title } = useTitles(organisation);
  return (
    <>
      <div className="buttons">
        <button type="button" onClick={() => look(zoomed(window, 1.3, middle))}>
          {t('organisation.zoomIn')}
        </button>
        <button type="button" onClick={() => look(zoomed(window, 1 / 1.3, middle))}>
          {t('organisation.zoomOut')}
        </button>
        <button type="button" onClick={() => look(windowOnAll(placed, size))}>
          {t('organisation.fit')}
        </button>
      </div>
      <ChartDownloads organisation={organisation} forest={forest} pending={pending} rows={rows} />
      {isPrinting && (
        <PrintedChart organisation={organisation} forest={forest} pending={pending} rows={rows} />
      )}
      <svg className="chart" ref={picture} role="tree" aria-label={title} onKeyDown={onKeyDown} {...dragging}>
        <g transform={`scale(${window.scale}) translate(${-window.x} ${-window.y})`} role="presentation">
          {drawn.map(({ id, parentId, x, y }) => {
            const above = placeOf.get(parentId ?? '');
            return above === undefined ? null : <ChartLine key={id} from={above} to={{ x, y }} />;
          })}
          {drawn.map((place) => {
            const unit = forest.byId.get(place.id);
            const at = rowOf.get(place.id);
            return unit === undefined || at === undefined ? null : (
              <ChartBox
                key={place.id}
                place={place}
                row={at.row}
                unit={unit}
                pending={pending.get(unit.id)}
                isReadable={window.scale >= READABLE}
                isFocused={unit.id === current}
                isSelected={unit.id === state.unit}
                select={() => {
                  setFocused(unit.id);
                  select(unit.id);
                }}
                toggle={() => toggle([unit.id], at.row.isOpen !== true)}
              />
            );
          })}
        </g>
      </svg>
    </>
  );
}
