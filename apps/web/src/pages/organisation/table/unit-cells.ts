import type { Words } from '../../../texts/use-words.js';
import type { ChartUnit, PendingStanding } from '../../../units/chart-question.js';
import type { Forest } from '../../../units/unit-forest.js';

export const COLUMNS = ['name', 'type', 'parent', 'since', 'marks'] as const;
export type Column = (typeof COLUMNS)[number];

/** A unit as the cells of its row. */
export function cellsOf(
  unit: ChartUnit,
  forest: Forest<ChartUnit>,
  pending: ReadonlyMap<string, PendingStanding>,
  { t, label }: Words,
): Readonly<Record<Column, string>> {
  const parent = unit.parentId === null ? undefined : forest.byId.get(unit.parentId);
  const standing = pending.get(unit.id);
  const marks = [
    unit.indeterminate ? t('organisation.indeterminate') : '',
    standing === undefined ? '' : t('organisation.pending', { standing: label('standing', standing) }),
  ];
  return {
    name: unit.name,
    type: label('type', unit.type),
    parent: parent?.name ?? '',
    since: unit.since ?? '',
    marks: marks.filter((mark) => mark !== '').join(', '),
  };
}
