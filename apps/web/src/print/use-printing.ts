import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** As many rows as a printout has at most. */
export const MOST_PRINTED = 5_000;

/** Whether the page is being printed: then it has all that it is about, not what the screen has room for. */
export function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const print = matchMedia('print');
    // At once: the browser takes its picture as soon as it has told.
    const set = (is: boolean) => flushSync(() => setPrinting(is));
    const [begin, end] = [() => set(true), () => set(false)];
    const onChange = () => set(print.matches);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    print.addEventListener('change', onChange);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
      print.removeEventListener('change', onChange);
    };
  }, []);
  return isPrinting;
}
