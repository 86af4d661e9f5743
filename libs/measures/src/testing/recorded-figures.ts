import {
  decideRecords,
  defineRecordKind,
  parseRecordDraft,
  recordKinds,
  Register,
  type RecordDraft,
} from '#records';
import type { Position } from '#temporal';
import { z } from 'zod';
import { indicator, MEASURE_KINDS } from '../index.js';

/** Stands for the documents of another library's kinds: figures only name them. */
const document = defineRecordKind<{ title: string }>({
  kind: 'document',
  event: 'DocumentRegistered',
  schema: z.strictObject({ title: z.string() }),
  map: (payload) => payload,
  title: ({ title }) => title,
  sentence: ({ title }) => ({ sv: title, en: title }),
});
const KINDS = new Map([...MEASURE_KINDS, ...recordKinds(document)]);

export type Line = Record<string, unknown>;

/** A register of lines of the import format; each change set is decided as it is when it is recorded. */
export class RecordedFigures {
  readonly register = new Register(KINDS);
  position = 0;
  private ids = 0;

  /** @param unitId the id of the unit that a key means; without it, keys are their own ids */
  constructor(private readonly unitId: (key: string) => string = (key) => key) {}

  /** Records lines as one change set. @throws Error if it is refused */
  record(...lines: Line[]): this {
    return this.decide(...lines.map((line) => this.parse(line)));
  }

  /** Records that a line was wrong. */
  correct(name: string, line: Line): this {
    const draft = this.parse(line);
    if (draft.draft !== 'record') throw new Error('Not a record');
    const { kind, payload } = draft;
    return this.decide({ draft: 'correctRecord', record: name, kind, payload });
  }

  /** The id of an indicator, by its name in the lines. */
  indicator(name: string): string {
    return this.register.find(name, this.position, [indicator.kind])!.id;
  }

  /** What a unit or record is called in these tests: as its line names it. */
  readonly words = {
    unit: (id: string) => id,
    record: (id: string) => this.register.find(id, this.position)?.externalId ?? id,
  };

  private decide(...drafts: RecordDraft[]): this {
    const decision = decideRecords(
      this.register,
      drafts.map((draft, index) => ({ draft, index })),
      {
        position: (this.position + 1) as Position,
        newId: () => this.newId(),
        unit: this.unitId,
        change: () => undefined,
        isChangeName: () => false,
      },
    );
    if (!decision.accepted) throw new Error(JSON.stringify(decision.rejections));
    this.position += decision.events.length;
    return this;
  }

  private parse(line: Line): RecordDraft {
    const parsed = parseRecordDraft(KINDS, line);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.rejections));
    return parsed.draft;
  }

  private newId(): string {
    this.ids += 1;
    return `00000000-0000-4000-8000-${String(this.ids).padStart(12, '0')}`;
  }
}
