import type { TodoKind } from '#governance';
import type { Language } from '#temporal';
import type { TodoAccount } from './todo-account.js';

const KINDS: Readonly<Record<Language, Readonly<Record<TodoKind, string>>>> = {
  sv: {
    decision: 'beslut',
    condition: 'villkor',
    date: 'datum',
    form: 'form',
    name: 'namn',
    head: 'chef',
    blocked: 'hinder',
    decisionDate: 'sammanträdesdatum',
    observation: 'prövning',
    report: 'rapport',
    assessment: 'bedömning',
    handOver: 'överlämning',
    total: 'siffror',
  },
  en: {
    decision: 'decision',
    condition: 'condition',
    date: 'date',
    form: 'form',
    name: 'name',
    head: 'head',
    blocked: 'obstacle',
    decisionDate: 'date of meeting',
    observation: 'review',
    report: 'report',
    assessment: 'assessment',
    handOver: 'hand-over',
    total: 'figures',
  },
};

const WORDS = {
  sv: { noMatter: 'Utan ärende', nothing: 'Ingenting saknas.' },
  en: { noMatter: 'Without a matter', nothing: 'Nothing is missing.' },
} as const;

/** What is missing, matter by matter, in the order in which each is first mentioned; what is of no matter last. */
export function* todoText(items: readonly TodoAccount[], language: Language): Generator<string, void> {
  const words = WORDS[language];
  if (items.length === 0) yield `${words.nothing}\n`;
  const matters = [...new Set(items.map(({ matter }) => matter))].sort(
    (a, b) => Number(a === null) - Number(b === null),
  );
  for (const [i, matter] of matters.entries()) {
    yield `${i === 0 ? '' : '\n'}${matter ?? words.noMatter}\n`;
    for (const item of items) if (item.matter === matter) yield `  ${todoLine(item, language)}\n`;
  }
}

/** "[beslut] Beslut av Regionfullmäktige saknas: IT flyttades till Regionkontoret" */
export function todoLine(
  { kind, message }: Pick<TodoAccount, 'kind' | 'message'>,
  language: Language,
): string {
  return `[${KINDS[language][kind]}] ${message[language]}`;
}
