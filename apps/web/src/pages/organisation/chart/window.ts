import { CHART_BOX, type Placed } from './chart-layout.js';

/** What of the chart is seen: its corner in units of the chart, and pixels for each unit. */
export interface Window {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const MARGIN = 24;
const LARGEST = 1.6;
const SMALLEST = 0.04;

/** The edges of all that is placed. */
export function edgesOf(placed: readonly Placed[]) {
  let [left, right, top, bottom] = [0, CHART_BOX.width, 0, 0];
  for (const { x, y } of placed) {
    left = Math.min(left, x);
    right = Math.max(right, x + CHART_BOX.width);
    top = Math.min(top, y - CHART_BOX.height / 2);
    bottom = Math.max(bottom, y + CHART_BOX.height / 2);
  }
  return { left, right, top, bottom };
}

/** The window in which all is seen, as large as it may be, from the top. */
export function windowOnAll(placed: readonly Placed[], size: Size): Window {
  const { left, right, top, bottom } = edgesOf(placed);
  const across = (size.width - 2 * MARGIN) / (right - left);
  const down = (size.height - 2 * MARGIN) / Math.max(1, bottom - top);
  const scale = Math.min(1, Math.max(SMALLEST, Math.min(across, down)));
  return {
    x: left - MARGIN / scale,
    y: top - MARGIN / scale,
    scale,
  };
}

/** The window on all where that can be read, else on the first box, half-way down, and what stands by it. */
export function windowAtStart(placed: readonly Placed[], size: Size, readable: number): Window {
  const onAll = windowOnAll(placed, size);
  const [first] = placed;
  if (onAll.scale >= readable || first === undefined) return onAll;
  const scale = Math.max(readable, 0.7);
  return { x: first.x - MARGIN / scale, y: first.y - size.height / scale / 2, scale };
}

/** Nearer or farther, around a point of the picture. */
export function zoomed(window: Window, by: number, at: { readonly x: number; readonly y: number }): Window {
  const scale = Math.min(LARGEST, Math.max(SMALLEST, window.scale * by));
  return {
    x: window.x + at.x / window.scale - at.x / scale,
    y: window.y + at.y / window.scale - at.y / scale,
    scale,
  };
}

/** Those of which something is seen. */
export function seen(placed: readonly Placed[], window: Window, size: Size): Placed[] {
  const [right, bottom] = [window.x + size.width / window.scale, window.y + size.height / window.scale];
  return placed.filter(
    ({ x, y }) =>
      x + CHART_BOX.across > window.x &&
      x < right &&
      y + CHART_BOX.down > window.y &&
      y - CHART_BOX.down < bottom,
  );
}
