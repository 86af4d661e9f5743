import { Link } from 'react-router';
import { graphql } from '../../graphql/graphql.js';
import { useAnswer } from '../../graphql/use-answer.js';
import { useView } from '../../location/use-view.js';
import { useWords } from '../../texts/use-words.js';
import { River } from './river.js';
import type { Flow } from './river-layout.js';

const LINEAGE = graphql(`
  query Lineage($slug: String!, $at: Date, $knownAt: Instant, $standing: Standing, $scenario: ID, $id: ID) {
    organisation(slug: $slug, at: $at, knownAt: $knownAt, standing: $standing, scenario: $scenario) {
      unit(id: $id) {
        lineage {
          direction
          generation
          relation
          share
          on {
            earliest
            latest
            written
          }
          from {
            id
            name
          }
          to {
            id
            name
          }
        }
        inferredLineage {
          direction
          generation
          relation
          confidence
          from {
            id
            name
          }
          to {
            id
            name
          }
        }
      }
    }
  }
`);

/** Where the unit came from and where it went: as a river, and in words. */
export function Lineage({ unit, name }: { readonly unit: string; readonly name: string }) {
  const { t, date, number, label } = useWords();
  const { axes, search } = useView();
  const { data } = useAnswer('lineage', LINEAGE, { ...axes, id: unit });
  const of = data?.organisation?.unit;
  if (of === undefined || of === null) return null;
  const flows: Flow[] = [
    ...of.lineage.map((step) => ({ ...step, confidence: null })),
    ...of.inferredLineage.flatMap((step) =>
      step.from === null || step.to === null
        ? []
        : [{ ...step, from: step.from, to: step.to, share: null, on: null }],
    ),
  ].map(({ from, to, direction, generation, relation, share, confidence, on }) => {
    const words = [
      share === null ? null : t('unit.share', { percent: number(share, { style: 'percent' }) }),
      on === null ? null : date(on),
      confidence === null ? null : t('unit.inferred', { confidence: label('confidence', confidence) }),
    ];
    return {
      from: { id: from.id, name: from.name ?? '' },
      to: { id: to.id, name: to.name ?? '' },
      layer: direction === 'BACK' ? -generation : generation,
      share,
      inferred: confidence !== null,
      relation: label('relation', relation),
      words: words.filter((word) => word !== null).join(', '),
    };
  });
  const linkTo = (id: string) => `/org/${axes.slug}/unit/${id}${search({ open: null })}`;
  return (
    <section>
      <h2>{t('unit.lineage')}</h2>
      {flows.length === 0 ? (
        <p>{t('unit.noLineage')}</p>
      ) : (
        <>
          <River unit={{ id: unit, name }} flows={flows} linkTo={linkTo} />
          <ul>
            {flows.map((flow, index) => (
              <li key={index}>
                <Link to={linkTo(flow.from.id)}>{flow.from.name}</Link> {flow.relation}{' '}
                <Link to={linkTo(flow.to.id)}>{flow.to.name}</Link>
                {flow.words !== '' && <span className="small"> – {flow.words}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
