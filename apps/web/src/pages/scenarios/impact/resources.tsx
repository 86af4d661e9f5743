import { Icon } from '../../../icons/icon.js';
import { useWords, type Words } from '../../../texts/use-words.js';
import type { SizeTold } from './impact-parts.js';
import type { ImpactTold } from './impact-question.js';

const SIZES = ['headCount', 'fte', 'budget'] as const;

/** An amount that is exact, or that it is not known. */
function amountInWords(value: string | null, unit: string, { t, number }: Words): string {
  return value === null ? t('scenarios.unknownFigure') : `${number(Number(value))} ${unit}`;
}

/** People and money that move; a sum of which a part is unknown is unknown. */
export function Resources({ resources }: { readonly resources: ImpactTold['resources'] }) {
  const words = useWords();
  const { t, list } = words;
  return (
    <section>
      <h3>{t('scenarios.impact.resources')}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('column.figure')}</th>
            <th scope="col">{t('scenarios.impact.moving')}</th>
            <th scope="col">{t('scenarios.impact.movedOut')}</th>
            <th scope="col">{t('scenarios.impact.neutral')}</th>
          </tr>
        </thead>
        <tbody>
          {SIZES.map((name) => {
            const size = resources[name];
            const unit = size.indicator?.unitOfMeasure ?? '';
            return (
              <tr key={name}>
                <th scope="row">{t(`scenarios.impact.${name}`)}</th>
                <td>
                  {amountInWords(size.moving.value, unit, words)}
                  <WhyUnknown size={size} />
                </td>
                <td>{amountInWords(size.movedOut.value, unit, words)}</td>
                <td>{words.label('neutral', size.neutral)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {SIZES.map((name) => (
        <Flows key={name} size={resources[name]} title={t(`scenarios.impact.${name}`)} />
      ))}
      {resources.begunFromNothing.length > 0 && (
        <p className="missing">
          <Icon sign="question" />{' '}
          {t('scenarios.impact.fromNothing', {
            names: list(resources.begunFromNothing.map(({ name }) => name ?? '')),
          })}
        </p>
      )}
    </section>
  );
}

function WhyUnknown({ size }: { readonly size: SizeTold }) {
  const { label, list } = useWords();
  if (size.moving.missing.length === 0) return null;
  const reasons = new Map<string, string[]>();
  for (const { reason, unit } of size.moving.missing) {
    reasons.set(reason, [...(reasons.get(reason) ?? []), unit.name ?? '']);
  }
  return [...reasons].map(([reason, names]) => (
    <div key={reason} className="small">
      {label('missingReason', reason)}
      {reason !== 'NO_INDICATOR' && `: ${list(names)}`}
    </div>
  ));
}

function Flows({ size, title }: { readonly size: SizeTold; readonly title: string }) {
  const words = useWords();
  const { t, label } = words;
  if (size.flows.length === 0 || size.indicator === null) return null;
  const holder = ({ kind, unit }: SizeTold['flows'][number]['from']) => unit?.name ?? label('holder', kind);
  return (
    <details>
      <summary>{t('scenarios.impact.flows', { title })}</summary>
      <ul>
        {size.flows.map(({ unit, amount, from, to }) => (
          <li key={`${unit.id} ${holder(from)} ${holder(to)}`}>
            {unit.name}: {amountInWords(amount.value, size.indicator?.unitOfMeasure ?? '', words)},{' '}
            {t('compare.fromTo', { before: holder(from), after: holder(to) })}
          </li>
        ))}
      </ul>
    </details>
  );
}
