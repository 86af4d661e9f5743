import { Link } from 'react-router';
import { Icon } from '../../icons/icon.js';
import { useView } from '../../location/use-view.js';
import { useWords } from '../../texts/use-words.js';
import { matterPath } from '../../matters/matter-address.js';
import { PartyName } from '../matters/party-name.js';
import { AssessmentMark, StatusMark } from './assignment-marks.js';
import type { FollowedAssignment } from './assignments-question.js';
import { UnitLinks } from './unit-links.js';

/** One assignment: who, by when, how far it has come, who gave it, and what was reported. */
export function AssignmentCard({ assignment }: { readonly assignment: FollowedAssignment }) {
  const { t, date, label } = useWords();
  const { number, title, text, status, standing, assessment, due, reportTo, reports } = assignment;
  return (
    <li id={`assignment-${assignment.id}`} tabIndex={-1} data-overdue={assignment.overdue}>
      <h4>{[number, title].filter(Boolean).join(' ')}</h4>
      <p className="marks">
        <StatusMark status={status} /> <AssessmentMark assessment={assessment} />
        <span className="small">{label('assignmentStanding', standing)}</span>
      </p>
      {text !== null && text !== title && <p>{text}</p>}
      <dl className="facts">
        <Parties name={t('followUp.who')} parties={assignment.to} />
        <Parties name={t('followUp.with')} parties={assignment.with} />
        {reportTo !== null && <Parties name={t('followUp.reportTo')} parties={[reportTo]} />}
        <div>
          <dt>{t('column.due')}</dt>
          <dd>{due === null ? t('followUp.noDue') : date(due)}</dd>
        </div>
        <GivenBy assignment={assignment} />
        {assignment.steeringDocuments.length > 0 && (
          <div>
            <dt>{t('followUp.steering')}</dt>
            <dd>{assignment.steeringDocuments.join(', ')}</dd>
          </div>
        )}
      </dl>
      <HandOver assignment={assignment} />
      {reports.length === 0 ? (
        <p className={assignment.overdue ? 'missing' : 'small'}>{t('followUp.noReport')}</p>
      ) : (
        <details>
          <summary>{t('followUp.reports', { count: reports.length })}</summary>
          {reports.map((report) => (
            <Report key={report.id} report={report} />
          ))}
        </details>
      )}
    </li>
  );
}

interface PartiesProps {
  readonly name: string;
  readonly parties: readonly { readonly name: string; readonly unit: { readonly id: string } | null }[];
}

function Parties({ name, parties }: PartiesProps) {
  if (parties.length === 0) return null;
  return (
    <div>
      <dt>{name}</dt>
      {parties.map((party) => (
        <dd key={party.name}>
          <PartyName party={party} />
        </dd>
      ))}
    </div>
  );
}

function GivenBy({ assignment }: { readonly assignment: FollowedAssignment }) {
  const { t } = useWords();
  const { axes, search } = useView();
  const { decision, document } = assignment;
  const matter = assignment.matter ?? document?.matter ?? null;
  const [called, part] =
    decision !== null
      ? [decision.called, `#decision-${decision.id}`]
      : [document?.title ?? matter?.title ?? '', document === null ? '' : `#document-${document.id}`];
  if (called === '') return null;
  return (
    <div>
      <dt>{t('followUp.givenBy')}</dt>
      <dd>
        {matter === null ? (
          called
        ) : (
          <Link to={`${matterPath(axes.slug, matter)}${search()}${part}`}>{called}</Link>
        )}
      </dd>
    </div>
  );
}

function HandOver({ assignment }: { readonly assignment: FollowedAssignment }) {
  const { t } = useWords();
  if (!assignment.needsHandOver) return null;
  const heirs = assignment.to.flatMap(({ successors }) => successors);
  return (
    <p className="missing">
      <Icon sign="warning" /> {t('followUp.needsHandOver')} <UnitLinks units={heirs} />
    </p>
  );
}

function Report({ report }: { readonly report: FollowedAssignment['reports'][number] }) {
  const { t, date } = useWords();
  const where = [report.document?.title, report.place].filter(Boolean).join(', ');
  return (
    <blockquote>
      <p className="marks">
        <AssessmentMark assessment={report.assessment} />
        <span className="small">
          {report.on === null ? t('matters.unknown') : date(report.on)}
          {!report.certain && `, ${t('followUp.maybeReported')}`}
          {report.final && `, ${t('followUp.final')}`}
        </span>
      </p>
      {report.text !== null && <p>{report.text}</p>}
      {where !== '' && <footer className="small">{where}</footer>}
    </blockquote>
  );
}
