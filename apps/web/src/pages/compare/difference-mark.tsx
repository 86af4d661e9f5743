import { Icon } from '../../icons/icon.js';
import { useWords } from '../../texts/use-words.js';
import { SIGNS, type DifferenceKind } from './differences.js';

/** What differs: a sign, a word and a colour. */
export function DifferenceMark({ kind }: { readonly kind: DifferenceKind }) {
  const { t } = useWords();
  return (
    <span className="mark difference" data-kind={kind}>
      <Icon sign={SIGNS[kind]} /> {t(`compare.${kind}`)}
    </span>
  );
}
