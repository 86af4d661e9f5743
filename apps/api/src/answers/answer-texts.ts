import type { FormattedExecutionResult } from 'graphql';

/** The texts of answers that are known already, by their data: written once, sent as they are. */
export class AnswerTexts {
  private readonly texts = new WeakMap<object, string>();

  /** Data that stands for a text. */
  dataOf(text: string): Record<string, unknown> {
    const data = {};
    this.texts.set(data, text);
    return data;
  }

  stringify(result: FormattedExecutionResult): string {
    const { data, errors, extensions } = result;
    const text = data == null || errors || extensions ? undefined : this.texts.get(data);
    return text === undefined ? JSON.stringify(result) : `{"data":${text}}`;
  }
}
