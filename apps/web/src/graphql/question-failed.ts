/** A text in both languages, as the server gives it. */
export interface BothLanguages {
  readonly sv: string;
  readonly en: string;
}

/** Why the server did not answer, in words that can be shown. */
export class QuestionFailed extends Error {
  override readonly name = 'QuestionFailed';

  constructor(
    /** Such as `UNKNOWN_ORGANISATION`; `UNREACHABLE` and `UNREADABLE` are this side's own. */
    readonly code: string,
    /** Null: the code says it all. */
    readonly messages: BothLanguages | null,
    /** The name of the request in the server's log; null when it never came there. */
    readonly requestId: string | null,
  ) {
    super(messages?.en ?? code);
  }
}
