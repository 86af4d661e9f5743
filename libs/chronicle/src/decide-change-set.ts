import { Evidence, STANDING_KINDS, type KnownDecision } from '#governance';
import { decideRecords, type DecidedRecord, type RecordDraft, type RecordRejection } from '#records';
import {
  decide,
  decidePending,
  findUnit,
  isGrounded,
  isOpen,
  isPending,
  kindOf,
  LATEST,
  PENDING,
  refusedAmong,
  unitNotFound,
  type Change,
  type DecidedEvent,
  type Decision,
  type DecisionContext,
  type Draft,
  type Notice,
  type Rejection,
  type UnitId,
  type Warning,
} from '#structure';
import type { Position } from '#temporal';
import { isRecordDraft, type AnyDraft } from './any-draft.js';
import { ChangesToCome } from './changes-to-come.js';
import { consequencesOf, standingsNow } from './consequences.js';
import { groundsOf, type Grounds } from './grounds.js';
import type { RecordedOrganisation } from './recorded-organisation.js';

/** An event about a record, with the keys under which others may have read what it changes. */
export type DecidedRecordEvent = DecidedRecord & { readonly touches: readonly string[] };

/** What one change set appends, of the structure and beside it. */
export type OrganisationEvent = DecidedEvent | DecidedRecordEvent;

export function isRecordEvent(event: OrganisationEvent): event is DecidedRecordEvent {
  return 'record' in event.data;
}

export type OrganisationDecision =
  | {
      readonly accepted: true;
      readonly events: readonly OrganisationEvent[];
      readonly warnings: readonly Warning[];
      readonly notices: readonly Notice[];
      readonly narrowed: readonly string[];
      readonly reads: readonly string[];
    }
  | {
      readonly accepted: false;
      readonly rejections: readonly (Rejection | RecordRejection)[];
      readonly warnings: readonly Warning[];
    };

/** Under this key decisions about records are read and written, so that one of two that race is decided again. */
const RECORDS = 'records';

/**
 * Decides one change set, whole or not at all: first what stands beside the structure, then the changes of the
 * structure, then what follows from decisions and conditions for changes that were pending. Accepted, all of it is in
 * the organisation until the caller commits or rolls back; refused, the organisation is as it was.
 */
export function decideChangeSet(
  organisation: RecordedOrganisation,
  drafts: readonly AnyDraft[],
  context: DecisionContext,
): OrganisationDecision {
  const savepoint = organisation.savepoint();
  const outcome = new ChangeSet(organisation, drafts, context).decide();
  if (!outcome.accepted) organisation.rollbackTo(savepoint);
  return outcome;
}

type Indexed<T> = readonly { readonly draft: T; readonly index: number }[];
type Accepted = Extract<Decision, { accepted: true }>;
type Refused = Extract<OrganisationDecision, { accepted: false }>;

class ChangeSet {
  private readonly events: OrganisationEvent[] = [];
  private readonly reads = new Set<string>();
  private readonly warnings: Warning[] = [];
  private readonly notices: Notice[] = [];
  private readonly narrowed: string[] = [];
  private readonly toCome: ChangesToCome;

  constructor(
    private readonly organisation: RecordedOrganisation,
    private readonly drafts: readonly AnyDraft[],
    private readonly context: DecisionContext,
  ) {
    this.toCome = new ChangesToCome(drafts, context.newId);
  }

  decide(): OrganisationDecision {
    const all = this.drafts.map((draft, index) => ({ draft: this.withdrawn(draft), index }));
    const records = all.filter((each): each is Indexed<RecordDraft>[number] => isRecordDraft(each.draft));
    if (records.length > 0) {
      const refused = this.takeRecords(records);
      if (refused !== undefined) return refused;
    }
    const said = all
      .filter((each): each is Indexed<Draft>[number] => !isRecordDraft(each.draft))
      .map((each) => ({ ...each, grounds: groundsOf(this.organisation.register, each.draft.basis) }));
    const rejections = said.flatMap(({ draft, index, grounds }) =>
      this.objections(draft, grounds).map((rejection) => ({ ...rejection, index })),
    );
    if (rejections.length > 0) return { accepted: false, rejections, warnings: [] };
    const changes = said.map(({ draft, index, grounds }) => ({
      draft: this.grounded(draft, grounds),
      index,
    }));
    const pending = changes.filter(({ draft }) => this.standsBeside(draft));
    const applied = changes.filter((each) => !pending.includes(each));
    if (applied.length > 0) {
      const refused = this.take(decide(this.organisation.timeline, draftsOf(applied), this.next()), applied);
      if (refused !== undefined) return refused;
    }
    if (pending.length > 0) {
      const { timeline } = this.organisation;
      const decision = decidePending(timeline, draftsOf(pending), this.beside(pending), this.next());
      const refused = this.take(decision, pending);
      if (refused !== undefined) return refused;
    }
    if (pending.length > 0 || this.events.some((event) => this.bearsOnStanding(event))) this.follow();
    const { events, warnings, notices, narrowed, reads } = this;
    return { accepted: true, events, warnings, notices, narrowed, reads: [...reads] };
  }

  private next(): DecisionContext {
    const { step } = this.organisation.timeline;
    const position = (this.context.position + this.events.length * step) as Position;
    return { ...this.context, position, changeIds: this.toCome.allotted };
  }

  private take(decision: Decision, drafts: Indexed<Draft>): Refused | undefined {
    if (!decision.accepted) return refusedAmong(decision, drafts);
    this.accept(decision);
    return undefined;
  }

