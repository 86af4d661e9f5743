import { chartLayout, type Hung } from './chart-layout.js';

/** Lays charts out beside the page, so that it stays quick. */
addEventListener(
  'message',
  ({ data }: MessageEvent<{ readonly turn: number; readonly units: readonly Hung[] }>) => {
    postMessage({ turn: data.turn, placed: chartLayout(data.units) });
  },
);
