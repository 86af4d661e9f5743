import { useWords } from '../../../texts/use-words.js';
import { DifferenceMark } from '../../compare/difference-mark.js';
import type { DifferenceKind } from '../../compare/differences.js';
import type { ImpactTold } from './impact-question.js';

/** How many units begin, end and change, and those that something above them changes for. */
export function UnitsTold({ units }: { readonly units: ImpactTold['units'] }) {
  const { t, label, number } = useWords();
  const counted: readonly (readonly [DifferenceKind, readonly { readonly name: string | null }[]])[] = [
    ['begun', units.begun],
    ['ended', units.ended],
    ['moved', units.moved],
    ['merged', units.merged.map(({ into }) => into)],
    ['split', units.split.map(({ source }) => source)],
    ['renamed', units.renamed],
  ];
  const told = counted.filter(([, of]) => of.length > 0);
  return (
    <section>
      <h3>{t('scenarios.impact.units')}</h3>
      {told.length === 0 && <p>{t('compare.same')}</p>}
      <ul className="plain-list">
        {told.map(([kind, of]) => (
          <li key={kind}>
            <DifferenceMark kind={kind} /> {number(of.length)}
            <span className="small"> {of.map(({ name }) => name ?? '').join(', ')}</span>
          </li>
        ))}
      </ul>
      {units.broughtAlong.length > 0 && (
        <details>
          <summary>
            {t('scenarios.impact.along', {
              count: units.broughtAlong.length,
              number: number(units.broughtAlong.length),
            })}
          </summary>
          <ul>
            {units.broughtAlong.map(({ id, name, consequences }) => (
              <li key={id}>
                {name}
                {consequences.map(({ what, before, after }) => (
                  <div key={what} className="small">
                    {label('consequence', what)}:{' '}
                    {t('compare.fromTo', { before: before?.name ?? '–', after: after?.name ?? '–' })}
                  </div>
                ))}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
