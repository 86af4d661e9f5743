import { useWords } from '../texts/use-words.js';
import { useMatterToRestOn } from './matter-questions.js';
import { SelectField } from './select-field.js';

interface Props {
  readonly slug: string;
  /** The matter whose decisions and proposals there are to choose among; null: there is none to choose. */
  readonly matter: string | null;
  readonly decision: string | null;
  readonly help?: string;
  choose(decision: string | null): void;
}

/** Chooses a decision, or a proposal, of a matter. */
export function DecisionField({ slug, matter, decision, help, choose }: Props) {
  const { t, label } = useWords();
  const chain = useMatterToRestOn(slug, matter)?.chain ?? [];
  return (
    <SelectField
      label={t('changes.decision')}
      value={decision ?? ''}
      help={help}
      give={(id) => choose(id === '' ? null : id)}
    >
      <option value="">{t('record.noDecision')}</option>
      {chain.map(({ id, called, act }) => (
        <option key={id} value={id}>
          {called}: {label('act', act)}
        </option>
      ))}
    </SelectField>
  );
}
