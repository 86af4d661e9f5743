import { NavLink } from 'react-router';
import { useView } from '../../location/use-view.js';
import { useWords } from '../../texts/use-words.js';

/** The pages of the follow-up. */
export function FollowUpParts() {
  const { t } = useWords();
  const { axes, search } = useView();
  const parts = [
    { path: 'follow-up', text: t('followUp.assignmentsAndTargets') },
    { path: 'follow-up/measures', text: t('measures.title') },
    { path: 'follow-up/contradictions', text: t('measures.contradictions') },
    { path: 'todo', text: t('todo.title') },
  ];
  return (
    <nav className="page-parts" aria-label={t('followUp.parts')}>
      {parts.map(({ path, text }) => (
        <NavLink key={path} to={`/org/${axes.slug}/${path}${search()}`} end>
          {text}
        </NavLink>
      ))}
    </nav>
  );
}
