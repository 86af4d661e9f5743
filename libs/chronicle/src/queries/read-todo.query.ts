import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { missingFor, type Evidence, type TodoItem, type TodoKind } from '#governance';
import type { ChangeId, UnitId } from '#structure';
import { LastAnswer } from '../last-answer.js';
import { isAboutUnit, missingEvidence, todoQuestion } from '../missing-evidence.js';
import type { OrganisationReading } from '../organisation-reading.js';

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
  /** All of an organisation, which one answer asks about again and again. */
  private readonly all = new LastAnswer<Evidence, readonly TodoItem[]>();

  async execute({ reading, filter }: ReadTodo): Promise<readonly TodoItem[]> {
    const { matter, change, unit, kinds } = filter;
    const all = this.all.of(reading.evidence, `${reading.at}`, () => missingEvidence(reading));
    return all.filter(
      (item) =>
        (matter === undefined || item.matter === matter) &&
        (change === undefined || item.change === change) &&
        (unit === undefined || isAboutUnit(reading, item, unit as UnitId)) &&
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
    return change === undefined ? [] : missingFor(todoQuestion(reading), change);
  }
}
