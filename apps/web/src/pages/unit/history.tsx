import type { ResultOf } from 'gql.tada';
import { graphql } from '../../graphql/graphql.js';
import { useAnswer } from '../../graphql/use-answer.js';
import { useView } from '../../location/use-view.js';
import { Failure } from '../../shell/states.js';
import { useWords } from '../../texts/use-words.js';

const HISTORY = graphql(`
  query History($slug: String!, $at: Date, $knownAt: Instant, $standing: Standing, $scenario: ID, $id: ID) {
    organisation(slug: $slug, at: $at, knownAt: $knownAt, standing: $standing, scenario: $scenario) {
      unit(id: $id) {
        history {
          field
          value
          valueName
          relation
          share
          knownFrom
          validFrom {
            earliest
            latest
            written
          }
          recorded {
            position
            recordedAt
            actor
            reason
          }
          takenBack {
            position
            recordedAt
            recording
            reason
          }
        }
      }
    }
  }
`);

type Version = NonNullable<NonNullable<ResultOf<typeof HISTORY>['organisation']>['unit']>['history'][number];

/** Everything ever said about the unit: what held from when, when that was recorded, and what was taken back. */
export function History({ unit }: { readonly unit: string }) {
  const { t, date, time, field, label } = useWords();
  const { axes } = useView();
  const { data, error } = useAnswer('history', HISTORY, { ...axes, id: unit });
  const versions = data?.organisation?.unit?.history ?? [];
  const valueOf = ({ field: of, value, valueName }: Version) => {
    if (of === 'existence') return value === true ? label('status', 'IN_FORCE') : label('status', 'ENDED');
    if (of === 'type' && typeof value === 'string') return label('type', value);
    if (valueName !== null) return valueName;
    return value === null ? (of.startsWith('parent:') ? t('unit.root') : '–') : String(value);
  };
  return (
    <section>
      <h2 id="history">{t('unit.history')}</h2>
      <p className="small">{t('unit.historyHelp')}</p>
      {error !== null && <Failure error={error} />}
      <div className="table-scroller" tabIndex={0} role="region" aria-labelledby="history">
        <table>
          <thead>
            <tr>
              {(['date', 'field', 'value', 'recorded', 'by', 'takenBack'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {versions.map((version, index) => (
              <tr key={index} className={version.takenBack === null ? undefined : 'taken-back'}>
                <td>{date(version.validFrom)}</td>
                <td>{field(version.field)}</td>
                <td>{valueOf(version)}</td>
                <td>{time(version.recorded.recordedAt)}</td>
                <td>{version.recorded.actor}</td>
                <td>
                  {version.takenBack !== null &&
                    [
                      label('recording', version.takenBack.recording),
                      time(version.takenBack.recordedAt),
                      version.takenBack.reason,
                    ]
                      .filter(Boolean)
                      .join(', ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
