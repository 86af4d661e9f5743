import { useWords } from '../../../texts/use-words.js';
import type { ShapeTold } from './impact-parts.js';
import type { ImpactTold } from './impact-question.js';

/** Layers and spans, before and after. */
export function ShapeTable({ shape }: { readonly shape: ImpactTold['shape'] }) {
  const { t, number, list } = useWords();
  const none = t('scenarios.unknownFigure');
  const rows: readonly (readonly [string, (of: ShapeTold) => string])[] = [
    [t('scenarios.impact.unitCount'), ({ units }) => number(units)],
    [t('scenarios.impact.layers'), ({ layers }) => number(layers.length)],
    [
      t('scenarios.impact.span'),
      ({ span }) =>
        span === null
          ? none
          : `${[...new Set([span.min, span.max])].map((each) => number(each)).join('–')} (${number(Number(span.mean), { maximumFractionDigits: 1 })})`,
    ],
    [t('scenarios.impact.singleChild'), ({ singleChild }) => number(singleChild)],
  ];
  return (
    <section>
      <h3>{t('scenarios.impact.shape')}</h3>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('compare.before')}</th>
            <th scope="col">{t('compare.after')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, tell]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{tell(shape.before)}</td>
              <td>{tell(shape.after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shape.chainsBegun.length > 0 && (
        <p className="small">
          {t('scenarios.impact.chains', { names: list(shape.chainsBegun.map(({ name }) => name ?? '')) })}
        </p>
      )}
    </section>
  );
}
