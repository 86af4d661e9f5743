import { createHash } from 'node:crypto';
import type { ScenarioCommandTerms } from './scenario-store.js';

/** Tells a retry from another use of the same key. @returns 64 hexadecimal digits */
export function digestOf({ actor, fingerprint }: ScenarioCommandTerms): string {
  return createHash('sha256')
    .update(JSON.stringify([actor, fingerprint]))
    .digest('hex');
}
