import {
  decideRecords,
  logRecord,
  parseRecordCorrection,
  parseRecordDraft,
  Register,
  type RecordDraft,
} from '#records';
import { instant, type Position } from '#temporal';
import type { Line, RecordedHistory } from '../../../structure/src/testing/recorded-history.js';
import { GOVERNANCE_KINDS } from '../kinds/index.js';

export type { Line };

/**
 * Matters, decisions and the rest recorded line by line through the real rules, in memory. Units are those of a
 * history, by their keys; without one, any key means a unit.
 */
export class RecordedDecisions {
  readonly register = new Register(GOVERNANCE_KINDS);
  private readonly made = new Map<string, string>();
  private next = 1;

  constructor(readonly history?: RecordedHistory) {}

  /** Records one change set on a day. @throws Error if it is refused */
  record(day: string, ...lines: Line[]): this {
    const { register } = this;
    register.begin();
    const decided = decideRecords(
      register,
      lines.map((line, index) => ({ draft: draftOf(register, line), index })),
      {
        position: this.next as Position,
        newId: () => this.uuid(`record ${this.made.size}`),
        unit: (key) => this.unit(key),
        change: (name) => this.change(name),
        isChangeName: () => false,
      },
    );
    if (!decided.accepted) throw new Error(JSON.stringify(decided.rejections));
    register.commit();
    for (const { recording, data, reason } of decided.events) {
      const time = instant(`${day}T12:00:00Z`);
      const position = this.next as Position;
      logRecord(register, recording, data, {
        position,
        recordedAt: time,
        knownAt: time,
        actor: 'registrar',
        reason,
      });
      this.next += 1;
    }
    return this;
  }

  /** Position of the last event. */
  get position(): number {
    return this.next - 1;
  }

  /** The id of the record that a line called so. */
  id(name: string): string {
    const entry = this.register.find(name, this.position);
    if (entry === undefined) throw new Error(`No record is called ${name}`);
    return entry.id;
  }

  /** The name that its line gave a record. */
  name(id: string): string {
    return this.register.find(id, Number.MAX_SAFE_INTEGER)?.externalId ?? id;
  }

  unit(key: string): string {
    return this.history === undefined ? this.uuid(`unit ${key}`) : this.history.unit(key).id;
  }

  change(name: string): string {
    return this.uuid(`change ${name}`);
  }

  private uuid(name: string): string {
    const known = this.made.get(name);
    if (known !== undefined) return known;
    const made = `00000000-0000-7000-9000-${(this.made.size + 1).toString(16).padStart(12, '0')}`;
    this.made.set(name, made);
    return made;
  }
}

/** The correction of a line that gave its record an id. */
export function corrected({ id, ...line }: Line, by: Line): Line {
  return { kind: 'correct', change: id, with: { ...line, ...by }, reason: 'fel i registreringen' };
}

function draftOf(register: Register, line: Line): RecordDraft {
  if (line['kind'] === 'cancel') return { draft: 'withdrawRecord', record: line['change'] as string };
  const parsed =
    line['kind'] === 'correct'
      ? parseRecordCorrection(register.kinds, line)
      : parseRecordDraft(register.kinds, line);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.rejections));
  return parsed.draft;
}
