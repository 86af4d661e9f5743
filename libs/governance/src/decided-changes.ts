import { logOf, type Change, type ChangeId, type Timeline } from '#structure';
import type { Evidence } from './evidence.js';
import { matter } from './kinds/index.js';

/** Which changes the decisions and matters of an organisation are about, as known at the evidence's position. */
export class DecidedChanges {
  private readonly byDecision = new Map<string, Change[]>();
  private readonly byMatter = new Map<string, Set<Change>>();
  private readonly byEvidence = new Map<string, Set<Change>>();
  private readonly matters = new Map<ChangeId, string>();

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

  /** The changes that steps of a matter are about, in the order of their recording. */
  ofMatter(id: string): readonly Change[] {
    return inOrder(this.byMatter.get(id));
  }

  /** The changes that only name the matter: its documents are the evidence, and no step of it is about them. */
  evidencedBy(id: string): readonly Change[] {
    return inOrder(this.byEvidence.get(id));
  }

  /** The matter of a change: that of the last decision on it, else the one that it names; undefined if there is none. */
  matterOf(change: Change): string | undefined {
    return this.matters.get(change.id);
  }

  /** Changes that name a decision or a matter, or that a decision names. */
  private mentioned(): Change[] {
    const { changes, log } = this.timeline;
    const found = new Set<ChangeId>();
    for (const { basis, change, position } of log) {
      if (basis !== undefined && position <= this.evidence.position) found.add(change.id);
    }
    for (const { payload } of this.evidence.decisions) {
      const named = [
        ...(payload.changes ?? []),
        ...(payload.points ?? []).flatMap((point) => point.changes ?? []),
      ];
      for (const id of named) {
        const change = changes.get(id as ChangeId);
        if (change !== undefined && change.first <= this.evidence.position) found.add(change.id);
      }
    }
    return Array.from(found, (id) => changes.get(id)!);
  }

  private add(change: Change): void {
    const decisions = this.evidence.decisionsOn(change);
    for (const decision of decisions) {
      const list = this.byDecision.get(decision.id);
      if (list === undefined) this.byDecision.set(decision.id, [change]);
      else list.push(change);
      addTo(this.byMatter, decision.payload.matter, change);
    }
    const named = this.matterNamed(change);
    if (named !== undefined && this.byMatter.get(named)?.has(change) !== true)
      addTo(this.byEvidence, named, change);
    const own = decisions.at(-1)?.payload.matter ?? named;
    if (own !== undefined) this.matters.set(change.id, own);
  }

  /** The matter that the last basis of a change names, if it is recorded. */
  private matterNamed(change: Change): string | undefined {
    const { register, position } = this.evidence;
    const last = logOf(this.timeline, change, position).findLast(({ basis }) => basis !== undefined);
    const said = (last?.basis as { readonly matter?: unknown } | null | undefined)?.matter;
    return typeof said === 'string' ? register.find(said, position, [matter.kind])?.id : undefined;
  }
}

function addTo(lists: Map<string, Set<Change>>, id: string, change: Change): void {
  lists.set(id, (lists.get(id) ?? new Set()).add(change));
}

function inOrder(changes: Iterable<Change> = []): Change[] {
  return [...changes].sort((a, b) => a.first - b.first);
}
