import { useWords } from '../texts/use-words.js';
import type { ChangeGrounds } from './grounds.js';

const SIGNS: Readonly<Record<ChangeGrounds['standing'], string>> = {
  PROPOSED: '⧗',
  CONDITIONAL: '⧗',
  DECIDED: '✓',
  SCHEDULED: '→',
  IN_FORCE: '✓',
  ASSERTED: '●',
  LAPSED: '✕',
  CANCELLED: '✕',
  ANNULLED: '✕',
};

/** How firm a change is: a sign and a word. */
export function StandingMark({ standing }: { readonly standing: ChangeGrounds['standing'] }) {
  const { label } = useWords();
  return (
    <span className="mark" data-standing={standing}>
      <span aria-hidden="true">{SIGNS[standing]}</span> {label('standing', standing)}
    </span>
  );
}
