import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { saveFile } from '../../files/save-file.js';
import { useView } from '../../location/use-view.js';
import { useWords } from '../../texts/use-words.js';
import type { WholeEvent } from './events-question.js';

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Who, when, why, about what, and the hashes. */
export function EventFacts({ event }: { readonly event: WholeEvent }) {
  const { t, time, date } = useWords();
  const { axes, search } = useView();
  const all = new URLSearchParams(search());
  if (event.about !== null) all.set('about', event.about);
  return (
    <dl className="facts">
      <Fact name={t('audit.recordedAt')}>{time(event.recordedAt)}</Fact>
      <Fact name={t('audit.knownAt')}>{time(event.knownAt)}</Fact>
      <Fact name={t('audit.actor')}>{event.actor}</Fact>
      <Fact name={t('audit.command')}>{event.command}</Fact>
      <Fact name={t('audit.reason')}>{event.reason ?? t('audit.noReason')}</Fact>
      {event.on !== null && <Fact name={t('column.date')}>{date(event.on)}</Fact>}
      <About event={event} />
      {event.about !== null && (
        <Fact name={t('audit.history')}>
          <Link to={`/org/${axes.slug}/audit?${all.toString()}`}>{t('audit.allAbout')}</Link>
        </Fact>
      )}
      <Fact name={t('audit.hash')}>
        <code>{event.hash}</code>
      </Fact>
      <Fact name={t('audit.hashBefore')}>
        <code>{event.hashBefore}</code>
      </Fact>
      <Fact name={t('audit.proof')}>
        <a href={`/export/${axes.slug}/proof/${event.position}`} download>
          {t('audit.saveProof')}
        </a>{' '}
        <span className="small">{t('audit.proofHelp')}</span>
      </Fact>
      <Fact name={t('audit.envelope')}>
        <button
          type="button"
          onClick={() => saveFile(`${axes.slug} ${event.position}.json`, 'application/json', event.envelope)}
        >
          {t('audit.saveEnvelope')}
        </button>{' '}
        <span className="small">{t('audit.envelopeHelp')}</span>
      </Fact>
    </dl>
  );
}

/** Leads to the change, the record or the scenario that the event is about. */
function About({ event }: { readonly event: WholeEvent }) {
  const { t, of, day } = useWords();
  const { axes, search } = useView();
  const { change, record, scenario } = event;
  return (
    <>
      {change !== null && (
        <Fact name={t('audit.change')}>
          {of(change.sentence)}
          <br />
          {change.units.map(({ id, name }) => (
            <Link key={id} className="apart" to={`/org/${axes.slug}/unit/${id}${search()}`}>
              {name}
            </Link>
          ))}
          {change.on.latest !== null && (
            <Link className="apart" to={`/org/${axes.slug}${search({ at: change.on.latest })}`}>
              {t('changes.show', { date: day(change.on.latest) })}
            </Link>
          )}
        </Fact>
      )}
      {change?.matter != null && (
        <Fact name={t('why.matter')}>
          <Link
            to={`/org/${axes.slug}/matters/${encodeURIComponent(change.matter.number ?? change.matter.id)}${search()}`}
          >
            {[change.matter.number, change.matter.title].filter(Boolean).join(': ')}
          </Link>
        </Fact>
      )}
      {record !== null && (
        <Fact name={t('audit.record')}>
          {record.__typename === 'Matter' ? (
            <Link to={`/org/${axes.slug}/matters/${record.id}${search()}`}>{record.called}</Link>
          ) : (
            record.called
          )}
        </Fact>
      )}
      {scenario !== null && (
        <Fact name={t('audit.scenario')}>
          <Link to={`/org/${axes.slug}/scenarios/${scenario}${search()}`}>{t('audit.toScenario')}</Link>
        </Fact>
      )}
    </>
  );
}
