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
