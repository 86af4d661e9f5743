import { zipSync, type AsyncZippable, type FlateCallback } from 'fflate/browser';

export * from 'fflate/browser';

/**
 * Stands in for `zip` of fflate, which packs larger files in workers that it makes of text: the Content-Security-Policy
 * forbids them.
 */
export function zip(files: AsyncZippable, done: FlateCallback): void {
  done(null, zipSync(files));
}
