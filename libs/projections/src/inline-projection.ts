import type { InlineProjection, InlineSqlPlaces } from '#ledger';
import type { Position } from '#temporal';
import { BATCH_CASTS, batchValues, type ProjectedEvent } from './change-batch.js';

/**
 * Writes the facts, lineage and log of decided changes in the statement that appends their events
 * (`read_model.project_changes` in migrations/0003-events-without-rows.sql).
 *
 * @param events all that one call of `append` stores, in order. Undefined is one that is not about changes; it takes
 * a position, as changes do that do not apply yet, and writes nothing
 * @param provisionalFirst the position that the first was decided to get. If others append in between, what is
 * written moves along with the events; changes recorded before keep their place.
 */
export function inlineProjection(
  events: readonly (ProjectedEvent | undefined)[],
  provisionalFirst: Position,
): InlineProjection {
  const values = batchValues(events, provisionalFirst);
  return values === undefined ? {} : { sql: { name: 'changes', expression: projectChanges, values } };
}

function projectChanges(at: InlineSqlPlaces): string {
  const values = BATCH_CASTS.map((cast, index) => `${at.value(index)}::${cast}`);
  return `read_model.project_changes(${[at.organisation, at.first, ...values].join(', ')})`;
}
