import { Inject, Injectable } from '@nestjs/common';
import { EventPublisher } from '@nestjs/cqrs';
import { v7 as uuidv7 } from 'uuid';
import {
  commandDigest,
  instantOf,
  microsecondsOf,
  type AppendedCommand,
  type AppendOutcome,
  type CommandDraft,
  type InlineProjection,
  type JsonObject,
  type LedgerStore,
  type StoredCommand,
} from '#ledger';
import {
  logEvent,
  narrate,
  SCHEMA_VERSION,
  type DecidedEvent,
  type Decision,
  type Draft,
  type LogEntry,
} from '#structure';
import type { Position } from '#temporal';
import { today } from './clock.js';
import { Organisation } from './organisation.aggregate.js';
import type { OrganisationMemory } from './organisation-memory.js';
import type { ChangeSetRequest, RecordedChange, RecordingOutcome } from './recording.js';
import { refusal, type AnyRefusal } from './refusal.js';
import { Timelines } from './timelines.js';
import { INLINE_PROJECTION, LEDGER } from './tokens.js';

/** Makes the read model's rows of decided events; `first` is the position they were decided for. */
export type ProjectInline = (events: readonly DecidedEvent[], first: Position) => InlineProjection;

/** How many times a change set is decided again because another process was first. */
const MOST_ATTEMPTS = 8;
/** How many change sets go into one append at most. */
const MOST_SETS = 400;

/** Change sets to be recorded in their order; nothing after the first refusal is recorded. */
interface Job {
  readonly requests: readonly ChangeSetRequest[];
  /** Outcomes so far, in order. */
  readonly outcomes: RecordingOutcome[];
  attempts: number;
  readonly done: (outcomes: readonly RecordingOutcome[]) => void;
  readonly failed: (error: unknown) => void;
}

interface Decided {
  readonly job: Job;
  readonly request: ChangeSetRequest;
  readonly decision: Extract<Decision, { accepted: true }>;
  readonly command: CommandDraft;
  readonly changes: readonly RecordedChange[];
}

/**
 * Records change sets of each organisation one after another. What waits is decided together, each on top of
 * the one before, and stored in one append: durability is paid once for all of them.
 */
@Injectable()
export class Recorder {
  private readonly waiting = new Map<OrganisationMemory, Job[]>();

  constructor(
    @Inject(LEDGER) private readonly ledger: LedgerStore,
    @Inject(INLINE_PROJECTION) private readonly project: ProjectInline,
    private readonly timelines: Timelines,
    private readonly publisher: EventPublisher,
  ) {}

  async record(memory: OrganisationMemory, request: ChangeSetRequest): Promise<RecordingOutcome> {
    const [outcome] = await this.recordInOrder(memory, [request]);
    return outcome!;
  }

  /** Records change sets in order, up to the first that is refused; the outcomes of those that were reached. */
  recordInOrder(
    memory: OrganisationMemory,
    requests: readonly ChangeSetRequest[],
  ): Promise<readonly RecordingOutcome[]> {
    return new Promise((done, failed) => {
      const job: Job = { requests, outcomes: [], attempts: 0, done, failed };
      const jobs = this.waiting.get(memory);
      if (jobs !== undefined) {
        jobs.push(job);
        return;
      }
      this.waiting.set(memory, [job]);
      void memory.exclusively(() => this.drain(memory));
    });
  }

  private async drain(memory: OrganisationMemory): Promise<void> {
    for (let jobs = this.waiting.get(memory)!; jobs.length > 0;) {
      const round = jobs.splice(0, MOST_SETS);
      try {
        await this.recordRound(memory, round, jobs);
      } catch (error) {
        for (const job of round) job.failed(error);
      }
    }
    this.waiting.delete(memory);
  }

  /** Decides what waits and appends it; jobs that are not finished go back to the front of the queue. */
  private async recordRound(memory: OrganisationMemory, round: readonly Job[], jobs: Job[]): Promise<void> {
    if (memory.position === 0 || round.some((job) => job.attempts > 0)) await this.timelines.catchUp(memory);
    const organisation = this.publisher.mergeObjectContext(new Organisation(memory));
    memory.timeline.begin();
    let decided: Decided[];
    let outcome: AppendOutcome | undefined;
    try {
      decided = this.decideRound(organisation, round);
      if (decided.length > 0) outcome = await this.append(memory, decided);
    } catch (error) {
      memory.timeline.rollback();
      throw error;
    }
    const expected = (memory.position + 1) as Position;
    if (outcome?.outcome === 'appended') {
      this.appended(organisation, decided, outcome.commands, expected);
      if (memory.position < outcome.head) await this.timelines.catchUp(memory);
    } else {
      memory.timeline.rollback();
      if (outcome !== undefined) await this.notAppended(memory, decided, outcome);
    }
    const again: Job[] = [];
    for (const job of round) {
      await this.recognise(memory, job);
      const last = job.outcomes.at(-1);
      if (last?.outcome === 'refused' || job.outcomes.length === job.requests.length) job.done(job.outcomes);
      else again.push(job);
    }
    jobs.unshift(...again);
  }

