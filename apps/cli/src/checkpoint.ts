import { InvalidArgumentError } from 'commander';
import type { Checkpoint } from '#ledger';
import type { Position } from '#temporal';

/** `POSITION:HASH`, as `kronika verify` tells it. @throws InvalidArgumentError */
export function checkpointIn(text: string): Checkpoint {
  const match = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text);
  if (match === null)
    throw new InvalidArgumentError('Write POSITION:HASH, the hash as 64 hexadecimal digits.');
  return { position: Number(match[1]) as Position, hash: match[2]! };
}
