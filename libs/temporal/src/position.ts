import type { Brand } from './brand.js';
import { accepted, refused, type Parsed } from './parsed.js';

/**
 * The place of an event in its organisation's stream: without gaps, the first event is 1; 0 is
 * before it. `STILL` stands for "known until: still".
 */
export type Position = Brand<number, 'Position'>;

/** Nothing recorded yet. */
export const BEFORE_FIRST = 0 as Position;

/** Known until: still. Later than every position. */
export const STILL = Infinity as Position;

/** A whole number from 0 to 2^53 - 1. Problem: INVALID_POSITION. */
export function position(value: number): Parsed<Position> {
  if (Number.isSafeInteger(value) && value >= 0) return accepted((value + 0) as Position);
  return refused('INVALID_POSITION', String(value), (shown) => ({
    sv: `”${shown}” är inte en position: det ska vara ett heltal från 0 till ${Number.MAX_SAFE_INTEGER}.`,
    en: `"${shown}" is not a position: it must be a whole number from 0 to ${Number.MAX_SAFE_INTEGER}.`,
  }));
}
