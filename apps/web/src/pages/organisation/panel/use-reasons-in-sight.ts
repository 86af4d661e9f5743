import { useEffect, useRef } from 'react';

/** Brings the reasons into sight when they are opened: on a low screen they would stand below its edge. */
export function useReasonsInSight(isOpen: boolean) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const reasons = isOpen ? panel.current?.querySelector<HTMLElement>('.why') : null;
    if (panel.current === null || reasons == null) return;
    panel.current.scrollIntoView({ block: 'start' });
    if (getComputedStyle(panel.current).position === 'sticky') {
      panel.current.scrollTop = reasons.offsetTop - 48;
    } else reasons.scrollIntoView({ block: 'start' });
  }, [isOpen]);
  return panel;
}
