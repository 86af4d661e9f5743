import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { missingFor, todoOf, type TodoItem, type TodoKind, type TodoQuestion } from '#governance';
import type { ChangeId } from '#structure';
import type { OrganisationReading } from '../organisation-reading.js';
import { recordWords } from '../record-words.js';

export interface TodoFilter {
  /** Of a matter, by its id. */
  readonly matter?: string | undefined;
  readonly change?: string | undefined;
  readonly unit?: string | undefined;
  readonly kinds?: readonly TodoKind[] | undefined;
}

/** The evidence that is missing on the date. */
export class ReadTodo extends Query<readonly TodoItem[]> {
  constructor(
    readonly reading: OrganisationReading,
    readonly filter: TodoFilter = {},
  ) {
    super();
  }
}

@QueryHandler(ReadTodo)
export class ReadTodoHandler implements IQueryHandler<ReadTodo> {
  async execute({ reading, filter }: ReadTodo): Promise<readonly TodoItem[]> {
    const { base, register, ledgerPosition } = reading;
    const { matter, change, unit, kinds } = filter;
    return todoOf(questionOf(reading), recordWords(register, base, ledgerPosition)).filter(
      (item) =>
        (matter === undefined || item.matter === matter) &&
        (change === undefined || item.change === change) &&
        (unit === undefined || item.unit === unit) &&
        (kinds === undefined || kinds.includes(item.kind)),
    );
  }
}

/** What is missing before one change has taken effect for certain. */
export class ReadMissing extends Query<readonly TodoItem[]> {
  constructor(
    readonly reading: OrganisationReading,
    readonly change: ChangeId,
  ) {
    super();
  }
}

@QueryHandler(ReadMissing)
export class ReadMissingHandler implements IQueryHandler<ReadMissing> {
  async execute({ reading, change: id }: ReadMissing): Promise<readonly TodoItem[]> {
    const change = reading.base.changes.get(id);
    return change === undefined ? [] : missingFor(questionOf(reading), change);
  }
}

function questionOf({ base: timeline, evidence, at, ledgerPosition }: OrganisationReading): TodoQuestion {
  return { timeline, evidence, at, position: ledgerPosition };
}
