import { logOf, type Change, type ChangeId, type Timeline } from '#structure';
import type { Evidence } from './evidence.js';
import { matter } from './kinds/index.js';

/** Which changes the decisions and matters of an organisation are about, as known at the evidence's position. */
export class DecidedChanges {
  private readonly byDecision = new Map<string, Change[]>();
  private readonly byMatter = new Map<string, Set<Change>>();
  private readonly matters = new Map<Change, string>();

  constructor(
    private readonly timeline: Timeline,
    private readonly evidence: Evidence,
  ) {
    for (const change of this.mentioned()) this.add(change);
  }

  /** The changes that a decision is about, itself or through a proposal that it answers. */
  of(decision: string): readonly Change[] {
    return this.byDecision.get(decision) ?? [];
  }

  /** The changes of a matter, in the order of their recording. */
  ofMatter(id: string): readonly Change[] {
    return [...(this.byMatter.get(id) ?? [])].sort((a, b) => a.first - b.first);
  }

  /** The matter of a change: that of the last decision on it, else the one that it names; undefined if there is none. */
  matterOf(change: Change): string | undefined {
    return this.matters.get(change);
  }

  /** Changes that name a decision or a matter, or that a decision names. */
  private mentioned(): Set<Change> {
    const { changes, log } = this.timeline;
    const found = new Set<Change>();
    for (const { basis, change, position } of log) {
      if (basis !== undefined && position <= this.evidence.position) found.add(change);
    }
    for (const { payload } of this.evidence.decisions) {
      const named = [
        ...(payload.changes ?? []),
        ...(payload.points ?? []).flatMap((point) => point.changes ?? []),
      ];
      for (const id of named) {
        const change = changes.get(id as ChangeId);
        if (change !== undefined && change.first <= this.evidence.position) found.add(change);
      }
    }
    return found;
  }

  private add(change: Change): void {
    const decisions = this.evidence.decisionsOn(change);
    for (const decision of decisions) {
      const list = this.byDecision.get(decision.id);
      if (list === undefined) this.byDecision.set(decision.id, [change]);
      else list.push(change);
      this.addToMatter(decision.payload.matter, change);
    }
    const named = this.matterNamed(change);
    if (named !== undefined) this.addToMatter(named, change);
    const own = decisions.at(-1)?.payload.matter ?? named;
    if (own !== undefined) this.matters.set(change, own);
  }

  private addToMatter(id: string, change: Change): void {
    const changes = this.byMatter.get(id) ?? new Set();
    this.byMatter.set(id, changes.add(change));
  }

  /** The matter that the last basis of a change names, if it is recorded. */
  private matterNamed(change: Change): string | undefined {
    const { register, position } = this.evidence;
    const last = logOf(this.timeline, change, position).findLast(({ basis }) => basis !== undefined);
    const said = (last?.basis as { readonly matter?: unknown } | null | undefined)?.matter;
    return typeof said === 'string' ? register.find(said, position, [matter.kind])?.id : undefined;
  }
}
