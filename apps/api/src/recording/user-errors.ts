import type { AnyRefusal } from '#chronicle';
import { civil, type Notice as DomainNotice } from '#structure';
import type { Language, Message } from '#temporal';
import type { Notice, UserError } from './recording-payload.type.js';

/** A refusal or warning as the schema has it, in the language of the request. */
export function userError(refusal: AnyRefusal, language: Language): UserError {
  const { code, message, index, field, date, units, changes } = refusal;
  return {
    code,
    message: message[language],
    messages: message,
    index: index ?? null,
    field: field ?? null,
    date: date ?? null,
    units,
    changes,
  };
}

export function noticeOf({ code, unit, field, day, change }: DomainNotice, language: Language): Notice {
  const date = civil(day);
  const messages: Message = {
    sv: `Det gäller bara till ${date ?? 'ett senare datum'}: då finns en förändring som redan var registrerad.`,
    en: `It holds only until ${date ?? 'a later date'}, when a change takes effect that had been recorded before.`,
  };
  return { code, message: messages[language], messages, unit, field, date, change };
}

export function invalidField(field: string, message: Message) {
  return { code: 'INVALID_FIELD', field, message, units: [], changes: [] } as const;
}
