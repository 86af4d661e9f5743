import { dateOf, type Day, type ImpreciseDate, type Position } from '#temporal';
import { Binding, unitsBegunBy } from './binding.js';
import { eventOf, touchesOf } from './decided-event.js';
import type { DecidedEvent, Decision, DecisionContext } from './decision.js';
import type { Change, ChangeVersion, Recording } from './change.js';
import type { ChangeContent, Draft, Resolved } from './draft.js';
import type { Effect } from './effect.js';
import { explain, objectionAsRejection, rejectDraft } from './explain.js';
import { isUuid, type ChangeId, type UnitId } from './ids.js';
import { inKeyOrder } from './key-order.js';
import { isFarReaching, kindOf, type ChangeKind, type Payload } from './kinds/index.js';
import { laterChanges } from './later-changes.js';
import { PENDING } from './pending-changes.js';
import {
  ANNULLED,
  applyContent,
  cancel,
  CANCELLED,
  contentOf,
  CORRECTED,
  placeAmong,
  knownVersion,
  moveVersion,
  NARROWED,
  noteCircumstances,
  SUSPENDED,
  type ChangeEventData,
  type ContentEventData,
  type EventCircumstances,
} from './recorded-event.js';
import type { Rejection, Warning } from './rejection.js';
import { FAR_REACHING } from './rules/check.js';
import { settle, type Move } from './rules/settle.js';
import { State } from './state.js';
import type { Timeline } from './timeline.js';
import { findWarnings, isConfirmed, nothingChanges, nothingChangesWarning } from './warnings.js';

/** How many broken rules a refusal tells of at most. */
const MOST_REJECTIONS = 50;

/**
 * Decides one change set, whole or not at all. If it is accepted its facts are in the timeline, from the
 * context's position on, until the caller commits or rolls back; if not, the timeline is as it was.
 */
export function decide(timeline: Timeline, drafts: readonly Draft[], context: DecisionContext): Decision {
  const savepoint = timeline.savepoint();
  const decision = new ChangeSetDecision(timeline, drafts, context).decide();
  if (!decision.accepted) timeline.rollbackTo(savepoint);
  return decision;
}

class ChangeSetDecision {
  private readonly binding: Binding;
  private readonly changeSet: string;
  private readonly events: DecidedEvent[] = [];
  /** What the set gives content, with the index of the draft that does. */
  private readonly came = new Map<ChangeVersion, number>();
  private readonly went: ChangeVersion[] = [];
  private readonly warnings: Warning[] = [];
  private readonly reads = new Set<string>();

  constructor(
    private readonly timeline: Timeline,
    private readonly drafts: readonly Draft[],
    private readonly context: DecisionContext,
  ) {
    this.binding = new Binding(timeline, context.keyScheme, context.newId);
    this.changeSet = context.newId();
  }

  decide(): Decision {
    for (const draft of this.drafts) {
      if ('content' in draft) {
        const own = draft.draft === 'correct' ? this.ownUnits(this.timeline.changeCalled(draft.change)) : [];
        this.binding.announce(draft.content, own);
      }
    }
    const rejections = this.drafts.flatMap((draft, index) => this.take(draft, index));
    if (rejections.length > 0) return { accepted: false, rejections, warnings: [] };

    const settlement = settle(
      this.timeline,
      [...this.came.keys()],
      this.went,
      this.context.position,
      this.reads,
      this.drafts.some((draft) => 'resolved' in draft || draft.draft === 'narrow'),
    );
    if (!settlement.settled) {
      const explained = settlement.violations
        .slice(0, MOST_REJECTIONS)
        .map((violation) => explain(this.timeline, violation, this.came, this.drafts.length));
      return { accepted: false, rejections: explained, warnings: [] };
    }
    const narrowed = this.narrow(settlement.moves);
    this.warnings.push(...findWarnings(this.timeline, this.came));
    const open = this.warnings.filter((warning) => !isConfirmed(warning, this.context.confirmed));
    if (open.length > 0) return { accepted: false, rejections: [], warnings: open };
    return {
      accepted: true,
      events: this.events,
      warnings: this.warnings,
      notices: laterChanges(this.timeline, [...this.came.keys()]),
      narrowed,
      reads: [...this.reads],
    };
  }

