/** The languages every text meant for people exists in. */
export type Language = 'sv' | 'en';

/** One text in both languages. */
export type Message = Readonly<Record<Language, string>>;

export type DateProblemCode =
  'INVALID_DATE' | 'INVALID_INTERVAL' | 'INVALID_TIME' | 'KNOWN_AT_IN_FUTURE' | 'INVALID_POSITION';

/** Why a text is not the date, time, interval or position it was given as. */
export interface DateProblem {
  readonly code: DateProblemCode;
  /** What was given: control and direction characters escaped, cut after 60 characters. */
  readonly text: string;
  readonly message: Message;
}

/** The value a text stands for, or the reason it stands for none. */
export type Parsed<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: DateProblem };

export function accepted<T>(value: T): Parsed<T> {
  return { ok: true, value };
}

/** A refusal of `text`; `message` gets the text in a form that is safe to show. */
export function refused(
  code: DateProblemCode,
  text: string,
  message: (shown: string) => Message,
): { readonly ok: false; readonly problem: DateProblem } {
  const shown = showable(text);
  return { ok: false, problem: { code, text: shown, message: message(shown) } };
}

/** The value of what must be right, such as a literal in code. @throws RangeError with the English message */
export function valueOf<T>(parsed: Parsed<T>): T {
  if (!parsed.ok) throw new RangeError(parsed.problem.message.en);
  return parsed.value;
}

const SHOWN_CHARACTERS = 60;

function showable(text: string): string {
  const cut = text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;
  return cut.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (character) => {
    const point = character.codePointAt(0) ?? 0;
    return `\\u{${point.toString(16)}}`;
  });
}
