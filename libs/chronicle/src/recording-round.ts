import type { CommandDraft } from '#ledger';
import type { Position } from '#temporal';
import { today } from './clock.js';
import type { OrganisationDecision } from './decide-change-set.js';
import { newId } from './new-id.js';
import type { Organisation } from './organisation.aggregate.js';
import { commandOf } from './recording-command.js';
import { NOTHING_STORED, recordedChanges, recordedRecords, repeated, told } from './recording-outcomes.js';
import type { ChangeSetRequest, RecordedChange, RecordedRecord, RecordingOutcome } from './recording.js';

/** Change sets to be recorded in their order; nothing after the first refusal is recorded. */
export interface Job {
  readonly requests: readonly ChangeSetRequest[];
  /** Outcomes so far, in order. */
  readonly outcomes: RecordingOutcome[];
  attempts: number;
  /** Whether it is decided on a timeline that was brought up to the ledger after it came. */
  upToDate: boolean;
  readonly done: (outcomes: readonly RecordingOutcome[]) => void;
  readonly failed: (error: unknown) => void;
}

export interface Decided {
  readonly job: Job;
  readonly request: ChangeSetRequest;
  readonly decision: Extract<OrganisationDecision, { accepted: true }>;
  readonly command: CommandDraft;
  readonly recorded: number;
  readonly changes: readonly RecordedChange[];
  readonly records: readonly RecordedRecord[];
}

/**
 * Decides what waits, each on top of the ones before and of what is being stored. Only acceptance may rest on
 * what is not stored yet: any other outcome waits until nothing comes before it.
 */
export function decideRound(
  organisation: Organisation,
  jobs: readonly Job[],
  most: number,
  storing: readonly Decided[],
): Decided[] {
  const { memory } = organisation;
  const decided: Decided[] = [];
  const keys = new Set(storing.map(({ command }) => command.idempotencyKey));
  const stored = new Map<Job, number>();
  for (const { job } of storing) stored.set(job, (stored.get(job) ?? 0) + 1);
  const basis = (memory.position +
    storing.reduce((sum, { decision }) => sum + decision.events.length, 0)) as Position;
  let position = (basis + 1) as Position;
  for (const job of jobs) {
    // Outcomes are only final once everything before them in the job is stored.
    const start = job.outcomes.length + (stored.get(job) ?? 0);
    for (let i = start; i < job.requests.length && decided.length < most; i++) {
      const request = job.requests[i]!;
      const pending = decided.length + storing.length > 0;
      if (decided.at(-1)?.request.inline !== undefined) return decided;
      if (request.inline !== undefined && pending) break;
      if (request.idempotencyKey !== undefined && keys.has(request.idempotencyKey)) break;
      const drafts = request.drafts.filter(
        ({ digest }) => digest === undefined || !memory.hasImported(digest),
      );
      if (drafts.length === 0) {
        if (pending) break;
        job.outcomes.push(repeated(memory, request.drafts.length > 0 ? NOTHING_STORED : undefined));
        continue;
      }
      const savepoint = memory.savepoint();
      const decision = organisation.record(drafts, {
        position,
        today: request.today ?? today(),
        newId,
        keyScheme: request.keyScheme,
        confirmed: request.confirmed,
      });
      if (!decision.accepted) {
        if (pending) break;
        job.outcomes.push({
          outcome: 'refused',
          refusals: decision.rejections,
          warnings: decision.warnings,
        });
        break;
      }
      const changes = recordedChanges(memory, decision.events, position, request.describe === true);
      const records = recordedRecords(memory, decision.events, position);
      const recorded = drafts.length;
      if (request.validateOnly === true) {
        memory.rollbackTo(savepoint);
        if (pending) break;
        job.outcomes.push({
          outcome: 'valid',
          position: memory.position,
          recordedAt: undefined,
          recorded,
          changes,
          records,
          ...told(decision),
        });
        continue;
      }
      const command = commandOf(request, drafts, decision, basis);
      keys.add(command.idempotencyKey);
      decided.push({ job, request, decision, command, recorded, changes, records });
      position = (position + decision.events.length) as Position;
    }
  }
  return decided;
}

/** Whether a job is decided on the ledger as it is, and not on what this process knows of it. */
export function mustBeUpToDate({ attempts, requests }: Job): boolean {
  return (
    attempts > 0 || requests.some(({ validateOnly, inline }) => validateOnly === true || inline !== undefined)
  );
}

export function isRefused({ outcomes }: Job): boolean {
  return outcomes.at(-1)?.outcome === 'refused';
}

export function isFinished(job: Job): boolean {
  return isRefused(job) || job.outcomes.length === job.requests.length;
}