  private decideRound(organisation: Organisation, round: readonly Job[]): Decided[] {
    const { memory } = organisation;
    const decided: Decided[] = [];
    const keys = new Set<string>();
    let position = (memory.position + 1) as Position;
    for (const job of round) {
      // Outcomes are only final once everything before them in the job is stored.
      for (let i = job.outcomes.length; i < job.requests.length && decided.length < MOST_SETS; i++) {
        const request = job.requests[i]!;
        const pending = decided.some((other) => other.job === job);
        if (request.idempotencyKey !== undefined && keys.has(request.idempotencyKey)) break;
        const drafts = request.drafts.filter(
          ({ digest }) => !digest || !memory.timeline.importedLines.has(digest),
        );
        if (drafts.length === 0) {
          if (pending) break;
          job.outcomes.push(repeated(memory, request.drafts.length > 0 ? [] : undefined));
          continue;
        }
        const savepoint = memory.timeline.savepoint();
        const decision = organisation.record(drafts, {
          position,
          today: request.today ?? today(),
          newId: uuidv7,
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
        const changes = decision.events.map((event, offset) =>
          recordedChange(memory, event, (position + offset) as Position, request.describe === true),
        );
        if (request.validateOnly === true) {
          memory.timeline.rollbackTo(savepoint);
          if (pending) break;
          job.outcomes.push({
            outcome: 'valid',
            position: memory.position,
            recordedAt: undefined,
            changes,
            ...told(decision),
          });
          continue;
        }
        const command = commandOf(request, drafts, decision, memory.position);
        keys.add(command.idempotencyKey);
        decided.push({ job, request, decision, command, changes });
        position = (position + decision.events.length) as Position;
      }
    }
    return decided;
  }

  /** What is refused may have been recorded already, under the same idempotency key: then that is the answer. */
  private async recognise(memory: OrganisationMemory, { requests, outcomes }: Job): Promise<void> {
    const request = requests[outcomes.length - 1];
    if (outcomes.at(-1)?.outcome !== 'refused' || request?.idempotencyKey === undefined) return;
    const stored = await this.ledger.findCommand(memory.organisation.id, request.idempotencyKey);
    if (stored === null) return;
    await this.timelines.catchUp(memory);
    const same =
      stored.digest === commandDigest({ ...request, fingerprint: fingerprintOf(request.drafts), events: [] });
    outcomes[outcomes.length - 1] = same
      ? repeated(memory, entriesOf(memory, stored))
      : refused('IDEMPOTENCY_KEY_REUSED');
  }

  private append(memory: OrganisationMemory, decided: readonly Decided[]): Promise<AppendOutcome> {
    const events = decided.flatMap(({ decision }) => decision.events);
    return this.ledger.append(
      memory.organisation.id,
      decided.map(({ command }) => command),
      this.project(events, (memory.position + 1) as Position),
    );
  }

  private appended(
    organisation: Organisation,
    decided: readonly Decided[],
    stored: readonly AppendedCommand[],
    expected: Position,
  ): void {
    const { memory } = organisation;
    const first = stored[0]!.first;
    const last = stored.at(-1)!.last;
    if (first === expected) {
      for (const [i, { decision, command }] of decided.entries())
        logCommand(memory, decision.events, command, stored[i]!);
      organisation.recorded(first, last);
    } else {
      // Another process recorded something unrelated in between: take both in from the ledger.
      memory.timeline.rollback();
    }
    for (const [i, { job, decision, changes }] of decided.entries()) {
      const at = stored[i]!;
      const moved = at.first - (changes[0]?.position ?? at.first);
      job.outcomes.push({
        outcome: 'recorded',
        position: at.last,
        recordedAt: at.recordedAt,
        changes:
          moved === 0
            ? changes
            : changes.map((change) => ({ ...change, position: (change.position + moved) as Position })),
        ...told(decision),
      });
    }
    organisation.commit();
  }

  /** One command stood in the way of all: it gets its answer or another try, the others are decided again. */
  private async notAppended(
    memory: OrganisationMemory,
    decided: readonly Decided[],
    outcome: Exclude<AppendOutcome, { outcome: 'appended' }>,
  ): Promise<void> {
    await this.timelines.catchUp(memory);
    const { job, request, command } = decided[outcome.command]!;
    if (job.requests[job.outcomes.length] !== request) return;
    if (outcome.outcome === 'duplicate') {
      job.outcomes.push(
        outcome.mismatch
          ? refused('IDEMPOTENCY_KEY_REUSED')
          : repeated(memory, entriesOf(memory, outcome.stored)),
      );
    } else if (outcome.reason === 'EXPECTED_POSITION')
      job.outcomes.push(refused('STALE_POSITION', outcome.head));
    else if (outcome.reason === 'KNOWN_AT_BACKWARDS')
      job.outcomes.push(refused('KNOWN_AT_BACKWARDS', command.knownAt));
    else if (outcome.reason === 'KNOWN_AT_FUTURE')
      job.outcomes.push(refused('KNOWN_AT_IN_FUTURE', command.knownAt));
    else if (++job.attempts >= MOST_ATTEMPTS) job.outcomes.push(refused('TOO_MUCH_CONTENTION'));
  }
}

function commandOf(
  request: ChangeSetRequest,
  drafts: readonly Draft[],
  decision: Extract<Decision, { accepted: true }>,
  basis: Position,
): CommandDraft {
  const reason = request.reason ?? drafts.find((draft) => draft.reason !== undefined)?.reason;
  return {
    idempotencyKey: request.idempotencyKey ?? uuidv7(),
    commandType: request.commandType,
    actor: request.actor,
    ...(reason === undefined ? {} : { reason }),
    fingerprint: fingerprintOf(drafts),
    ...(request.knownAt === undefined ? {} : { knownAt: request.knownAt }),
    basis,
    reads: decision.reads,
    ...(request.expectedPosition === undefined ? {} : { expectedPosition: request.expectedPosition }),
    events: decision.events.map((event) => ({
      eventId: uuidv7(),
      type: event.type,
      schemaVersion: SCHEMA_VERSION,
      data: event.data as unknown as JsonObject,
      touches: event.touches,
    })),
  };
}

/** What makes a retry the same change set. */
function fingerprintOf(drafts: readonly Draft[]): string {
  return JSON.stringify(drafts.map(({ digest, ...draft }) => digest ?? draft));
}

function logCommand(
  memory: OrganisationMemory,
  events: readonly DecidedEvent[],
  command: CommandDraft,
  stored: AppendedCommand,
): void {
  const last = microsecondsOf(stored.recordedAt);
  events.forEach((event, i) => {
    const recordedAt = instantOf(last - (events.length - 1 - i));
    logEvent(memory.timeline, event.recording, event.data, event.version, {
      position: (stored.first + i) as Position,
      recordedAt,
      knownAt: command.knownAt ?? recordedAt,
      actor: command.actor,
      reason: command.reason,
    });
  });
}

function recordedChange(
  memory: OrganisationMemory,
  { data, version, recording }: DecidedEvent,
  position: Position,
  describe: boolean,
): RecordedChange {
  return {
    change: data.change,
    recording,
    position,
    begun:
      version === undefined
        ? []
        : version.effects.flatMap((effect) => (effect.e === 'begin' ? [effect.unit] : [])),
    sentence: describe && version !== undefined ? narrate(memory.timeline, version, position) : undefined,
  };
}

function entriesOf(memory: OrganisationMemory, stored: StoredCommand): LogEntry[] {
  return memory.timeline.log.filter(({ position }) => position >= stored.first && position <= stored.last);
}

/** What was stored before, under the same key or as the same import lines. */
function repeated(memory: OrganisationMemory, entries: readonly LogEntry[] | undefined): RecordingOutcome {
  if (entries === undefined) return refused('NOTHING_TO_RECORD');
  return {
    outcome: 'repeated',
    position: entries.at(-1)?.position ?? memory.position,
    recordedAt: entries.at(-1)?.recordedAt,
    changes: entries.map(({ change, recording, position, version }) => ({
      change: change.id,
      recording,
      position,
      begun: version?.effects.flatMap((effect) => (effect.e === 'begin' ? [effect.unit] : [])) ?? [],
      sentence: version && narrate(memory.timeline, version, position),
    })),
    warnings: [],
    notices: [],
    narrowed: [],
  };
}

function told({ warnings, notices, narrowed }: Extract<Decision, { accepted: true }>) {
  return { warnings, notices, narrowed };
}

function refused(code: keyof typeof REFUSALS, about: unknown = ''): RecordingOutcome {
  const refusals: AnyRefusal[] = [refusal(code, REFUSALS[code](String(about)))];
  return { outcome: 'refused', refusals, warnings: [] };
}

const REFUSALS = {
  IDEMPOTENCY_KEY_REUSED: () => ({
    sv: 'Samma idempotencyKey har använts för något annat.',
    en: 'The same idempotencyKey has been used for something else.',
  }),
  STALE_POSITION: (head: string) => ({
    sv: `Något annat har registrerats sedan dess: liggaren är vid position ${head}.`,
    en: `Something else has been recorded since: the ledger is at position ${head}.`,
  }),
  KNOWN_AT_BACKWARDS: (time: string) => ({
    sv: `Kunskapstiden ${time} ligger före den senast registrerade.`,
    en: `The knowledge time ${time} is before the latest one recorded.`,
  }),
  KNOWN_AT_IN_FUTURE: (time: string) => ({
    sv: `Kunskapstiden ${time} ligger i framtiden.`,
    en: `The knowledge time ${time} is in the future.`,
  }),
  TOO_MUCH_CONTENTION: () => ({
    sv: 'Andra registrerade hela tiden något i samma enheter. Försök igen.',
    en: 'Others kept recording something in the same units. Try again.',
  }),
  NOTHING_TO_RECORD: () => ({
    sv: 'Ändringspaketet är tomt.',
    en: 'The change set is empty.',
  }),
};
