import { useId } from 'react';
import { useWords } from '../texts/use-words.js';
import { CHANGE_KINDS, type ChangeKind } from './draft.js';

interface Props {
  readonly label: string;
  readonly kind: ChangeKind;
  choose(kind: ChangeKind): void;
}

/** Chooses a kind of change, and says what it means. */
export function KindChoice({ label: words, kind, choose }: Props) {
  const { t } = useWords();
  const id = useId();
  return (
    <div className="field kind-of-change">
      <label htmlFor={id}>{words}</label>
      <select
        id={id}
        value={kind}
        aria-describedby={`${id}-said`}
        onChange={({ target }) => choose(target.value as ChangeKind)}
      >
        <KindOptions />
      </select>
      <span id={`${id}-said`} className="small">
        {t(`record.help.${kind}`)}
      </span>
    </div>
  );
}

/** The kinds by their words, in order. */
export function KindOptions() {
  const { label, order } = useWords();
  return [...CHANGE_KINDS]
    .sort((one, other) => order(label('kind', one), label('kind', other)))
    .map((each) => (
      <option key={each} value={each}>
        {label('kind', each)}
      </option>
    ));
}
