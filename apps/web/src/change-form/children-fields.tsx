import { useWords } from '../texts/use-words.js';
import { useActedOn } from '../units/acted-on.js';
import { DestinationField } from './destination-field.js';
import type { FieldsProps } from './kind-fields.js';

/** Where each unit below those that the change acts on goes. */
export function ChildrenFields(props: FieldsProps) {
  const { t } = useWords();
  const { draft, axes, set, wrong } = props;
  const { units, parts, rest, leaveChildren, kind } = draft;
  const said = wrong.at('children');
  if (units.length === 0) return null;
  return (
    <details className="children" open={kind === 'SPLIT' || kind === 'SPIN_OFF' || said.length > 0}>
      <summary>{t('record.children')}</summary>
      {leaveChildren ? (
        <label className="check">
          <input type="checkbox" checked onChange={() => set({ leaveChildren: false })} /> {t('record.leave')}
        </label>
      ) : (
        <>
          {kind === 'SPLIT' && (
            <DestinationField
              label={t('record.rest')}
              axes={axes}
              parts={parts}
              value={rest}
              otherwise={t('record.choose')}
              give={(to) => set({ rest: to })}
            />
          )}
          {units.map((unit) => (
            <ChildrenOf key={unit} {...props} unit={unit} />
          ))}
        </>
      )}
      {said.map((message) => (
        <p key={message} className="small bad">
          {message}
        </p>
      ))}
    </details>
  );
}

/** What becomes of a child of which nothing is said, by kind. */
const OTHERWISE = {
  SPLIT: 'record.asRest',
  SPIN_OFF: 'record.stays',
  MERGE: 'record.goesAlong',
  ABSORB: 'record.goesAlong',
  REPLACE: 'record.goesAlong',
} as const;

function ChildrenOf({ unit, draft, axes, set }: FieldsProps & { readonly unit: string }) {
  const { t } = useWords();
  const { acted } = useActedOn(axes, unit);
  const otherwise = draft.kind in OTHERWISE ? OTHERWISE[draft.kind as keyof typeof OTHERWISE] : undefined;
  if (acted === null || otherwise === undefined) return null;
  if (acted.children.length === 0)
    return <p className="small">{t('record.noChildren', { name: acted.name })}</p>;
  const isPartChosen = draft.kind === 'SPLIT' || draft.kind === 'SPIN_OFF';
  return (
    <fieldset className="part">
      <legend>{t('record.childrenOf', { name: acted.name })}</legend>
      {acted.children.map(({ id, name }) => (
        <DestinationField
          key={id}
          label={name}
          axes={axes}
          parts={isPartChosen ? draft.parts : []}
          value={draft.children[id] ?? ''}
          otherwise={t(otherwise)}
          give={(to) => {
            const { [id]: _, ...others } = draft.children;
            set({ children: to === '' ? others : { ...others, [id]: to } });
          }}
        />
      ))}
    </fieldset>
  );
}
