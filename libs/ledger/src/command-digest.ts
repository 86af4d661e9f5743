import { canonicalJson } from './canonical-json.js';
import { textHash } from './chain.js';
import { type CommandDraft, type Hash } from './ledger-store.js';

/**
 * Tells a retry from another use of the same idempotency key. Covers who (`actor`), what kind (`commandType`) and the
 * fingerprint, or without one the events' types, versions and data; not what a retry may have made anew (event ids, basis).
 */
export function commandDigest(
  command: Pick<CommandDraft, 'actor' | 'commandType' | 'fingerprint' | 'events'>,
): Hash {
  const content =
    command.fingerprint ??
    command.events.map((event) => ({
      data: event.data,
      schemaVersion: event.schemaVersion,
      type: event.type,
    }));
  return textHash(canonicalJson([command.actor, command.commandType, content]));
}
