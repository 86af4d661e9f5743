import type { FormattedExecutionResult } from 'graphql';

/** The bytes of answers that are known already, by their data: written once, sent as they are. */
export class AnswerTexts {
  private readonly bodies = new WeakMap<object, Buffer>();

  /** Data that stands for an answer's body. */
  dataOf(body: Buffer): Record<string, unknown> {
    const data = {};
    this.bodies.set(data, body);
    return data;
  }

  stringify(result: FormattedExecutionResult): string {
    const { data, errors, extensions } = result;
    const body = data == null || errors || extensions ? undefined : this.bodies.get(data);
    if (body === undefined) return JSON.stringify(result);
    // Apollo hands what it gets to Express, which sends bytes as they are and would encode a text each time.
    return body as unknown as string;
  }
}
