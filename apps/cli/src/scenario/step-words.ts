import type { OrganisationReading, ScenarioStep } from '#chronicle';
import { lastVersion } from '#governance';
import { narrate, type ChangeId, type Recording } from '#structure';
import type { Language, Message } from '#temporal';
import { dateHeading } from '../evidence/change-account-text.js';

const AMENDED: Readonly<Record<Language, Partial<Record<Recording, string>>>> = {
  sv: {
    corrected: 'rättad',
    rescheduled: 'nytt datum',
    cancelled: 'inställd',
    proposed: 'formen öppen',
    enacted: 'träder i kraft',
  },
  en: {
    corrected: 'corrected',
    rescheduled: 'new date',
    cancelled: 'cancelled',
    proposed: 'form open',
    enacted: 'takes effect',
  },
};

/** What a step says: a line for each change, such as "Den 1 januari 2030: A och B ska gå samman till C." */
export function stepInWords(
  { changes }: Pick<ScenarioStep, 'changes'>,
  reading: OrganisationReading,
  language: Language,
): string[] {
  return changes.map(({ change, recording, sentence, on }) => {
    const said = sentence ?? lastSaid(change, reading);
    const mark = AMENDED[language][recording];
    const date = on === undefined ? '' : `${dateHeading(on, language)}: `;
    return `${date}${said?.[language] ?? change}${mark === undefined ? '' : ` (${mark})`}.`;
  });
}

/** What a change said that no longer happens. */
function lastSaid(id: ChangeId, { timeline, position }: OrganisationReading): Message | undefined {
  const change = timeline.changes.get(id);
  const version = change && lastVersion(change, position);
  return version && narrate(timeline, version, position);
}
