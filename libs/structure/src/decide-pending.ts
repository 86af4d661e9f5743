import { grouped, type Position } from '#temporal';
import type { Change } from './change.js';
import { decide } from './decide.js';
import type { DecidedEvent, Decision, DecisionContext } from './decision.js';
import type { Draft } from './draft.js';
import {
  applyContent,
  cancel,
  knownVersion,
  noteCircumstances,
  PROPOSED,
  type ChangeEventData,
} from './recorded-event.js';
import { PENDING } from './pending-changes.js';
import type { Timeline } from './timeline.js';
import { kindOf } from './kinds/index.js';

/**
 * Decides changes that stand beside the timeline in force: they are checked on the organisation as it would be if
 * `beside` (what else is pending in their matter) came through, and leave no facts. Two rival proposals of different
 * matters can both stand. Accepted, they are pending in the timeline until the caller commits or rolls back.
 */
export function decidePending(
  timeline: Timeline,
  drafts: readonly Draft[],
  beside: readonly Change[],
  context: DecisionContext,
): Decision {
  const savepoint = timeline.savepoint();
  const amended = new Set(drafts.flatMap((draft) => ('change' in draft ? [draft.change] : [])));
  const others = beside.filter(({ id, externalId }) => !amended.has(id) && !amended.has(externalId ?? id));
  enact(timeline, others, context);
  const decision = decide(timeline, drafts, context);
  timeline.rollbackTo(savepoint);
  if (!decision.accepted) return decision;
  const events = decision.events
    .filter(({ recording }) => recording !== 'narrowed')
    .map((event, i) => pend(timeline, event, (context.position + i * timeline.step) as Position));
  return { ...decision, events, notices: [], narrowed: [], reads: [...decision.reads, PENDING] };
}

export { PENDING };

/** Gives an event that was decided as if it applied the form that it has beside the timeline. */
function pend(timeline: Timeline, event: DecidedEvent, position: Position): DecidedEvent {
  const { version } = event;
  const recording = event.recording === 'recorded' ? 'proposed' : event.recording;
  const isNew =
    event.recording === 'recorded' && !(version !== undefined && kindOf(version.kind).open === true);
  const type = isNew ? PROPOSED : event.type;
  const { appliesFrom: _, ...content } = event.data as ChangeEventData & { appliesFrom?: string };
  const data: ChangeEventData = { ...content, pending: true };
  const applied =
    'effects' in data && version !== undefined
      ? applyContent(timeline, data, version.on, position)
      : cancel(timeline, data.change, position);
  noteCircumstances(timeline, data, recording, position);
  const touches = [...event.touches.filter((key) => key.startsWith('change:')), PENDING];
  return { ...event, type, data, recording, version: applied, touches };
}

/** A change set that could not be applied on the organisation as it is. */
export interface NotEnacted {
  readonly changes: readonly Change[];
  readonly rejections: Extract<Decision, { accepted: false }>['rejections'];
}

export interface Enactment {
  readonly events: readonly DecidedEvent[];
  readonly notEnacted: readonly NotEnacted[];
  readonly reads: readonly string[];
}

/**
 * Applies pending changes, each change set whole or not at all, in the order in which they were recorded; each is
 * resolved again on the organisation as it is by then. A set that does not fit is left beside the timeline.
 */
export function enact(timeline: Timeline, changes: readonly Change[], context: DecisionContext): Enactment {
  const events: DecidedEvent[] = [];
  const notEnacted: NotEnacted[] = [];
  const reads = new Set<string>([PENDING]);
  const inOrder = [...changes].sort((a, b) => a.first - b.first);
  for (const set of grouped(inOrder, ({ changeSet }) => changeSet).values()) {
    const drafts = set.map(({ id }): Draft => ({ draft: 'enact', change: id }));
    const position = (context.position + events.length * timeline.step) as Position;
    const decision = decide(timeline, drafts, { ...context, position, confirmed: 'all' });
    if (decision.accepted) {
      events.push(...decision.events.map((event) => ({ ...event, touches: [...event.touches, PENDING] })));
      for (const key of decision.reads) reads.add(key);
    } else notEnacted.push({ changes: set, rejections: decision.rejections });
  }
  return { events, notEnacted, reads: [...reads] };
}

/** Whether a change stands beside the timeline as far as is known now. */
export function isPending(timeline: Timeline, change: Change): boolean {
  return knownVersion(timeline, change)?.pending === true;
}

/** Whether the form of a change is still open, so that it can only be shown as pending. */
export function isOpen(timeline: Timeline, change: Change): boolean {
  const version = knownVersion(timeline, change);
  return version !== undefined && kindOf(version.kind).open === true;
}

/** Whether a change is said to rest on a decision, as far as is known now. */
export function isGrounded({ grounds }: Change): boolean {
  return grounds.some(({ knownUntil }) => knownUntil === undefined);
}
