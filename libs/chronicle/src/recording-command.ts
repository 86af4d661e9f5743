import { instantOf, microsecondsOf, type AppendedCommand, type CommandDraft, type JsonObject } from '#ledger';
import { logRecord } from '#records';
import { logEvent, SCHEMA_VERSION } from '#structure';
import type { Position } from '#temporal';
import type { AnyDraft } from './any-draft.js';
import { isRecordEvent, type OrganisationDecision, type OrganisationEvent } from './decide-change-set.js';
import type { OrganisationMemory } from './organisation-memory.js';
import type { ChangeSetRequest } from './recording.js';
import { newId } from './new-id.js';

/** The command that stores an accepted decision. */
export function commandOf(
  request: ChangeSetRequest,
  drafts: readonly AnyDraft[],
  decision: Extract<OrganisationDecision, { accepted: true }>,
  basis: Position,
): CommandDraft {
  const reason = request.reason ?? drafts.find((draft) => draft.reason !== undefined)?.reason;
  return {
    idempotencyKey: request.idempotencyKey ?? newId(),
    commandType: request.commandType,
    actor: request.actor,
    ...(reason === undefined ? {} : { reason }),
    fingerprint: fingerprintOf(drafts),
    ...(request.knownAt === undefined ? {} : { knownAt: request.knownAt }),
    ...readSetOf(request, decision, basis),
    ...(request.expectedPosition === undefined ? {} : { expectedPosition: request.expectedPosition }),
    events: decision.events.map((event) => ({
      eventId: newId(),
      type: event.type,
      schemaVersion: SCHEMA_VERSION,
      data: event.data as unknown as JsonObject,
      touches: event.touches,
    })),
  };
}

function readSetOf(
  { restsOn }: ChangeSetRequest,
  { reads }: Extract<OrganisationDecision, { accepted: true }>,
  basis: Position,
): Pick<CommandDraft, 'basis' | 'reads'> {
  if (restsOn === undefined) return { basis, reads };
  const first = Math.min(basis, restsOn.position) as Position;
  return { basis: first, reads: [...new Set([...reads, ...restsOn.reads])] };
}

/** What makes a retry the same change set. */
export function fingerprintOf(drafts: readonly AnyDraft[]): string {
  return JSON.stringify(drafts.map(({ digest, ...draft }) => digest ?? draft));
}

/** Takes what was stored into the logs. */
export function logCommand(
  memory: OrganisationMemory,
  events: readonly OrganisationEvent[],
  command: CommandDraft,
  stored: AppendedCommand,
): void {
  const last = microsecondsOf(stored.recordedAt);
  events.forEach((event, i) => {
    const recordedAt = instantOf(last - (events.length - 1 - i));
    const origin = {
      position: (stored.first + i) as Position,
      recordedAt,
      knownAt: command.knownAt ?? recordedAt,
      actor: command.actor,
      reason: command.reason,
    };
    if (isRecordEvent(event)) logRecord(memory.register, event.recording, event.data, origin);
    else logEvent(memory.timeline, event.recording, event.data, event.version, origin);
    memory.times.add(origin, command.idempotencyKey);
  });
}
