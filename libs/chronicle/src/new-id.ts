import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

const ID = 16;
/** Random bytes are drawn for many ids at once: asking the system for each costs more than all the rest. */
const pool = new Uint8Array(ID * 1024);
let used = pool.length;
let sequence = 0;

/** A new UUIDv7, lower case. Those of one process sort in the order in which they were made. */
export function newId(): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += ID;
  sequence = (sequence + 1) >>> 0;
  return v7({ random: pool.subarray(used - ID, used), seq: sequence });
}
