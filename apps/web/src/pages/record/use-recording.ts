import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Tried } from '../../change-form/trial.js';
import type { Warning } from '../../change-form/refusal.js';
import { ask } from '../../graphql/ask.js';
import { isDone } from '../../graphql/is-done.js';
import type { Change } from './grounds.js';
import { RECORD, type Recorded } from './record-question.js';

export interface Request {
  readonly organisation: string;
  readonly changes: readonly Change[];
  readonly confirm: readonly Warning[];
}

/** What recording it would come to; nothing is recorded. */
export async function tryRecording(request: Request, signal: AbortSignal): Promise<Recorded> {
  return (await ask(RECORD, { input: { ...inputOf(request), validateOnly: true } }, signal)).recordChanges;
}

/** Records it; the same key records once, however often it is sent. */
export function useRecording() {
  const questions = useQueryClient();
  return useMutation({
    mutationFn: async ({ key, ...request }: Request & { readonly key: string }) =>
      (await ask(RECORD, { input: { ...inputOf(request), idempotencyKey: key } })).recordChanges,
    onSuccess: async (recorded) => {
      if (isDone(recorded)) await questions.invalidateQueries();
    },
  });
}

/** What came of it, as it is told before it is recorded. */
export function toldOf(recorded: Recorded, recordingWord: (recording: string) => string): Tried {
  return {
    ...recorded,
    changes: recorded.changes.map((change) => ({ ...change, note: recordingWord(change.recording) })),
  };
}

function inputOf({ organisation, changes, confirm }: Request) {
  return { organisation, changes: [...changes], ...(confirm.length === 0 ? {} : { confirm: [...confirm] }) };
}

/** A name for a request that nobody else has. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `web-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