  /** Applies one draft; what is wrong with it, if anything. */
  private take(draft: Draft, index: number): Rejection[] {
    if (draft.id !== undefined) this.reads.add(`change:${draft.id}`);
    if (draft.id !== undefined && this.timeline.changeCalled(draft.id) !== undefined) {
      return [rejectDraft('CHANGE_ID_TAKEN', index, 'id', draft.id)];
    }
    if (draft.draft === 'change') {
      return this.give(draft, index, draft.changeId ?? this.idFor(draft.id), draft.content, []);
    }
    const change = this.timeline.changeCalled(draft.change);
    if (change === undefined) return [rejectDraft('UNKNOWN_CHANGE', index, 'change', draft.change)];
    const known = knownVersion(this.timeline, change);
    // What was annulled waits again once the annulment turns out to be none.
    const current = known ?? (draft.draft === 'suspend' ? change.versions.at(-1) : undefined);
    if (current === undefined) return [rejectDraft('CHANGE_CANCELLED', index, 'change', draft.change)];
    switch (draft.draft) {
      case 'correct':
        return current.pending && draft.resolved !== undefined
          ? this.tell(draft, index, current, draft.resolved)
          : this.give(draft, index, change.id, draft.content, this.ownUnits(change));
      case 'reschedule': {
        const content = { kind: current.kind, on: draft.on, payload: current.payload };
        return this.resolveAndApply(draft, index, change.id, content);
      }
      case 'cancel':
        if (!current.pending && current.on.latest <= this.context.today) {
          return [rejectDraft('ALREADY_IN_EFFECT', index, 'change', draft.change)];
        }
        this.close(draft, current, CANCELLED, 'cancelled');
        return [];
      case 'narrow': {
        this.replace(current);
        this.moveWithinWindow(current, draft.to);
        return [];
      }
      case 'enact': {
        const { kind, on, payload } = current;
        return this.resolveAndApply(draft, index, change.id, { kind, on, payload });
      }
      case 'annul':
        this.close(draft, current, ANNULLED, 'annulled');
        return [];
      case 'suspend': {
        if (known !== undefined) this.replace(known);
        const data = { ...contentOf(current), pending: true as const };
        const version = applyContent(this.timeline, data, current.on, this.nextPosition());
        this.record(draft, SUSPENDED, 'suspended', data, version, current.effects);
        return [];
      }
    }
  }

  /** Of a change that is pending the form is told, and it takes effect: two events. */
  private tell(
    draft: Draft & { draft: 'correct' },
    index: number,
    { change }: ChangeVersion,
    resolved: Resolved,
  ): Rejection[] {
    const { kind, on, payload } = draft.content;
    const { id, changeSet } = change;
    const { effects } = resolved;
    const said = { change: id, changeSet, kind, on: on.written, payload, effects };
    const data: ContentEventData = { ...said, pending: true };
    this.reads.add(PENDING);
    const version = applyContent(this.timeline, data, on, this.nextPosition());
    this.record(draft, CORRECTED, 'corrected', data, version, effects);
    const { scenario } = draft;
    const enacted: Draft = {
      draft: 'enact',
      change: id,
      resolved,
      ...(scenario === undefined ? {} : { scenario }),
    };
    return this.resolveAndApply(enacted, index, id, draft.content);
  }

  private idFor(name: string | undefined): ChangeId {
    const own = name !== undefined && isUuid(name) ? name : undefined;
    const { changeIds, newId } = this.context;
    return (own ?? changeIds?.get(name ?? '') ?? newId()) as ChangeId;
  }

  /** From the next event on a change is no longer known to happen. */
  private close(draft: Draft, current: ChangeVersion, type: string, how: 'cancelled' | 'annulled'): void {
    const { change } = current;
    this.replace(current);
    cancel(this.timeline, change.id, this.nextPosition(), how);
    this.record(draft, type, how, { change: change.id }, undefined, current.effects);
  }

  private give(
    draft: Draft,
    index: number,
    id: ChangeId,
    content: ChangeContent,
    ownUnits: readonly UnitId[],
  ): Rejection[] {
    const bound = this.binding.bind(content, this.momentOf(id, content.on), ownUnits);
    const prefix = draft.draft === 'correct' ? 'with.' : '';
    if (!bound.ok) {
      return bound.rejections.map((rejection) => ({
        ...rejection,
        index,
        field: `${prefix}${rejection.field}`,
      }));
    }
    return this.resolveAndApply(draft, index, id, { ...content, payload: inKeyOrder(bound.payload) });
  }

