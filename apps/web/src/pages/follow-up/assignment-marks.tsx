import { Icon, type Sign } from '../../icons/icon.js';
import type { Labels } from '../../texts/labels.js';
import { useWords } from '../../texts/use-words.js';

export type Assessment = keyof Labels['assessment'];
export type AssignmentStatus = keyof Labels['assignmentStatus'];

const ASSESSED: Readonly<Record<Assessment, Sign>> = {
  MET: 'check',
  PARTLY_MET: 'pending',
  NOT_MET: 'cross',
  NONE_GIVEN: 'question',
};

const STATUS: Readonly<Record<AssignmentStatus, Sign>> = {
  DONE: 'check',
  REPORTED: 'check',
  DUE: 'pending',
  NOT_YET_DUE: 'dot',
  OPEN: 'dot',
  NOT_GIVEN: 'question',
  MAYBE_OVERDUE: 'warning',
  OVERDUE: 'warning',
};

/** What the last report says of it; nothing where there is none. */
export function AssessmentMark({ assessment }: { readonly assessment: Assessment | null }) {
  const { label } = useWords();
  if (assessment === null) return null;
  return (
    <span className="mark" data-assessment={assessment}>
      <Icon sign={ASSESSED[assessment]} /> {label('assessment', assessment)}
    </span>
  );
}

/** How far it has come on the date. */
export function StatusMark({ status }: { readonly status: AssignmentStatus }) {
  const { label } = useWords();
  return (
    <span className="mark" data-status={status}>
      <Icon sign={STATUS[status]} /> {label('assignmentStatus', status)}
    </span>
  );
}
