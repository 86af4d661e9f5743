import { useWords } from '../texts/use-words.js';
import { GroundsOfChange } from './change-grounds.js';
import type { ChangeGrounds } from './grounds.js';

interface Props {
  readonly why: readonly { readonly field: string; readonly change: ChangeGrounds }[];
  readonly pending: readonly ChangeGrounds[];
}

/** The changes behind what a unit is, each once, and those that wait. */
export function WhyList({ why, pending }: Props) {
  const { t } = useWords();
  const fieldsOf = new Map<string, { change: ChangeGrounds; fields: string[] }>();
  for (const { field, change } of why) {
    const known = fieldsOf.get(change.id);
    if (known === undefined) fieldsOf.set(change.id, { change, fields: [field] });
    else known.fields.push(field);
  }
  return (
    <div className="why">
      <h3>{t('why.current')}</h3>
      {fieldsOf.size === 0 && <p>{t('why.nothing')}</p>}
      {[...fieldsOf.values()].map(({ change, fields }) => (
        <GroundsOfChange key={change.id} change={change} fields={fields} />
      ))}
      <h3>{t('why.pending')}</h3>
      {pending.length === 0 && <p>{t('why.pendingNone')}</p>}
      {pending.map((change) => (
        <GroundsOfChange key={change.id} change={change} />
      ))}
    </div>
  );
}