  private resolveAndApply(draft: Draft, index: number, id: ChangeId, content: ChangeContent): Rejection[] {
    const { kind, on, payload } = content;
    const replaced = knownVersion(this.timeline, this.timeline.changes.get(id));
    const position = this.nextPosition();
    if (replaced !== undefined) {
      this.replace(replaced);
      this.timeline.retract(replaced, position);
    }
    this.expectUnits({ kind, payload });
    const state = new State(this.timeline, this.momentOf(id, on));
    const resolved = 'resolved' in draft ? draft.resolved : undefined;
    const objection = resolved === undefined ? kindOf(kind).object?.(payload, state) : undefined;
    if (objection !== undefined) return [objectionAsRejection(this.timeline, objection, index)];
    const effects = resolved?.effects ?? kindOf(kind).resolve(payload, state);
    if (nothingChanges(effects, state)) this.warnings.push(nothingChangesWarning(index));
    const data = {
      change: id,
      changeSet: replaced === undefined ? this.changeSet : this.timeline.changes.get(id)!.changeSet,
      kind,
      on: on.written,
      payload,
      effects,
      ...(resolved === undefined || resolved.from === on.latest
        ? {}
        : { appliesFrom: dateOf(resolved.from) }),
    };
    const named = draft.draft === 'change' && draft.id !== undefined ? { ...data, id: draft.id } : data;
    const version = applyContent(this.timeline, named, on, position);
    this.came.set(version, index);
    const [type, recording] = eventOf(draft, kind);
    this.record(draft, type, recording, data, version, [...effects, ...(replaced?.effects ?? [])]);
    return [];
  }

  /** Takes note of a version that an amendment replaces, be it of this same set. */
  private replace(version: ChangeVersion): void {
    if (!version.pending) this.went.push(version);
    this.came.delete(version);
  }

  private record(
    draft: Draft,
    type: string,
    recording: Recording,
    content: ChangeEventData,
    version: ChangeVersion | undefined,
    touched: readonly Effect[],
  ): void {
    const { id, digest, basis, restsOn, source, scenario } = draft;
    const said: EventCircumstances = {
      ...(id === undefined ? {} : { id }),
      ...(digest === undefined ? {} : { digest }),
      ...(basis === undefined ? {} : { basis }),
      ...(restsOn === undefined ? {} : { restsOn }),
      ...(source === undefined ? {} : { source }),
      ...(scenario === undefined ? {} : { scenario }),
    };
    const data = { ...content, ...said };
    noteCircumstances(this.timeline, data, recording, this.nextPosition());
    const touches = touchesOf(touched);
    if (id !== undefined) touches.push(`change:${id}`);
    if (version !== undefined && isFarReaching(version)) touches.push(FAR_REACHING);
    if (version?.pending === true) touches.push(PENDING);
    this.events.push({ type, data, recording, reason: draft.reason, version, touches });
  }

  /** Units that this change or a later one of the set begins are known, as units that are not in force yet. */
  private expectUnits(content: { kind: ChangeKind; payload: Payload }): void {
    const expect = (id: string) => {
      this.timeline.expectUnit(id as UnitId);
      return id;
    };
    kindOf(content.kind).map(content.payload, { unit: expect, begins: (unit) => unit });
  }

  /**
   * Lets imprecise changes apply from the days that the rules leave them. What the set itself records says so in
   * its own event, what was recorded before in an event of its own.
   */
  private narrow(moves: readonly Move[]): ChangeId[] {
    const earlier = moves.filter(({ version }) => !this.came.has(version));
    if (earlier.length < moves.length) this.placeOwn(new Map(moves.map(({ version, to }) => [version, to])));
    for (const { version, to } of earlier) this.moveWithinWindow(version, to);
    return moves.map(({ version }) => version.change.id);
  }

  /** Lets a change that was recorded before apply from another day: an event of its own. */
  private moveWithinWindow(version: ChangeVersion, to: Day): void {
    const moved = moveVersion(this.timeline, version, to, this.nextPosition());
    this.events.push({
      type: NARROWED,
      data: contentOf(moved),
      recording: 'narrowed',
      reason: undefined,
      version: moved,
      touches: touchesOf(moved.effects),
    });
  }

  /** Applies what the set gives content anew, as its events will: as if it had come with its days. */
  private placeOwn(days: ReadonlyMap<ChangeVersion, Day>): void {
    const own = [...this.came];
    for (const [version] of own) this.timeline.withdraw(version);
    for (const [version, draft] of own) {
      const index = this.events.findIndex((event) => event.version === version);
      const event = this.events[index]!;
      const placed = { ...version, from: days.get(version) ?? version.from, facts: [], edges: [] };
      this.timeline.apply(placed);
      this.events[index] = { ...event, data: { ...event.data, ...contentOf(placed) }, version: placed };
      this.came.delete(version);
      this.came.set(placed, draft);
    }
  }

  private nextPosition(): Position {
    return (this.context.position + this.events.length * this.timeline.step) as Position;
  }

  private momentOf(id: ChangeId, on: ImpreciseDate) {
    const change = this.timeline.changes.get(id);
    const order = change === undefined ? this.nextPosition() : placeAmong(change, this.nextPosition());
    return { from: on.latest, order, seq: 0 };
  }

  private ownUnits(change: Change | undefined): UnitId[] {
    const version = knownVersion(this.timeline, change);
    return version === undefined ? [] : unitsBegunBy(version);
  }
}
