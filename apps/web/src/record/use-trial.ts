import { useEffect, useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask } from '../graphql/ask.js';
import type { Change } from './content.js';
import { RECORD, type Warning } from './record-question.js';

/** How long, in milliseconds, somebody has stopped writing before it is tried. */
const PAUSE = 350;

export interface Request {
  readonly organisation: string;
  readonly change: Change;
  readonly confirm: readonly Warning[];
}

/** What recording it would come to; nothing is recorded. Null: not filled in. */
export function useTrial(request: Request | null) {
  const settled = useSettled(request === null ? null : JSON.stringify(request));
  const tried = useQuery({
    queryKey: ['try', settled],
    queryFn: async ({ signal }) => {
      const asked = JSON.parse(settled ?? 'null') as Request;
      return (await ask(RECORD, { input: { ...inputOf(asked), validateOnly: true } }, signal)).recordChanges;
    },
    enabled: settled !== null,
    staleTime: 10_000,
  });
  const isCurrent = request !== null && settled === JSON.stringify(request);
  return { ...tried, data: settled === null ? undefined : tried.data, isCurrent };
}

/** Records it; the same key records once, however often it is sent. */
export function useRecording() {
  const questions = useQueryClient();
  return useMutation({
    mutationFn: async ({ key, ...request }: Request & { readonly key: string }) =>
      (await ask(RECORD, { input: { ...inputOf(request), idempotencyKey: key } })).recordChanges,
    onSuccess: async ({ outcome }) => {
      if (outcome === 'RECORDED' || outcome === 'REPEATED') await questions.invalidateQueries();
    },
  });
}

function inputOf({ organisation, change, confirm }: Request) {
  return { organisation, changes: [change], ...(confirm.length === 0 ? {} : { confirm: [...confirm] }) };
}

function useSettled(text: string | null): string | null {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), text === null ? 0 : PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** A name for a request that nobody else has. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `web-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
