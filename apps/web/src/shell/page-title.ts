import { useEffect } from 'react';

/** Names the page for the window, the history and bookmarks, the special first. */
export function usePageTitle(...parts: readonly (string | null | undefined)[]): void {
  const title = [...parts.filter((part) => typeof part === 'string' && part !== ''), 'Krönika'].join(' – ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
