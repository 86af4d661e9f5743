import { useView } from '../../location/use-view.js';
import { usePageTitle } from '../../shell/page-title.js';
import { useWords } from '../../texts/use-words.js';
import { useChangeDays } from '../../time/change-days.js';
import { TimeControls } from '../../time/time-controls.js';
import { AssignmentList } from './assignment-list.js';
import { FollowUpParts } from './follow-up-parts.js';
import { Targets } from './targets.js';
import '../../styles/matters.css';
import '../../styles/follow-up.css';

/** What was to be done and reached, and how it went, as it stands on the date. */
export function FollowUpPage() {
  const { t } = useWords();
  const { axes } = useView();
  const { name } = useChangeDays(axes);
  usePageTitle(t('followUp.title'), name);
  return (
    <div className="page">
      <h1>{t('followUp.title')}</h1>
      <p className="lead">{t('followUp.lead')}</p>
      <FollowUpParts />
      <TimeControls />
      <section>
        <h2 id="targets">{t('followUp.targets')}</h2>
        <Targets />
      </section>
      <section>
        <h2>{t('followUp.assignments')}</h2>
        <AssignmentList />
      </section>
    </div>
  );
}
