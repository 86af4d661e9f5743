import { useMemo, useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { dayOf, numberOf, plusMonths } from '../location/days.js';
import { useWords } from '../texts/use-words.js';
import { spanOf } from './change-days.js';

interface Props {
  /** The day that is shown. */
  readonly at: string;
  /** Days on which something changes. */
  readonly days: readonly string[];
  /** The latest day that was asked for, which may be ahead of what is shown. */
  latest(): string;
  go(day: string): void;
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -12,
  PageUp: 12,
};

/** The years with a mark for each day on which something changes; a handle to drag, or to move by keys. */
export function TimeBar({ at, days, latest, go }: Props) {
  const { t, day } = useWords();
  const track = useRef<HTMLDivElement>(null);
  const { first, last } = spanOf(days, at);
  const [from, to] = [numberOf(first), numberOf(last)];
  const marks = useMemo(() => marksIn(days, from, to), [days, from, to]);
  const place = (date: string) => `${(100 * (numberOf(date) - from)) / Math.max(1, to - from)}%`;
  const within = (number: number) => dayOf(Math.min(to, Math.max(from, number)));
  const follow = (event: PointerEvent) => {
    const box = track.current?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return;
    go(within(Math.round(from + ((event.clientX - box.left) / box.width) * (to - from))));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const months = STEPS[event.key];
    if (months !== undefined) go(within(numberOf(plusMonths(latest(), months))));
    else if (event.key === 'Home') go(first);
    else if (event.key === 'End') go(last);
    else return;
    event.preventDefault();
  };
  return (
    <div
      className="time-bar"
      ref={track}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        follow(event);
      }}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && follow(event)}
    >
      <div className="time-track" aria-hidden="true">
        {yearsBetween(first, last).map((year) => (
          <span key={year} className="time-year" style={{ left: place(`${year}-01-01`) }}>
            {year}
          </span>
        ))}
        {marks.map((date) => (
          <i key={date} className="time-mark" style={{ left: place(date) }} />
        ))}
      </div>
      <div
        className="time-handle"
        role="slider"
        tabIndex={0}
        style={{ left: place(at) }}
        aria-label={t('time.slider')}
        aria-valuemin={from}
        aria-valuemax={to}
        aria-valuenow={numberOf(at)}
        aria-valuetext={day(at)}
        aria-describedby="time-keys"
        onKeyDown={onKeyDown}
      />
      <span id="time-keys" className="for-screen-readers">
        {t('time.keys')} {t('time.ticks', { count: days.length })}
      </span>
    </div>
  );
}

/** At most a dozen years, evenly apart. */
function yearsBetween(first: string, last: string): number[] {
  const [from, to] = [Number(first.slice(0, 4)) + 1, Number(last.slice(0, 4))];
  const step = [1, 2, 5, 10, 20, 50, 100].find((size) => (to - from) / size <= 12) ?? 200;
  const years = [];
  for (let year = Math.ceil(from / step) * step; year <= to; year += step) years.push(year);
  return years;
}

/** The days, without those that would stand on the same spot. */
function marksIn(days: readonly string[], from: number, to: number): string[] {
  const spots = new Map(days.map((day) => [Math.round((400 * (numberOf(day) - from)) / (to - from)), day]));
  return [...spots.values()];
}
