import { Inject, Injectable } from '@nestjs/common';
import { EventPublisher } from '@nestjs/cqrs';
import {
  bothInline,
  commandDigest,
  type AppendedCommand,
  type AppendOutcome,
  type InlineProjection,
  type LedgerStore,
} from '#ledger';
import { isScenarioMoved } from '#scenarios';
import type { Position } from '#temporal';
import type { DecidedEvent } from '#structure';
import { isRecordEvent } from './decide-change-set.js';
import { Organisation } from './organisation.aggregate.js';
import type { OrganisationMemory } from './organisation-memory.js';
import type { Savepoint } from './recorded-organisation.js';
import { fingerprintOf, logCommand } from './recording-command.js';
import { conflictRefused, entriesOf, refused, repeated, told } from './recording-outcomes.js';
import {
  decideRound,
  isFinished,
  isRefused,
  mustBeUpToDate,
  type Decided,
  type Job,
} from './recording-round.js';
import type { ChangeSetRequest, RecordingOutcome } from './recording.js';
import { Timelines } from './timelines.js';
import { INLINE_PROJECTION, LEDGER } from './tokens.js';

/**
 * Makes the read model's rows of decided events, undefined for those about records; `first` is the position that they
 * were decided for.
 */
export type ProjectInline = (
  events: readonly (DecidedEvent | undefined)[],
  first: Position,
) => InlineProjection;

/** How many times a change set is decided again because another process was first. */
const MOST_ATTEMPTS = 8;
/** How many change sets go into one append at most. */
const MOST_SETS = 250;

