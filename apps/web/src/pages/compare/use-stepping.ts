import { useCallback, useEffect, useState } from 'react';

/** Which of the differences is in focus; N goes to the next, P to the one before, round and round. */
export function useStepping(told: readonly unknown[]) {
  const [index, show] = useState(-1);
  const count = told.length;
  const step = useCallback(
    (by: 1 | -1) =>
      show((now) => (count === 0 ? -1 : (Math.max(now, by === 1 ? -1 : 0) + by + count) % count)),
    [count],
  );
  useEffect(() => {
    const onKey = ({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent) => {
      if (ctrlKey || metaKey || altKey) return;
      if (target instanceof Element && target.closest('input, select, textarea, [role="tree"]') !== null)
        return;
      if (key === 'n' || key === 'N') step(1);
      if (key === 'p' || key === 'P') step(-1);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [step]);
  return { index: index < count ? index : -1, step, show };
}
