import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { fileName } from '../../files/file-name.js';
import { TableDownloads } from '../../files/table-downloads.js';
import { today } from '../../location/days.js';
import { useAnchor } from '../../location/use-anchor.js';
import { useView } from '../../location/use-view.js';
import { Empty, Failure, Loading } from '../../shell/states.js';
import { MoreButton } from '../../shell/more-button.js';
import { useWords } from '../../texts/use-words.js';
import { AssignmentCard } from './assignment-card.js';
import { AssignmentFilterForm } from './assignment-filter-form.js';
import {
  isWanted,
  readAssignmentFilter,
  unitsWith,
  writeAssignmentFilter,
  type AssignmentFilter,
} from './assignment-filter.js';
import { groupedByOrigin, type AssignmentGroup } from './assignment-groups.js';
import { assignmentRows } from './assignment-rows.js';
import { useAssignments, type FollowedAssignment } from './assignments-question.js';
import { GroupSummary } from './group-summary.js';

/** The assignments by the plan or the matter that gives them, each with how it went. */
export function AssignmentList() {
  const words = useWords();
  const { t, number } = words;
  const { axes, state } = useView();
  const [parameters, setParameters] = useSearchParams();
  const list = useAssignments(axes);
  const { data, error, refetch } = list;
  const all = useMemo(
    () => data?.pages.flatMap((page) => page.organisation?.assignments.nodes ?? []) ?? [],
    [data],
  );
  useAnchor(all.length > 0);
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const filter = readAssignmentFilter(parameters);
  const set = (part: Partial<AssignmentFilter>) =>
    setParameters((now) => writeAssignmentFilter(now, { ...readAssignmentFilter(now), ...part }), {
      replace: true,
      flushSync: true,
    });
  const wanted = all.filter((item) => isWanted(item, filter));
  const groups = groupedByOrigin(all, t('followUp.otherOrigin'));
  return (
    <>
      <AssignmentFilterForm filter={filter} units={unitsWith(all)} set={set} />
      <p role="status">{t('followUp.found', { count: wanted.length, number: number(wanted.length) })}</p>
      {wanted.length > 0 && (
        <TableDownloads
          name={fileName(t('followUp.assignments'), axes.slug, state.at ?? today())}
          rows={() => assignmentRows(wanted, words)}
        />
      )}
      {wanted.length === 0 && <Empty title={t(all.length === 0 ? 'followUp.noneAtAll' : 'followUp.none')} />}
      {groups.map((group) => (
        <Group key={group.id} group={group} filter={filter} />
      ))}
      <MoreButton list={list} />
    </>
  );
}

interface GroupProps {
  readonly group: AssignmentGroup<FollowedAssignment>;
  readonly filter: AssignmentFilter;
}

function Group({ group, filter }: GroupProps) {
  const wanted = group.items.filter((item) => isWanted(item, filter));
  if (wanted.length === 0) return null;
  return (
    <section className="assignment-group">
      <h3>{group.title}</h3>
      <GroupSummary items={group.items} />
      <ul className="assignments">
        {wanted.map((assignment) => (
          <AssignmentCard key={assignment.id} assignment={assignment} />
        ))}
      </ul>
    </section>
  );
}
