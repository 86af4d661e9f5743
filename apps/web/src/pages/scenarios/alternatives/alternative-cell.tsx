import { useWords } from '../../../texts/use-words.js';
import { DifferenceMark } from '../../compare/difference-mark.js';
import type { DifferenceKind } from '../../compare/differences.js';
import type { Cell } from './alternatives-question.js';

const KINDS: Readonly<Record<Cell['differs'][number]['aspect'], DifferenceKind>> = {
  BEGUN: 'begun',
  ENDED: 'ended',
  MOVED: 'moved',
  RENAMED: 'renamed',
  RECLASSIFIED: 'reclassified',
  RECODED: 'recoded',
};

/** What one alternative says of a unit: where it stands and what it is called, or what it became. */
export function AlternativeCell({ cell }: { readonly cell: Cell }) {
  const { t, list, label } = useWords();
  const { inForce, name, type, differs, parents, continuedBy } = cell;
  const line = parents.find(({ hierarchy }) => hierarchy === 'line');
  const kinds = new Set(differs.map(({ aspect }) => KINDS[aspect]));
  return (
    <td data-differs={kinds.size > 0 ? '' : undefined}>
      {[...kinds].map((kind) => (
        <DifferenceMark key={kind} kind={kind} />
      ))}
      {inForce === true && (
        <div>
          {name}
          <div className="small">
            {[
              label('type', type ?? ''),
              line?.parent == null ? t('unit.root') : t('compare.under', { parent: line.parent.name ?? '' }),
            ].join(', ')}
          </div>
        </div>
      )}
      {inForce === false && (
        <div className="small">
          {continuedBy.length === 0
            ? t('scenarios.notThere')
            : t('compare.successors', { names: list(continuedBy.map((unit) => unit.name ?? '')) })}
        </div>
      )}
      {inForce === null && <div className="small">{t('organisation.indeterminate')}</div>}
    </td>
  );
}
