import { Evidence, standingOf, type StandingReport } from '#governance';
import {
  block,
  BLOCKED,
  decide,
  enact,
  isOpen,
  isPending,
  knownVersion,
  LATEST,
  PENDING,
  type Change,
  type DecidedEvent,
  type DecisionContext,
  type Draft,
  type NotEnacted,
  type Rejection,
  type Timeline,
} from '#structure';
import { grouped, type Day, type Position } from '#temporal';
import type { RecordedOrganisation } from './recorded-organisation.js';

export interface ChangeWithStanding {
  readonly change: Change;
  readonly report: StandingReport;
}

/** The standing of every change that is, or ever was, pending: as far as is known now. */
export function standingsNow(
  { timeline }: RecordedOrganisation,
  evidence: Evidence,
  at: Day,
): ChangeWithStanding[] {
  return [...timeline.pendingChanges].flatMap((change) => {
    const report = standingOf(timeline, evidence, change, at, timeline.horizon);
    return report === undefined ? [] : [{ change, report }];
  });
}

/**
 * What follows for changes that rest on decisions: those that are decided and unconditional come into force, resolved
 * again on the organisation as it now is; those whose decision was annulled, or should never have been recorded, are
 * taken back, and those whose decision turns out not to be annulled wait again. It never fails: what the structure does
 * not allow is blocked, with the reason.
 */
export function consequencesOf(
  organisation: RecordedOrganisation,
  context: DecisionContext,
): { readonly events: readonly DecidedEvent[]; readonly reads: readonly string[] } {
  return new Consequences(organisation, context).follow();
}

class Consequences {
  private readonly events: DecidedEvent[] = [];
  private readonly reads = new Set<string>();

  constructor(
    private readonly organisation: RecordedOrganisation,
    private readonly context: DecisionContext,
  ) {}

  follow(): { events: DecidedEvent[]; reads: string[] } {
    const evidence = new Evidence(this.organisation.register, LATEST);
    const { timeline } = this.organisation;
    for (const set of this.sets(evidence)) {
      const annulled = set.filter(({ change }) => change.versions.at(-1)!.closedBy === 'annulled');
      if (annulled.length > 0 && annulled.every((each) => !isSetAside(each, evidence))) {
        this.takeBack(annulled, 'suspend');
      }
      const applied = set.filter(({ change }) => !isPending(timeline, change) && isKnown(timeline, change));
      if (applied.length === 0) continue;
      if (applied.some(({ report }) => report.standing === 'annulled')) this.takeBack(applied, 'annul');
      else if (applied.some((each) => !suffices(each))) this.takeBack(applied, 'suspend');
    }
    const sets = this.sets(evidence);
    const ready = sets
      .map((set) => set.filter(({ change }) => isKnown(timeline, change)))
      .filter((set) => set.every((each) => isReady(timeline, each)))
      .flatMap((set) => set.map(({ change }) => change));
    if (ready.length > 0) {
      const { events, notEnacted, reads } = enact(timeline, ready, this.next());
      this.events.push(...events);
      for (const key of reads) this.reads.add(key);
      for (const refused of notEnacted) this.block(refused);
    }
    return { events: this.events, reads: [...this.reads] };
  }

  /** What was recorded together comes into force together. */
  private sets(evidence: Evidence): ChangeWithStanding[][] {
    const all = standingsNow(this.organisation, evidence, this.context.today);
    return [...grouped(all, ({ change }) => change.changeSet).values()];
  }

  private takeBack(set: readonly ChangeWithStanding[], how: 'annul' | 'suspend'): void {
    const changes = set.map(({ change }) => change);
    // The last first: it may build on the others.
    const drafts = [...changes].reverse().map(({ id }): Draft => ({ draft: how, change: id }));
    const decision = decide(this.organisation.timeline, drafts, { ...this.next(), confirmed: 'all' });
    if (!decision.accepted) this.block({ changes, rejections: decision.rejections });
    else {
      this.events.push(...decision.events);
      for (const key of decision.reads) this.reads.add(key);
    }
  }

  /** Says why, unless that has been said. */
  private block({ changes, rejections }: NotEnacted): void {
    for (const change of changes) {
      const before = change.blocks.at(-1);
      if (before !== undefined && isSame(before.reasons, rejections)) continue;
      const reasons = rejections.map(({ index: _, ...reason }) => reason);
      const data = { change: change.id, reasons };
      block(this.organisation.timeline, data, this.next().position);
      this.events.push({
        type: BLOCKED,
        data,
        recording: 'blocked',
        reason: undefined,
        version: undefined,
        touches: [PENDING],
      });
    }
  }

  private next(): DecisionContext {
    const { step } = this.organisation.timeline;
    return { ...this.context, position: (this.context.position + this.events.length * step) as Position };
  }
}

/** Whether what is recorded still carries a change that came into force by it. */
function suffices(each: ChangeWithStanding): boolean {
  const { settledBy, conditions } = each.report;
  if (isAsserted(each)) return true;
  if (settledBy === undefined || settledBy.payload.act === 'rejects') return false;
  return conditions.every(({ state }) => state === 'met');
}

/** Whether the decision that settles a change is one that a court set aside. */
function isSetAside({ report: { settledBy } }: ChangeWithStanding, evidence: Evidence): boolean {
  return settledBy !== undefined && evidence.appealOf(settledBy.id)?.payload.outcome === 'annulled';
}

function isReady(timeline: Timeline, each: ChangeWithStanding): boolean {
  const { change, report } = each;
  if (!isPending(timeline, change) || isOpen(timeline, change)) return false;
  return report.standing === 'decided' || isAsserted(each);
}

/** Said as a fact: an anticipated change that rests on no decision, and whose form is known at last. */
function isAsserted({ change, report }: ChangeWithStanding): boolean {
  return change.grounds.every(({ knownUntil }) => knownUntil !== undefined) && report.decisions.length === 0;
}

function isKnown(timeline: Timeline, change: Change): boolean {
  return knownVersion(timeline, change) !== undefined;
}

function isSame(a: readonly Rejection[], b: readonly Rejection[]): boolean {
  const key = (reasons: readonly Rejection[]) =>
    reasons.map(({ code, date, units }) => `${code} ${date} ${units.map(({ id }) => id).join()}`).join(';');
  return key(a) === key(b);
}
