import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { TadaDocumentNode } from 'gql.tada';
import { ask } from '../../graphql/ask.js';
import { isDone } from '../../graphql/is-done.js';
import type { Outcome } from './payload.js';

/**
 * Does something with a scenario. Once it is done, or refused because somebody else was there first, everything that
 * is shown is asked for again; a refusal is part of the answer.
 */
export function useDeed<Done extends Outcome, Input>(
  document: TadaDocumentNode<{ done: Done }, { input: Input }>,
) {
  const questions = useQueryClient();
  const deed = useMutation({
    mutationFn: async (input: Input) => (await ask(document, { input })).done,
    onSuccess: async (done) => {
      if (isDone(done) || hasMoved(done)) await questions.invalidateQueries();
    },
  });
  /** Does it, and tells whether it is done; why it is not is found in `data` and `error`. */
  const run = async (input: Input): Promise<Done | null> => {
    try {
      const done = await deed.mutateAsync(input);
      return isDone(done) ? done : null;
    } catch {
      return null;
    }
  };
  return { ...deed, run };
}

function hasMoved({ userErrors }: Outcome): boolean {
  return userErrors.some(({ code }) => code === 'SCENARIO_MOVED');
}
