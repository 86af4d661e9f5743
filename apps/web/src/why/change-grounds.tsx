import { Link } from 'react-router';
import { Icon } from '../icons/icon.js';
import { useView } from '../location/use-view.js';
import { useWords } from '../texts/use-words.js';
import { matterInWords } from '../matters/matter-address.js';
import type { ChangeGrounds } from './grounds.js';
import { InMatter } from './in-matter.js';
import { Sources } from './sources.js';
import { StandingMark } from './standing-mark.js';

interface Props {
  readonly change: ChangeGrounds;
  /** What of the unit it explains. */
  readonly fields?: readonly string[];
  /** The heading that the sentence is. */
  readonly level?: 'h1' | 'h2' | 'h3' | 'h4';
}

/** One change down to the paragraph of the minutes, and what is missing. */
export function GroundsOfChange({ change, fields = [], level: Heading = 'h4' }: Props) {
  const { t, of, date, list, field, label } = useWords();
  const { axes, search } = useView();
  const { decisions, missing } = change.standingReport ?? { decisions: [], missing: [] };
  return (
    <article className="grounds">
      <Heading>
        {Heading === 'h1' ? (
          of(change.sentence)
        ) : (
          <Link className="plain" to={`/org/${axes.slug}/changes/${change.id}${search()}`}>
            {of(change.sentence)}
          </Link>
        )}
      </Heading>
      <p>
        <StandingMark standing={change.standing} /> <span>{date(change.on)}</span>
      </p>
      {fields.length > 0 && <p className="small">{t('why.fields', { fields: list(fields.map(field)) })}</p>}
      {decisions.length === 0 ? (
        <p>{t(change.standing === null ? 'why.onlyPlanned' : 'why.noDecision')}</p>
      ) : (
        <ul className="decisions" aria-label={t('why.decisions')}>
          {decisions.map(({ competent, decision }) => (
            <li key={decision.id}>
              <strong>
                <InMatter matter={change.matter} part={`decision-${decision.id}`}>
                  {decision.called}
                </InMatter>
              </strong>
              : {label('act', decision.act)} ({t(decision.isDecision ? 'why.isDecision' : 'why.isNoDecision')}
              , {t(competent ? 'why.competent' : 'why.notCompetent')})
              {decision.recordedIn !== null && <div className="small">{decision.recordedIn.title}</div>}
            </li>
          ))}
        </ul>
      )}
      {missing.length > 0 && (
        <div className="missing">
          <strong>
            <Icon sign="warning" /> {t('why.missing')}
          </strong>
          <ul>
            {missing.map(({ kind, message }) => (
              <li key={`${kind} ${message.en}`}>{of(message)}</li>
            ))}
          </ul>
        </div>
      )}
      {change.matter !== null && (
        <p className="small">
          {t('why.matter')} <InMatter matter={change.matter}>{matterInWords(change.matter)}</InMatter>
        </p>
      )}
      <Sources log={change.log} />
    </article>
  );
}
