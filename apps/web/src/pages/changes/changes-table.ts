import { ask } from '../../graphql/ask.js';
import { graphql } from '../../graphql/graphql.js';
import type { Axes } from '../../location/axes.js';
import type { Words } from '../../texts/use-words.js';
import type { AskedChanges } from './changes-question.js';

const CHANGES_AS_TABLE = graphql(`
  query ChangesAsTable(
    $slug: String!
    $at: Date
    $knownAt: Instant
    $standing: Standing
    $scenario: ID
    $after: String
    $filter: ChangeFilterInput
  ) {
    organisation(slug: $slug, at: $at, knownAt: $knownAt, standing: $standing, scenario: $scenario) {
      changes(first: 200, after: $after, filter: $filter) {
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          kind
          standing
          on {
            earliest
            latest
            written
          }
          sentence {
            sv
            en
          }
          units {
            name
          }
          standingReport {
            decisions {
              decision {
                called
              }
            }
            missing {
              message {
                sv
                en
              }
            }
          }
        }
      }
    }
  }
`);

/** Every change of the choice as a row, however many pages they are. */
export async function changesAsTable(axes: Axes, filter: AskedChanges, words: Words): Promise<string[][]> {
  const { t, of, date, label, list } = words;
  const rows: string[][] = [
    [
      t('column.date'),
      t('column.kind'),
      t('changes.change'),
      t('changes.standing'),
      t('changes.units'),
      t('changes.decision'),
      t('changes.missing'),
    ],
  ];
  let after: string | null = null;
  do {
    const answer: Awaited<ReturnType<typeof askForPage>> = await askForPage(axes, filter, after);
    const { nodes, pageInfo } = answer.organisation?.changes ?? { nodes: [], pageInfo: null };
    for (const { kind, standing, on, sentence, units, standingReport } of nodes) {
      rows.push([
        on.earliest !== null && on.earliest === on.latest ? on.earliest : date(on),
        label('kind', kind),
        of(sentence),
        standing === null ? '' : label('standing', standing),
        list(units.flatMap(({ name }) => name ?? [])),
        (standingReport?.decisions ?? []).map(({ decision }) => decision.called).join('; '),
        (standingReport?.missing ?? []).map(({ message }) => of(message)).join(' '),
      ]);
    }
    after = pageInfo?.hasNextPage === true ? pageInfo.endCursor : null;
  } while (after !== null);
  return rows;
}

function askForPage(axes: Axes, filter: AskedChanges, after: string | null) {
  return ask(CHANGES_AS_TABLE, { ...axes, after, filter });
}
