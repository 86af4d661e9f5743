import type { OrganisationReading, ScenarioView } from '#chronicle';
import type { ScenarioStatus } from '#scenarios';
import type { Language } from '#temporal';
import { goalInWords } from './goals.js';
import type { ScenarioAccount } from './scenario-account.js';
import { stepInWords } from './step-words.js';

const WORDS = {
  sv: {
    status: { open: 'öppet', archived: 'arkiverat', adopted: 'antaget' },
    visible: { owner: 'synligt för ägaren', organisation: 'synligt för organisationen' },
    organisation: 'Organisation',
    about: 'gäller',
    base: 'Bas',
    position: 'position',
    behind: (count: number) =>
      count === 0 ? 'den senaste' : `ligger ${count} ${count === 1 ? 'händelse' : 'händelser'} efter`,
    version: 'version',
    from: 'Utgår från scenario',
    root: 'Gäller bara',
    goals: 'Mål',
    proposals: 'Framlagt i ärende',
    adopted: 'Antaget',
    shift: 'datum flyttade',
    decision: 'beslut',
    matter: 'ärende',
    steps: 'Steg',
    none: 'Inga steg.',
    redo: 'Kan göras om',
    rebase: 'flytt till nyare bas',
    changes: (count: number) => `${count} ${count === 1 ? 'förändring' : 'förändringar'}`,
  },
  en: {
    status: { open: 'open', archived: 'archived', adopted: 'adopted' },
    visible: { owner: 'visible to its owner', organisation: 'visible to the organisation' },
    organisation: 'Organisation',
    about: 'about',
    base: 'Base',
    position: 'position',
    behind: (count: number) =>
      count === 0 ? 'the newest' : `${count} ${count === 1 ? 'event' : 'events'} behind the newest`,
    version: 'version',
    from: 'Begun from scenario',
    root: 'Only',
    goals: 'Goals',
    proposals: 'Proposed in matter',
    adopted: 'Adopted',
    shift: 'dates moved by',
    decision: 'decision',
    matter: 'matter',
    steps: 'Steps',
    none: 'No steps.',
    redo: 'Can be redone',
    rebase: 'rebase',
    changes: (count: number) => `${count} ${count === 1 ? 'change' : 'changes'}`,
  },
} as const;

/** A scenario in one line of a list. */
export function scenarioLine(account: ScenarioAccount, language: Language): string {
  const { id, name, at, status, behind } = account;
  const words = WORDS[language];
  const open = status === 'open' ? '' : `, ${words.status[status satisfies ScenarioStatus]}`;
  return `${id}  ${at}  ${name} (${words.base.toLowerCase()}: ${words.behind(behind)}${open})\n`;
}

/** A scenario for reading. @param reading the organisation as it plans it */
export function* scenarioText(
  account: ScenarioAccount,
  { organisation, steps, undone }: ScenarioView,
  reading: OrganisationReading,
  language: Language,
): Generator<string, void> {
  const words = WORDS[language];
  const { id, name, description, at, status, visibility, base, behind, version } = account;
  yield `${name}\n`;
  if (description !== null) yield `${description}\n`;
  yield `${id}, ${words.version} ${version}, ${words.status[status]}, ${words.visible[visibility === 'owner' ? 'owner' : 'organisation']}\n`;
  yield `${words.organisation}: ${organisation.name} (${organisation.slug}); ${words.about} ${at}\n`;
  yield `${words.base}: ${words.position} ${base}, ${words.behind(behind)}\n`;
  if (account.from !== null) yield `${words.from}: ${account.from.scenario}\n`;
  if (account.root !== null) {
    const { key, name: root } = account.root;
    yield `${words.root}: ${root}${key === null ? '' : ` [${key}]`}\n`;
  }
  if (account.goals.length > 0) {
    yield `${words.goals}: ${account.goals.map((target) => goalInWords(target, language)).join('; ')}\n`;
  }
  for (const proposal of account.proposals) {
    yield `${words.proposals}: ${proposal.number ?? proposal.matter} (${words.version} ${proposal.version})\n`;
  }
  if (account.adoption !== null) yield `${adoptionText(account.adoption, language)}\n`;
  yield steps.length === 0 ? `${words.none}\n` : `${words.steps}:\n`;
  for (const step of steps) {
    const said = stepInWords(step, reading, language);
    yield* said.map((line, i) => `${i === 0 ? `${step.place}.`.padStart(5) : '     '} ${line}\n`);
  }
  if (undone.length > 0) {
    const told = undone.map(({ is, changes }) => (is === 'rebase' ? words.rebase : words.changes(changes)));
    yield `${words.redo}: ${told.join('; ')}\n`;
  }
}

function adoptionText(adoption: NonNullable<ScenarioAccount['adoption']>, language: Language): string {
  const words = WORDS[language];
  const { adoptedAt, first, last, shift, matter, number, decision, called } = adoption;
  return [
    `${words.adopted}: ${adoptedAt}`,
    `${words.position} ${first === last ? first : `${first}–${last}`}`,
    ...(shift === undefined ? [] : [`${words.shift} ${shift}`]),
    ...(matter === undefined ? [] : [`${words.matter} ${number ?? matter}`]),
    ...(decision === undefined ? [] : [`${words.decision} ${called ?? decision}`]),
  ].join(', ');
}
