/**
 * What a scenario is meant to reach. `costNeutral`, `staffNeutral`: what moves adds up to nothing; `maxLayers`: no more
 * levels than this, the top one counted; `span`: no unit that has any has fewer or more units directly under it;
 * `noSingleChildChains`: no unit has exactly one under it.
 */
export type Target =
  | { readonly goal: 'costNeutral' | 'staffNeutral' | 'noSingleChildChains' }
  | { readonly goal: 'maxLayers'; readonly most: number }
  | { readonly goal: 'span'; readonly least?: number; readonly most?: number };

export const GOALS = ['costNeutral', 'staffNeutral', 'maxLayers', 'span', 'noSingleChildChains'] as const;
export type Goal = (typeof GOALS)[number];
