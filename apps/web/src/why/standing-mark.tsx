import { Icon, type Sign } from '../icons/icon.js';
import { useWords } from '../texts/use-words.js';
import type { ChangeGrounds } from './grounds.js';

const SIGNS: Readonly<Record<NonNullable<ChangeGrounds['standing']>, Sign>> = {
  PROPOSED: 'pending',
  CONDITIONAL: 'pending',
  DECIDED: 'check',
  SCHEDULED: 'arrow',
  IN_FORCE: 'check',
  ASSERTED: 'dot',
  LAPSED: 'cross',
  CANCELLED: 'cross',
  ANNULLED: 'cross',
};

/** How firm a change is: a sign and a word. What a scenario only plans has no standing. */
export function StandingMark({ standing }: { readonly standing: ChangeGrounds['standing'] }) {
  const { t, label } = useWords();
  if (standing === null) {
    return (
      <span className="mark pending">
        <Icon sign="pending" /> {t('why.planned')}
      </span>
    );
  }
  return (
    <span className="mark" data-standing={standing}>
      <Icon sign={SIGNS[standing]} /> {label('standing', standing)}
    </span>
  );
}
