import type { TodoItem, TodoKind } from '#governance';
import type { Message } from '#temporal';
import { keyOf } from '../question.js';
import type { Inquiry } from './inquiry.js';

/** Evidence that is missing, with what it is about by name. */
export interface TodoAccount {
  readonly kind: TodoKind;
  readonly message: Message;
  /** Number and title. */
  readonly matter: string | null;
  readonly change: string | null;
  readonly changeName: string | null;
  readonly record: string | null;
  readonly unit: string | null;
  readonly unitKey: string | null;
}

export function todoAccount(
  { kind, message, matter, change, record, unit }: TodoItem,
  { words, reading, keys }: Inquiry,
): TodoAccount {
  return {
    kind,
    message,
    matter: matter === undefined ? null : words.record(matter),
    change: change ?? null,
    changeName: (change && reading.base.changes.get(change)?.externalId) ?? null,
    record: record ?? null,
    unit: unit === undefined ? null : words.unit(unit),
    unitKey: unit === undefined ? null : keyOf(reading, unit, keys),
  };
}
