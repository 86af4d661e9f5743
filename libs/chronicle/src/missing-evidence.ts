import {
  assignment,
  assignmentsAt,
  lastVersion,
  todoOf,
  type AssignmentOnDate,
  type TodoItem,
  type TodoQuestion,
} from '#governance';
import { contradictionInWords, contradictions } from '#measures';
import type { RecordId, RecordWords } from '#records';
import { unitsActedOn, type ChangeId, type UnitId } from '#structure';
import type { OrganisationReading } from './organisation-reading.js';
import { recordWords } from './record-words.js';

/** What a to-do is asked about: what is in force, whatever standing the reading includes. */
export function todoQuestion(reading: OrganisationReading): TodoQuestion {
  const { base: timeline, evidence, at, ledgerPosition } = reading;
  return { timeline, evidence, at, position: ledgerPosition };
}

/** All evidence that is missing on the date: of changes, decisions, inferences, assignments and figures. */
export function missingEvidence(reading: OrganisationReading): TodoItem[] {
  const { base, register, ledgerPosition } = reading;
  const words = recordWords(register, base, ledgerPosition);
  return [
    ...todoOf(todoQuestion(reading), words),
    ...missingOfAssignments(reading, words),
    ...disagreeingTotals(reading, words),
  ];
}

/** Whether an item is about a unit: its own, or of a change that acts on it. */
export function isAboutUnit(
  { base, ledgerPosition }: OrganisationReading,
  item: TodoItem,
  unit: UnitId,
): boolean {
  if (item.unit === unit) return true;
  const change = item.change === undefined ? undefined : base.changes.get(item.change as ChangeId);
  const version = change && lastVersion(change, ledgerPosition);
  return version !== undefined && unitsActedOn(version).has(unit);
}

function missingOfAssignments(reading: OrganisationReading, words: RecordWords): TodoItem[] {
  const { base: timeline, register, evidence, at, ledgerPosition } = reading;
  const structure = { timeline, at, position: ledgerPosition };
  return assignmentsAt(register, ledgerPosition, at, { reading: structure, evidence }).flatMap((given) => {
    const what = assignment.title(given.payload, words);
    const about = {
      record: given.id as RecordId,
      matter: given.payload.matter as RecordId | undefined,
      unit: (given.to.find(({ unit }) => unit !== null)?.unit ?? undefined) as UnitId | undefined,
    };
    return lacks(given, what).map((item) => ({ ...item, ...about }));
  });
}

function lacks({ status, assessment, reports, needsHandOver }: AssignmentOnDate, what: string): TodoItem[] {
  const items: TodoItem[] = [];
  if (status === 'overdue' || status === 'maybeOverdue') {
    items.push({
      kind: 'report',
      message: { sv: `Rapport saknas: ${what}`, en: `The report is missing: ${what}` },
    });
  }
  if (reports.length > 0 && assessment === 'noneGiven') {
    items.push({
      kind: 'assessment',
      message: {
        sv: `Rapporten bedömer inte uppdraget: ${what}`,
        en: `The report assesses nothing: ${what}`,
      },
    });
  }
  if (needsHandOver) {
    items.push({
      kind: 'handOver',
      message: {
        sv: `Den som hade uppdraget finns inte längre: ${what}`,
        en: `Whoever had the assignment is no more: ${what}`,
      },
    });
  }
  return items;
}

/** Printed figures that disagree by more than rounding can account for. */
function disagreeingTotals(
  { register, ledgerPosition }: OrganisationReading,
  words: RecordWords,
): TodoItem[] {
  return contradictions(register, ledgerPosition)
    .filter(({ explanation }) => explanation !== 'rounding')
    .map((contradiction) => ({
      kind: 'total',
      message: contradictionInWords(contradiction, words),
      record: contradiction.printed.record as RecordId,
      unit: contradiction.printed.unit as UnitId,
    }));
}
