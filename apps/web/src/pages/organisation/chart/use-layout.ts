import { useEffect, useRef, useState } from 'react';
import type { Hung, Placed } from './chart-layout.js';

/** Where the boxes stand; of the layouts that were asked for only the last one counts. */
export function useLayout(units: readonly Hung[]): readonly Placed[] {
  const [placed, setPlaced] = useState<readonly Placed[]>([]);
  const worker = useRef<Worker | null>(null);
  const turn = useRef(0);
  useEffect(() => {
    const started = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
    started.onmessage = ({ data }: MessageEvent<{ turn: number; placed: readonly Placed[] }>) => {
      if (data.turn === turn.current) setPlaced(data.placed);
    };
    worker.current = started;
    return () => started.terminate();
  }, []);
  useEffect(() => {
    turn.current += 1;
    worker.current?.postMessage({ turn: turn.current, units });
  }, [units]);
  return placed;
}
