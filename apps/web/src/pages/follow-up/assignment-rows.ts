import type { Words } from '../../texts/use-words.js';
import type { FollowedAssignment } from './assignments-question.js';

/** Assignments as the head and the lines of a file. */
export function assignmentRows(items: readonly FollowedAssignment[], words: Words): string[][] {
  const { t, date, label } = words;
  const head = [
    t('followUp.assignments'),
    t('followUp.who'),
    t('column.due'),
    t('column.status'),
    t('followUp.assessment'),
    t('followUp.givenBy'),
    t('followUp.reportPlace'),
  ];
  const lines = items.map((item) => {
    const report = item.reports.at(-1);
    return [
      [item.number, item.title].filter(Boolean).join(' '),
      item.to.map(({ name }) => name).join(', '),
      item.due === null ? '' : date(item.due),
      label('assignmentStatus', item.status),
      item.assessment === null ? t('followUp.noReport') : label('assessment', item.assessment),
      item.decision?.called ?? item.document?.title ?? '',
      [report?.document?.title, report?.place].filter(Boolean).join(', '),
    ];
  });
  return [head, ...lines];
}
