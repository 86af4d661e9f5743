import { useEffect } from 'react';
import { useLocation } from 'react-router';

/** Goes to the part of the page that the address names after `#`, once it is there. */
export function useAnchor(isThere: boolean): void {
  const { hash, key } = useLocation();
  useEffect(() => {
    if (!isThere || hash.length < 2) return;
    const part = document.getElementById(decodeURIComponent(hash.slice(1)));
    part?.scrollIntoView({ block: 'start' });
    part?.focus({ preventScroll: true });
  }, [isThere, hash, key]);
}
