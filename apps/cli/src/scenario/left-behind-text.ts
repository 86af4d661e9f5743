import { periodInWords } from '#measures';
import type { LeftBehind, MeasuredUnit, OpenAssignment, SteeringDocument } from '#scenarios';
import type { UnitReference } from '#structure';
import { describeWrittenDate, type Language } from '#temporal';
import { assignmentStateInWords } from '../evidence/assignment-account-text.js';
import type { Section } from './impact-text.js';

const WORDS = {
  sv: {
    codes: 'Koder som ingen har efteråt',
    assignments: 'Uppdrag som inte är klara, hos enheter som upphör',
    measures: 'Uppgifter om enheter som upphör',
    documents: 'Styrdokument som rör enheter som upphör eller flyttas',
    due: 'ska vara klart',
    after: 'efterföljare',
    nobody: 'ingen efterföljare',
    figures: (count: number) => `${count} ${count === 1 ? 'uppgift' : 'uppgifter'}`,
    targets: (count: number) => `varav ${count} målvärde${count === 1 ? '' : 'n'}`,
    latest: 'senast',
    becomes: { ended: 'upphör', moved: 'flyttas' },
    concerns: {
      toBeChanged: 'ska ändras enligt ett uppdrag',
      givesAssignment: 'ger ett uppdrag',
      mentions: 'nämner',
    },
  },
  en: {
    codes: 'Codes that nobody holds after',
    assignments: 'Assignments that are not done, of units that end',
    measures: 'Figures of units that end',
    documents: 'Steering documents that concern units which end or move',
    due: 'due',
    after: 'successor',
    nobody: 'no successor',
    figures: (count: number) => `${count} ${count === 1 ? 'figure' : 'figures'}`,
    targets: (count: number) => `${count} of them ${count === 1 ? 'a target' : 'targets'}`,
    latest: 'latest',
    becomes: { ended: 'ends', moved: 'moves' },
    concerns: {
      toBeChanged: 'is to be changed by an assignment',
      givesAssignment: 'gives an assignment',
      mentions: 'mentions',
    },
  },
} as const;

/** What would point at units that end, a section each. */
export function leftBehindSections(
  { codes, assignments, measures, steeringDocuments }: LeftBehind,
  language: Language,
): Section[] {
  const words = WORDS[language];
  return [
    { heading: words.codes, lines: codes.map(({ scheme, code, unit }) => `${scheme} ${code}: ${unit.name}`) },
    { heading: words.assignments, lines: assignments.map((one) => assignmentLine(one, language)) },
    { heading: words.measures, lines: measures.map((one) => measureLine(one, language)) },
    { heading: words.documents, lines: steeringDocuments.map((one) => documentLine(one, language)) },
  ];
}

function assignmentLine(assignment: OpenAssignment, language: Language): string {
  const words = WORDS[language];
  const { title, due, units, successors } = assignment;
  const said = [
    assignmentStateInWords(assignment, language),
    ...(due === null ? [] : [`${words.due} ${describeWrittenDate(due.written, language)}`]),
    successors.length === 0 ? words.nobody : `${words.after} ${list(successors)}`,
  ];
  return `${title} (${list(units)}): ${said.join('; ')}`;
}

function measureLine(
  { unit, indicator, figures, targets, latestPeriod }: MeasuredUnit,
  language: Language,
): string {
  const words = WORDS[language];
  const latest = `${words.latest} ${periodInWords(latestPeriod)[language]}`;
  const told = [words.figures(figures), ...(targets === 0 ? [] : [words.targets(targets)]), latest];
  return `${unit.name}: ${indicator.name}, ${told.join(', ')}`;
}

function documentLine({ title, concern, unit, becomes }: SteeringDocument, language: Language): string {
  const words = WORDS[language];
  return `${title}: ${unit.name} ${words.becomes[becomes]} (${words.concerns[concern]})`;
}

function list(units: readonly UnitReference[]): string {
  return units.map(({ name }) => name).join(', ');
}
