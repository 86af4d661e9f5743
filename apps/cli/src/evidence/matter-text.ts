import { describeWrittenDate, type Language } from '#temporal';
import { assignmentLines } from './assignment-account-text.js';
import { changeAccountLines, changeHeading, indent, joinLines, sourceLines } from './change-account-text.js';
import { ROLES } from './document-words.js';
import type { DocumentAccount, MatterAccount } from './matter-account.js';
import { stepLines } from './step-text.js';
import { todoLine } from './todo-text.js';

const WORDS = {
  sv: {
    matter: 'Ärende',
    opened: 'Öppnat',
    closed: 'Avslutat',
    noSteps: 'Inga steg är registrerade.',
    changes: 'Förändringar',
    attested: 'Vad handlingarna visar, utan beslut i ärendet',
    assignments: 'Uppdrag',
    documents: 'Handlingar',
    attachedTo: 'bilaga till',
    alsoCalled: 'kallas även',
    notAtHand: 'bara omnämnd',
    missing: 'Saknas',
    nothing: 'Ingenting saknas.',
  },
  en: {
    matter: 'Matter',
    opened: 'Opened',
    closed: 'Closed',
    noSteps: 'No steps are recorded.',
    changes: 'Changes',
    attested: 'What the documents show, without a decision in the matter',
    assignments: 'Assignments',
    documents: 'Documents',
    attachedTo: 'attached to',
    alsoCalled: 'also called',
    notAtHand: 'only mentioned',
    missing: 'Missing',
    nothing: 'Nothing is missing.',
  },
} as const;

/** A matter for reading, beside its minutes. */
export function* matterText(account: MatterAccount, language: Language): Generator<string, void> {
  const words = WORDS[language];
  const { number, title, opened, closed, steps, changes, evidenced, assignments, documents, missing } =
    account;
  const called = number === null ? title : `${number} ${title}`;
  yield `${words.matter} ${called}\n`;
  if (opened !== null) yield `${words.opened} ${describeWrittenDate(opened, language)}\n`;
  if (closed !== null) yield `${words.closed} ${describeWrittenDate(closed, language)}\n`;
  if (steps.length === 0) yield `\n${words.noSteps}\n`;
  for (const [i, step] of steps.entries()) {
    const [first = '', ...rest] = stepLines(step, language);
    yield joinLines(['', `${i + 1}. ${first}`, ...rest.map((line) => `   ${line}`)]);
  }
  if (changes.length > 0) {
    const described = changes.flatMap((change) => changeAccountLines(change, language, called));
    yield section(words.changes, described);
  }
  if (evidenced.length > 0) {
    const described = evidenced.flatMap((change) => [
      changeHeading(change, language),
      ...sourceLines(change.places, language).map(indent),
    ]);
    yield section(words.attested, described);
  }
  if (assignments.length > 0) {
    const described = assignments.flatMap((assignment) => assignmentLines(assignment, language, called));
    yield section(words.assignments, described);
  }
  if (documents.length > 0) {
    const described = documents.map((document) => documentInWords(document, language));
    yield section(words.documents, described);
  }
  const open = missing.map((item) => todoLine(item, language));
  yield section(words.missing, open.length === 0 ? [words.nothing] : open);
}

function documentInWords(document: DocumentAccount, language: Language): string {
  const words = WORDS[language];
  const { title, role, on, number, attachedTo, atHand, alsoCalled, sha256 } = document;
  const more = [
    ROLES[language][role],
    ...(on === null ? [] : [describeWrittenDate(on, language)]),
    ...(attachedTo === null ? [] : [`${words.attachedTo} ${attachedTo}`]),
    ...alsoCalled.map((called) => `${words.alsoCalled} ”${called.title}”`),
    ...(atHand === false ? [words.notAtHand] : []),
    ...(sha256 === null ? [] : [`SHA-256 ${sha256}`]),
  ];
  return `${number === null ? '' : `${number}: `}${title} (${more.join('; ')})`;
}

function section(heading: string, body: readonly string[]): string {
  return joinLines(['', heading, ...body.map(indent)]);
}
