import { useEffect, useState } from 'react';
import { useQuery } from '@tanstack/react-query';

/** How long, in milliseconds, somebody has stopped writing before it is tried. */
const PAUSE = 350;

/**
 * What a change would come to, once nobody has written for a while; nothing is kept. Null: it is not filled in.
 * `isCurrent`: it is what the answer is about.
 */
export function useTrial<Request, Tried>(
  request: Request | null,
  attempt: (request: Request, signal: AbortSignal) => Promise<Tried>,
) {
  const asked = request === null ? null : JSON.stringify(request);
  const settled = useSettled(asked);
  const tried = useQuery({
    queryKey: ['try', settled],
    queryFn: ({ signal }) => attempt(JSON.parse(settled ?? 'null') as Request, signal),
    enabled: settled !== null,
    staleTime: 10_000,
  });
  return {
    data: settled === null ? undefined : tried.data,
    error: tried.error,
    isCurrent: request !== null && settled === asked && !tried.isFetching,
  };
}

function useSettled(text: string | null): string | null {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), text === null ? 0 : PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
