import { createHash } from 'node:crypto';

import { type Hash } from './ledger-store.js';

/** The hash before the first event: 32 zero bytes. */
export const GENESIS_HASH: Hash = '0'.repeat(64);

const LEAF_PREFIX = '\u0000';

/** An event's leaf: SHA-256(0x00 ‖ UTF-8 of the envelope), as in RFC 9162 §2.1.1. */
export function leafHash(envelope: string): Buffer {
  return createHash('sha256')
    .update(LEAF_PREFIX + envelope, 'utf8')
    .digest();
}

/** The chain's next hash: SHA-256(previous ‖ leaf). */
export function chainHash(previous: Hash, envelope: string): Hash {
  return createHash('sha256').update(previous, 'hex').update(leafHash(envelope)).digest('hex');
}

/** SHA-256 of a text's UTF-8. */
export function textHash(text: string): Hash {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
