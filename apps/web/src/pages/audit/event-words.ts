import { useWords } from '../../texts/use-words.js';
import type { LedgerEvent } from './events-question.js';

/** An event in a sentence; what only takes back says what it takes back. */
export function useEventWords() {
  const { t, of, label } = useWords();
  return (event: LedgerEvent, before: LedgerEvent | null | undefined): string => {
    if (event.sentence !== null) return of(event.sentence);
    if (before?.sentence == null) return label('eventType', event.type);
    return t('audit.takenBack', { what: label('eventType', event.type), sentence: of(before.sentence) });
  };
}

/** A hash as people compare it: its beginning. */
export function shortHash(hash: string): string {
  return hash.slice(0, 12);
}
