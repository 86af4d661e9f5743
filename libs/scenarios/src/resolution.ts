/**
 * How the planner settles a step that does not fit a newer base. `drop`: the step is left out. `retarget`: another unit
 * takes the place of one that it names. `redate`: its changes happen on another date. `recode`: the units that it
 * begins go without the code, or with another.
 */
export type Resolution =
  | { readonly how: 'drop' }
  | { readonly how: 'retarget'; readonly unit: string; readonly to: string }
  | { readonly how: 'redate'; readonly on: string }
  | { readonly how: 'recode'; readonly scheme: string; readonly code: string; readonly to: string | null };

/** The planner's answers to what stands in the way of one step, with one more: a newer answer to the same takes the place of the older. */
export function withResolution(settled: readonly Resolution[], more: Resolution): readonly Resolution[] {
  if (more.how === 'drop') return [more];
  const others = settled.filter((other) => other.how !== 'drop' && subjectOf(other) !== subjectOf(more));
  return [...others, more];
}

/** What a resolution is about. */
function subjectOf(resolution: Resolution): string {
  switch (resolution.how) {
    case 'retarget':
      return `unit ${resolution.unit}`;
    case 'recode':
      return `code ${resolution.scheme}:${resolution.code}`;
    default:
      return resolution.how;
  }
}
