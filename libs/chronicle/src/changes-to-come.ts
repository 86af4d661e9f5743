import type { DecisionPayload } from '#governance';
import type { DecidedRecord, RecordId } from '#records';
import { isUuid } from '#structure';
import type { AnyDraft } from './any-draft.js';

/**
 * The changes of a change set that have names, while its records are decided, which come first: records can name
 * them, so that their ids are allotted by then.
 */
export class ChangesToCome {
  private readonly ids = new Map<string, string>();

  constructor(
    private readonly drafts: readonly AnyDraft[],
    private readonly newId: () => string,
  ) {}

  /** The id that a change of this name will get; undefined if none in the change set has it. */
  idFor(name: string): string | undefined {
    if (!this.drafts.some((draft) => draft.draft === 'change' && draft.id === name)) return undefined;
    const id = this.ids.get(name) ?? (isUuid(name) ? name : this.newId());
    this.ids.set(name, id);
    return id;
  }

  /** The ids that records have asked for, by the changes' names. */
  get allotted(): ReadonlyMap<string, string> {
    return this.ids;
  }

  /** The decisions among some records that name a change of the change set as what they are about. */
  decisionsNaming(name: string | undefined, records: readonly DecidedRecord[]): RecordId[] {
    const id = name === undefined ? undefined : this.ids.get(name);
    if (id === undefined) return [];
    return records.flatMap(({ data }) =>
      'payload' in data && data.kind === 'decision' && isAbout(data.payload as DecisionPayload, id)
        ? [data.record]
        : [],
    );
  }
}

function isAbout({ changes = [], points = [] }: DecisionPayload, change: string): boolean {
  return changes.includes(change) || points.some((point) => point.changes?.includes(change));
}
