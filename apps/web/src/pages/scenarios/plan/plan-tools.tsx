import { useWords } from '../../../texts/use-words.js';
import type { ChangeKind } from '../../../change-form/draft.js';

interface Props {
  /** Null: none is chosen, or it is not there on the date. */
  readonly unit: { readonly id: string; readonly name: string } | null;
  plan(kind: ChangeKind, units: readonly string[], to?: string): void;
}

/** What is planned most; the other kinds are found in the dialog. */
const WITH_UNIT = [
  'TRANSFER',
  'RENAME',
  'MERGE',
  'ABSORB',
  'SPLIT',
  'SPIN_OFF',
  'DISSOLVE',
  'ESTABLISH',
] as const;

/** What can be planned: with the unit that is chosen, or with any. */
export function PlanTools({ unit, plan }: Props) {
  const { t } = useWords();
  if (unit === null) {
    return (
      <div className="buttons plan-tools">
        <button type="button" onClick={() => plan('TRANSFER', [])}>
          {t('scenarios.newChange')}
        </button>
        <span className="small">{t('scenarios.chooseUnit')}</span>
      </div>
    );
  }
  return (
    <div
      className="buttons plan-tools"
      role="group"
      aria-label={t('scenarios.withUnit', { name: unit.name })}
    >
      <strong>{unit.name}:</strong>
      {WITH_UNIT.map((kind) => (
        <button key={kind} type="button" onClick={() => plan(kind, [unit.id])}>
          {t(`scenarios.tool.${kind}`)}
        </button>
      ))}
      <button type="button" onClick={() => plan('RECLASSIFY', [unit.id])}>
        {t('scenarios.otherChange')}
      </button>
    </div>
  );
}
