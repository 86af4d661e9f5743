import { SelectField } from '../fields/select-field.js';
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
  return (
    <SelectField
      label={words}
      value={kind}
      help={t(`record.help.${kind}`)}
      give={(chosen) => choose(chosen as ChangeKind)}
    >
      <KindOptions />
    </SelectField>
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
