import { hash } from 'node:crypto';

import type { Hash } from './ledger-store.js';

/** The hash before the first event: 32 zero bytes. */
export const GENESIS_HASH: Hash = '0'.repeat(64);

const LEAF_PREFIX = '\u0000';

/** An event's leaf: SHA-256(0x00 ‖ UTF-8 of the envelope), as in RFC 9162 §2.1.1. */
export function leafHash(envelope: string): Hash {
  return hash('sha256', LEAF_PREFIX + envelope, 'hex');
}

/** The chain's next hash: SHA-256(previous ‖ leaf). */
export function chainHash(previous: Hash, envelope: string): Hash {
  return linkHash(previous, leafHash(envelope));
}

/** The same of an event of which only the leaf is known. */
export function linkHash(previous: Hash, leaf: Hash): Hash {
  pair.write(previous, 0, 'hex');
  pair.write(leaf, HASH_BYTES, 'hex');
  return hash('sha256', pair, 'hex');
}

const HASH_BYTES = 32;
/** Used again and again: a chain has a million of them. */
const pair = Buffer.alloc(2 * HASH_BYTES);

/** SHA-256 of a text's UTF-8. */
export function textHash(text: string): Hash {
  return hash('sha256', text, 'hex');
}