/** How the next round begins: with at most so many change sets, or with what was decided ahead. */
interface NextRound {
  readonly most: number;
  readonly ahead: Decided[] | undefined;
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
      const job: Job = { requests, outcomes: [], attempts: 0, upToDate: false, done, failed };
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
    let next: NextRound = { most: MOST_SETS, ahead: undefined };
    for (let jobs = this.waiting.get(memory)!; jobs.length > 0;) {
      const round = jobs.splice(0, MOST_SETS);
      try {
        next = await this.recordRound(memory, round, jobs, next);
      } catch (error) {
        memory.rollback();
        next = { most: MOST_SETS, ahead: undefined };
        for (const job of round) job.failed(error);
      }
    }
    this.waiting.delete(memory);
  }

  /**
   * Decides what waits, unless that was done ahead, and appends it; while the database stores, decides the next
   * round ahead. Jobs that are not finished go back to the front of the queue.
   */
  private async recordRound(
    memory: OrganisationMemory,
    round: readonly Job[],
    jobs: Job[],
    { most, ahead }: NextRound,
  ): Promise<NextRound> {
    if (ahead === undefined && (memory.position === 0 || round.some(mustBeUpToDate))) {
      await this.timelines.catchUp(memory);
      for (const job of round) job.upToDate = true;
    }
    const basis = memory.position;
    const organisation = this.publisher.mergeObjectContext(new Organisation(memory));
    if (ahead === undefined) memory.begin();
    let decided: Decided[] | undefined;
    let savepoint: Savepoint;
    let outcome: AppendOutcome | undefined;
    let following: Decided[] = [];
    try {
      decided = ahead ?? decideRound(organisation, round, most, []);
      savepoint = memory.savepoint();
      if (decided.length > 0) {
        const appending = this.append(memory, decided);
        following = await this.decideAhead(organisation, [...round, ...jobs], decided, appending);
        outcome = await appending;
      }
    } catch (error) {
      memory.rollback();
      if (!isScenarioMoved(error)) throw error;
      decided![0]!.job.outcomes.push(refused('SCENARIO_MOVED'));
      return this.goOn(memory, round, jobs, basis, { most: MOST_SETS, ahead: undefined });
    }
    let next: NextRound = { most: MOST_SETS, ahead: undefined };
    if (outcome?.outcome === 'appended') {
      const asDecided = outcome.commands[0]!.first === basis + 1;
      if (asDecided) organisation.recorded(savepoint, outcome.commands[0]!.first, outcome.head);
      this.appended(memory, decided, outcome.commands, asDecided);
      if (asDecided && following.length > 0) next = { most: MOST_SETS, ahead: following };
      else if (asDecided) memory.commit();
      else memory.rollback();
      organisation.commit();
      // They are told even if what follows fails.
      for (const job of round) if (isFinished(job) && !isRefused(job)) job.done(job.outcomes);
      if (memory.position < outcome.head) await this.timelines.catchUp(memory);
    } else {
      memory.rollback();
      if (outcome !== undefined)
        next = { most: await this.notAppended(memory, decided, outcome), ahead: undefined };
    }
    if (next.ahead !== undefined && round.some(isRefused)) {
      memory.rollback();
      next = { most: MOST_SETS, ahead: undefined };
    }
    return this.goOn(memory, round, jobs, basis, next);
  }

  /** Answers the jobs that are finished; the others go back to the front of the queue. */
  private async goOn(
    memory: OrganisationMemory,
    round: readonly Job[],
    jobs: Job[],
    basis: Position,
    next: NextRound,
  ): Promise<NextRound> {
    const again: Job[] = [];
    for (const job of round) {
      await this.reconsider(memory, job, basis);
      if (isFinished(job)) job.done(job.outcomes);
      else again.push(job);
    }
    jobs.unshift(...again);
    return next;
  }

  /** Decides what comes next on top of what is being stored. None, unless all of it can be decided like that. */
  private async decideAhead(
    organisation: Organisation,
    jobs: readonly Job[],
    storing: readonly Decided[],
    appending: Promise<AppendOutcome>,
  ): Promise<Decided[]> {
    // A fault is the caller's, who waits for it after this.
    appending.catch(() => undefined);
    const waiting = jobs.slice(0, MOST_SETS);
    if (waiting.some(mustBeUpToDate)) return [];
    // Lets the statement go out before the processor is taken.
    await new Promise(setImmediate);
    return decideRound(organisation, waiting, MOST_SETS, storing);
  }

  /**
   * What is refused may rest on a timeline that other processes have left behind: then it is decided again. Or it
   * has been recorded already, under the same idempotency key: then that is the answer.
   */
  private async reconsider(memory: OrganisationMemory, job: Job, basis: Position): Promise<void> {
    if (!isRefused(job)) return;
    const { requests, outcomes } = job;
    if (!job.upToDate) {
      await this.timelines.catchUp(memory);
      job.upToDate = true;
      if (memory.position > basis) {
        outcomes.pop();
        return;
      }
    }
    const request = requests[outcomes.length - 1];
    if (request?.idempotencyKey === undefined) return;
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
    const projection = this.project(
      events.map((event) => (isRecordEvent(event) ? undefined : event)),
      (memory.position + 1) as Position,
    );
    const also = decided[0]?.request.inline;
    return this.ledger.append(
      memory.organisation.id,
      decided.map(({ command }) => command),
      also === undefined ? projection : bothInline(projection, also),
    );
  }

  /** Tells what was stored. As decided: at the positions it was decided for; else others came in between. */
  private appended(
    memory: OrganisationMemory,
    decided: readonly Decided[],
    stored: readonly AppendedCommand[],
    asDecided: boolean,
  ): void {
    for (const [i, { job, decision, command, recorded, changes, records }] of decided.entries()) {
      const at = stored[i]!;
      if (asDecided) logCommand(memory, decision.events, command, at);
      const moved = asDecided ? 0 : stored[0]!.first - (memory.position + 1);
      job.outcomes.push({
        outcome: 'recorded',
        position: at.last,
        recordedAt: at.recordedAt,
        recorded,
        changes: movedBy(moved, changes),
        records: movedBy(moved, records),
        ...told(decision),
      });
    }
  }

  /**
   * One command stood in the way of all: it gets its answer or another try, the others are decided again.
   * An answer that depends on what comes before waits until that is stored. @returns `most` for the next round
   */
  private async notAppended(
    memory: OrganisationMemory,
    decided: readonly Decided[],
    outcome: Exclude<AppendOutcome, { outcome: 'appended' }>,
  ): Promise<number> {
    await this.timelines.catchUp(memory);
    const { job, request, command } = decided[outcome.command]!;
    const isNext = job.requests[job.outcomes.length] === request;
    if (outcome.outcome === 'duplicate') {
      if (!isNext) return outcome.command;
      job.outcomes.push(
        outcome.mismatch
          ? refused('IDEMPOTENCY_KEY_REUSED')
          : repeated(memory, entriesOf(memory, outcome.stored)),
      );
    } else if (outcome.reason === 'READ_SET' && request.restsOn !== undefined) {
      job.outcomes.push(refused('STALE_POSITION', outcome.head));
    } else if (outcome.reason === 'READ_SET') {
      if (++job.attempts < MOST_ATTEMPTS) return MOST_SETS;
      if (!isNext) return outcome.command;
      job.outcomes.push(conflictRefused(outcome, command));
    } else {
      if (outcome.command > 0) return outcome.command;
      job.outcomes.push(conflictRefused(outcome, command));
    }
    job.upToDate = true;
    return MOST_SETS;
  }
}

/** What was decided for other positions than it got: others came in between. */
function movedBy<T extends { readonly position: Position }>(
  moved: number,
  items: readonly T[],
): readonly T[] {
  return moved === 0
    ? items
    : items.map((item) => ({ ...item, position: (item.position + moved) as Position }));
}
