import { Link } from 'react-router';
import { useView } from '../../location/use-view.js';
import { useWords } from '../../texts/use-words.js';
import { AssessmentMark, StatusMark } from '../follow-up/assignment-marks.js';
import type { WholeMatter } from './matter-question.js';
import { PartyName } from './party-name.js';

/** The work that the matter gives, or only proposes. */
export function MatterAssignments({ matter }: { readonly matter: WholeMatter }) {
  const { t, date, label } = useWords();
  const { axes, search } = useView();
  return (
    <section>
      <h2>{t('matters.assignments')}</h2>
      {matter.assignments.length === 0 && <p>{t('matters.noAssignments')}</p>}
      <ul className="documents">
        {matter.assignments.map((assignment) => (
          <li key={assignment.id}>
            <p>
              <Link to={`/org/${axes.slug}/follow-up${search()}#assignment-${assignment.id}`}>
                {[assignment.number, assignment.title].filter(Boolean).join(' ')}
              </Link>
            </p>
            <p className="marks">
              <StatusMark status={assignment.status} /> <AssessmentMark assessment={assignment.assessment} />
              <span className="small">{label('assignmentStanding', assignment.standing)}</span>
            </p>
            <p className="small">
              {assignment.to.map((party, index) => (
                <span key={party.name}>
                  {index > 0 && ', '}
                  <PartyName party={party} />
                </span>
              ))}
              {' · '}
              {t('column.due')}: {assignment.due === null ? t('followUp.noDue') : date(assignment.due)}
            </p>
            {assignment.steeringDocuments.length > 0 && (
              <p className="small">
                {t('followUp.steering')}: {assignment.steeringDocuments.join(', ')}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