  private accept({ events, warnings, notices, narrowed, reads }: Accepted): void {
    this.events.push(...events);
    this.warnings.push(...warnings);
    this.notices.push(...notices);
    this.narrowed.push(...narrowed);
    for (const key of reads) this.reads.add(key);
  }

  private takeRecords(drafts: Indexed<RecordDraft>): Refused | undefined {
    const decision = decideRecords(this.organisation.register, drafts, {
      position: this.context.position,
      newId: this.context.newId,
      unit: (reference) => this.unitCalled(reference),
      change: (reference) =>
        this.organisation.timeline.changeCalled(reference)?.id ?? this.toCome.idFor(reference),
      isChangeName: (name) => this.organisation.timeline.changeCalled(name) !== undefined,
    });
    if (!decision.accepted) return { ...decision, warnings: [] };
    this.reads.add(RECORDS);
    for (const event of decision.events) {
      const { id } = event.data;
      this.events.push({ ...event, touches: id === undefined ? [RECORDS] : [RECORDS, `change:${id}`] });
      if (id !== undefined) this.reads.add(`change:${id}`);
    }
    return undefined;
  }

  private unitCalled(reference: string): ReturnType<Parameters<typeof decideRecords>[2]['unit']> {
    const { timeline } = this.organisation;
    const { keyScheme } = this.context;
    const found = findUnit(timeline, reference, { position: timeline.horizon, keyScheme });
    if (found.outcome === 'found') {
      this.reads.add(found.unit.id);
      return found.unit.id as UnitId;
    }
    return unitNotFound(reference, found.outcome === 'ambiguous');
  }

  /** A cancellation that names a record takes that back. */
  private withdrawn(draft: AnyDraft): AnyDraft {
    if (draft.draft !== 'cancel') return draft;
    const { register } = this.organisation;
    const { change: name, draft: _, ...said } = draft;
    const isRecord = register.find(name, LATEST) !== undefined || register.hasHeld(name);
    return isRecord && this.organisation.timeline.changeCalled(name) === undefined
      ? { draft: 'withdrawRecord', record: name, ...said }
      : draft;
  }

  /** What is wrong with a change beside the records. */
  private objections({ id }: Draft, { rejections }: Grounds): readonly (Rejection | RecordRejection)[] {
    const { register } = this.organisation;
    if (id === undefined || !register.hasHeld(id)) return rejections;
    const shown = id.slice(0, 80);
    const message = {
      sv: `Något annat heter redan ”${shown}”.`,
      en: `Something else is already called "${shown}".`,
    };
    return [...rejections, { code: 'CHANGE_ID_TAKEN', message, field: 'id', units: [], changes: [] }];
  }

  /** With the decisions that its basis names, of those that are recorded, and those beside it that name it. */
  private grounded(draft: Draft, { decisions }: Grounds): Draft {
    const naming = this.toCome.decisionsNaming(draft.id, this.events.filter(isRecordEvent));
    const restsOn = [...new Set([...decisions, ...naming])];
    if (restsOn.length === 0) return draft;
    this.reads.add(RECORDS);
    return { ...draft, restsOn };
  }

  /**
   * What rests on decisions comes into force by them; what is open never does; what is pending is amended so, unless it
   * rests on none and was told in a scenario that is adopted.
   */
  private standsBeside(draft: Draft): boolean {
    if (draft.draft === 'change') {
      return draft.restsOn !== undefined || kindOf(draft.content.kind).open === true;
    }
    const change = this.organisation.timeline.changeCalled(draft.change);
    if (change === undefined || !isPending(this.organisation.timeline, change)) return false;
    return isGrounded(change) || !('resolved' in draft);
  }

  /** What else is pending in the matters of some drafts, and may still come through. */
  private beside(drafts: Indexed<Draft>): Change[] {
    const { timeline } = this.organisation;
    const evidence = new Evidence(this.organisation.register, LATEST);
    const matters = new Set(
      drafts.flatMap(({ draft }) => {
        const change =
          draft.draft === 'change' ? undefined : this.organisation.timeline.changeCalled(draft.change);
        const own = change === undefined ? [] : evidence.decisionsOn(change);
        return [...own, ...this.decisions(evidence, draft)].map(({ payload }) => payload.matter);
      }),
    );
    return standingsNow(this.organisation, evidence, this.context.today)
      .filter(
        ({ change, report }) =>
          isPending(timeline, change) &&
          !isOpen(timeline, change) &&
          report.standing !== 'lapsed' &&
          report.decisions.some(({ payload }) => matters.has(payload.matter)),
      )
      .map(({ change }) => change);
  }

  private decisions(evidence: Evidence, { restsOn = [] }: Draft): KnownDecision[] {
    return restsOn.flatMap((id) => evidence.decision(id) ?? []);
  }

  private bearsOnStanding(event: OrganisationEvent): boolean {
    if (!isRecordEvent(event)) return event.recording === 'corrected' && event.data.restsOn !== undefined;
    return STANDING_KINDS.has(this.organisation.register.entries.get(event.data.record)!.kind);
  }

  private follow(): void {
    const { events, reads } = consequencesOf(this.organisation, this.next());
    this.events.push(...events);
    // That nothing follows rests on what is pending and what is evidenced as well.
    this.reads.add(RECORDS).add(PENDING);
    for (const key of reads) this.reads.add(key);
  }
}

function draftsOf(indexed: Indexed<Draft>): Draft[] {
  return indexed.map(({ draft }) => draft);
}
