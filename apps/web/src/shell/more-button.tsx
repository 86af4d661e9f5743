import { useWords } from '../texts/use-words.js';

/** What of a list that comes in pages the key needs: such as the answer of `usePages`. */
interface Props {
  readonly list: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    fetchNextPage(): Promise<unknown>;
  };
}

/** Asks for the next page of a list, where there is one. */
export function MoreButton({ list }: Props) {
  const { t } = useWords();
  if (!list.hasNextPage) return null;
  return (
    <button type="button" disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
      {t('changes.more')}
    </button>
  );
}
