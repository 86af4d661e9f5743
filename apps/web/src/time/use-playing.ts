import { useEffect, useState } from 'react';
import { plusMonths } from '../location/days.js';

/** Milliseconds that each year is shown. */
const PACE = 900;

/** Goes a year further at each beat until the last day, or until it is stopped. */
export function usePlaying(at: string, last: string, go: (day: string) => void) {
  const [isPlaying, setPlaying] = useState(false);
  useEffect(() => {
    if (!isPlaying) return;
    const beat = setTimeout(() => {
      const next = plusMonths(at, 12);
      if (next > last) setPlaying(false);
      else go(next);
    }, PACE);
    return () => clearTimeout(beat);
  }, [isPlaying, at, last, go]);
  return { isPlaying, setPlaying };
}
