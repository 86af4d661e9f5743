import { useWords } from '../../../texts/use-words.js';
import type { ImpactTold } from './impact-question.js';

/** What would point at units that end. */
export function LeftBehind({ left }: { readonly left: ImpactTold['leftBehind'] }) {
  const { t, list, number } = useWords();
  const names = (units: readonly { readonly name: string | null }[]) =>
    list(units.map(({ name }) => name ?? ''));
  const lines = [
    ...left.assignments.map(({ title, units, successors }) => ({
      what: t('scenarios.impact.assignment', { title }),
      of: names(units),
      more: successors.length === 0 ? '' : t('compare.successors', { names: names(successors) }),
    })),
    ...left.codes.map(({ scheme, code, unit }) => ({
      what: t('scenarios.impact.code', { scheme, code }),
      of: unit.name ?? '',
      more: '',
    })),
    ...left.measures.map(({ figures, indicator, unit }) => ({
      what: t('scenarios.impact.figures', {
        count: figures,
        number: number(figures),
        name: indicator.name,
      }),
      of: unit.name ?? '',
      more: '',
    })),
    ...left.steeringDocuments.map(({ title, becomes, unit }) => ({
      what: t('scenarios.impact.document', { title }),
      of: unit.name ?? '',
      more: t(becomes === 'ENDED' ? 'compare.ghostEnded' : 'scenarios.impact.movesToo'),
    })),
  ];
  return (
    <section>
      <h3>{t('scenarios.impact.left')}</h3>
      {lines.length === 0 && <p>{t('scenarios.impact.nothingLeft')}</p>}
      <ul>
        {lines.map(({ what, of, more }, place) => (
          <li key={place}>
            {what} <span className="small">({[of, more].filter(Boolean).join(', ')})</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
