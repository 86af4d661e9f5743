import type { Assessment } from './assignment-marks.js';

interface Followed {
  readonly assessment: Assessment | null;
  readonly document: { readonly id: string; readonly title: string } | null;
  readonly matter: { readonly id: string; readonly number: string | null; readonly title: string } | null;
}

/** Assignments that one plan or one matter gives. */
export interface AssignmentGroup<Item extends Followed> {
  readonly id: string;
  readonly title: string;
  readonly items: readonly Item[];
}

/** By the plan that they stand in, else by their matter, in the order of recording. */
export function groupedByOrigin<Item extends Followed>(
  items: readonly Item[],
  other: string,
): AssignmentGroup<Item>[] {
  const groups = new Map<string, { id: string; title: string; items: Item[] }>();
  for (const item of items) {
    const { document, matter } = item;
    const id = document?.id ?? matter?.id ?? '';
    const title = document?.title ?? (matter && [matter.number, matter.title].filter(Boolean).join(': '));
    const group = groups.get(id);
    if (group === undefined) groups.set(id, { id, title: title ?? other, items: [item] });
    else group.items.push(item);
  }
  return [...groups.values()];
}

/** From the best to what nobody has reported. */
export const ASSESSMENTS = ['MET', 'PARTLY_MET', 'NOT_MET', 'NONE_GIVEN', 'NO_REPORT'] as const;
export type Assessed = (typeof ASSESSMENTS)[number];

/** The assessment of the last report; `NO_REPORT`: there is none. */
export function assessedAs(item: { readonly assessment: Assessment | null }): Assessed {
  return item.assessment ?? 'NO_REPORT';
}

/** How many are assessed so; only what occurs. */
export function countedAssessments(
  items: readonly { readonly assessment: Assessment | null }[],
): { readonly assessed: Assessed; readonly count: number }[] {
  return ASSESSMENTS.map((assessed) => ({
    assessed,
    count: items.filter((item) => assessedAs(item) === assessed).length,
  })).filter(({ count }) => count > 0);
}
