import { useMutation } from '@tanstack/react-query';
import { ask } from '../../graphql/ask.js';
import { graphql } from '../../graphql/graphql.js';

const VERIFY = graphql(`
  query Verify($organisation: String!, $checkpoints: [CheckpointInput!]) {
    verification(organisation: $organisation, checkpoints: $checkpoints) {
      ok
      position
      hash
      checkpoints
      scenarios
      startedAt
      took
      parts {
        part
        ok
        problem
        position
        scenario
        message {
          sv
          en
        }
      }
    }
  }
`);

export interface Checkpoint {
  readonly position: number;
  readonly hash: string;
}

/** Reads `POSITION:HASH`; null if it is none. */
export function checkpointIn(text: string): Checkpoint | null {
  const [, position, hash] = /^(\d{1,15}):([0-9a-f]{64})$/i.exec(text.trim()) ?? [];
  return position === undefined || hash === undefined
    ? null
    : { position: Number(position), hash: hash.toLowerCase() };
}

/** Work that is begun by hand, and whose answer is never kept for another time. */
export function useVerification(organisation: string) {
  return useMutation({
    mutationFn: async (checkpoint: Checkpoint | null) => {
      const checkpoints = checkpoint === null ? [] : [checkpoint];
      return (await ask(VERIFY, { organisation, checkpoints })).verification;
    },
  });
}
