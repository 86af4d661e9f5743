import { today } from '../location/days.js';
import { useWords } from '../texts/use-words.js';
import { usePrinting } from './use-printing.js';

/** On paper: when it was printed, and the address that leads back to the same view. */
export function PrintedFrom() {
  const { t, day } = useWords();
  if (!usePrinting()) return null;
  return <p className="printed-from">{t('files.printed', { date: day(today()), address: location.href })}</p>;
}

/** Says that a printout is not all. */
export function PrintedPart({ shown, all }: { readonly shown: number; readonly all: number }) {
  const { t, number } = useWords();
  if (shown >= all) return null;
  return <p>{t('files.printedPart', { shown: number(shown), all: number(all) })}</p>;
}
