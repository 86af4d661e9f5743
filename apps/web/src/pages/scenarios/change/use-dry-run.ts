import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { VariablesOf } from 'gql.tada';
import { ask } from '../../../graphql/ask.js';
import { SIMULATE } from '../deeds.js';

export type SimulateInput = VariablesOf<typeof SIMULATE>['input'];

/** What would come of it: nothing is kept. Null: it is not filled in yet. */
export function useDryRun(input: SimulateInput | null) {
  return useQuery({
    queryKey: ['dry-run', input],
    queryFn: async ({ signal }) => {
      if (input === null) return null;
      return (await ask(SIMULATE, { input: { ...input, validateOnly: true } }, signal)).done;
    },
    enabled: input !== null,
    placeholderData: keepPreviousData,
    gcTime: 0,
    staleTime: Infinity,
  });
}
