import type { Message } from '#temporal';

/** What was asked for cannot be done as asked; ends the command with a coded message. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    readonly messages: Message,
  ) {
    super(messages.en);
    this.name = 'Refused';
  }
}

export function unknownUnit(reference: string): Refused {
  const shown = reference.slice(0, 80);
  return new Refused('UNKNOWN_UNIT', {
    sv: `Ingen enhet heter ”${shown}” (nyckel, schema:kod, id eller namn).`,
    en: `No unit is known as "${shown}" (key, scheme:code, id or name).`,
  });
}

export function ambiguousUnit(reference: string, keys: readonly string[]): Refused {
  const shown = reference.slice(0, 80);
  const listed = keys.slice(0, 20).join(', ');
  return new Refused('AMBIGUOUS_UNIT', {
    sv: `Flera enheter heter ”${shown}”: ${listed}.`,
    en: `Several units are called "${shown}": ${listed}.`,
  });
}
