import { readFileSync } from 'node:fs';

/** A fenced block of a document. */
export interface Block {
  readonly language: string;
  /** What stands behind the language, such as `title="changes.ndjson"`. */
  readonly info: string;
  readonly text: string;
  /** Line of its first fence, from 1. */
  readonly line: number;
}

/** Something in a document that can be tried, and what it says comes of it. */
export type Sample = { readonly line: number } & (
  | { readonly kind: 'query'; readonly query: string; readonly answer: unknown }
  | {
      readonly kind: 'command';
      readonly command: string;
      readonly output: readonly string[];
      /** It is refused: it ends with 1, and its output is also what it says on standard error. */
      readonly refused: boolean;
    }
  | { readonly kind: 'file'; readonly name: string; readonly text: string }
);

/**
 * The samples of a Markdown document, in order:
 *
 * - a `graphql` block, with the `json` block after it, if it is the next one, as (part of) the data of its answer;
 * - each line of a `sh` block, and each line of a `console` block that begins with `$ `, with the lines that follow
 *   as (part of) its output; in a block called `console refused` each is refused;
 * - a block with a `title`: a file of that name.
 */
export function samplesIn(path: string): Sample[] {
  const blocks = blocksIn(readFileSync(path, 'utf8'));
  return blocks.flatMap((block, i): Sample[] => {
    const { language, text, line } = block;
    const name = /title="(.*?)"/.exec(block.info)?.[1];
    if (name !== undefined) return [{ kind: 'file', name, text, line }];
    if (language === 'graphql') {
      const next = blocks[i + 1];
      const answer = next?.language === 'json' && next.info === '' ? JSON.parse(next.text) : undefined;
      return [{ kind: 'query', query: text, answer, line }];
    }
    return language === 'sh' || language === 'console' ? commandsIn(block) : [];
  });
}

/** All fenced blocks of a text. */
export function blocksIn(markdown: string): Block[] {
  return [...markdown.matchAll(/^```(\w*) *([^\n]*)\n(.*?)^```$/gms)].map((match) => ({
    language: match[1]!,
    info: match[2]!,
    text: match[3]!,
    line: markdown.slice(0, match.index).split('\n').length,
  }));
}

function commandsIn({ language, info, text, line }: Block): Sample[] {
  const refused = info === 'refused';
  const commands: (Extract<Sample, { kind: 'command' }> & { readonly output: string[] })[] = [];
  for (const [i, shown] of text.trimEnd().split('\n').entries()) {
    const command = language === 'sh' ? shown : /^\$ (.*)/.exec(shown)?.[1];
    if (command !== undefined) {
      commands.push({
        kind: 'command',
        command: withoutRemark(command),
        output: [],
        refused,
        line: line + i + 1,
      });
    } else if (shown.trim() !== '') {
      commands.at(-1)?.output.push(shown);
    }
  }
  return commands.filter(({ command }) => command !== '');
}

function withoutRemark(command: string): string {
  return command.replace(/(^| )# .*/, '').trim();
}

/** What `$NAME` stands for in later samples, by name. */
export type Variables = Map<string, string>;

/** A command as people type it: `NAME=value npm run kronika -- words > file`, or `NAME=$(npm run kronika -- words)`. */
export interface CommandLine {
  readonly environment: Readonly<Record<string, string>>;
  readonly words: readonly string[];
  /** The file that its output goes to. */
  readonly into: string | undefined;
  /** The variable that its output goes to, without the line's end. */
  readonly captured: string | undefined;
}

/** @param variables put in as a shell does: not within single quotes */
export function commandLine(command: string, variables: Variables): CommandLine {
  const [, captured, inner] = /^([A-Z_]+)=\$\((.*)\)$/.exec(command) ?? [];
  const words = [...(inner ?? command).matchAll(/'([^']*)'|"([^"]*)"|[^\s'"]+/g)].map(
    ([word, single, double]) => single ?? filled(double ?? word, variables),
  );
  const redirection = words.indexOf('>');
  const into = redirection < 0 ? undefined : words.splice(redirection, 2)[1];
  const environment: Record<string, string> = {};
  for (let set; (set = /^([A-Z_]+)=(.*)$/.exec(words[0] ?? '')); words.shift())
    environment[set[1]!] = set[2]!;
  return { environment, words, into, captured };
}

/** A text with each `$NAME` that stands for something replaced. Variables of GraphQL are written in lower case. */
export function filled(text: string, variables: Variables): string {
  return text.replace(/\$([A-Z_]+)/g, (name, key: string) => variables.get(key) ?? name);
}

/**
 * An expected answer with its variables filled in; `"$NAME"` of which nothing is known yet is taken, from then on too, to
 * be what the answer has in its place.
 */
export function filledAnswer(expected: unknown, answer: unknown, variables: Variables): unknown {
  if (typeof expected === 'string') {
    const name = /^\$([A-Z_]+)$/.exec(expected)?.[1];
    if (name !== undefined && !variables.has(name) && typeof answer === 'string') variables.set(name, answer);
    return filled(expected, variables);
  }
  if (typeof expected !== 'object' || expected === null) return expected;
  const within = (key: string | number): unknown =>
    typeof answer === 'object' && answer !== null ? (answer as Record<string, unknown>)[key] : undefined;
  if (Array.isArray(expected)) return expected.map((each, i) => filledAnswer(each, within(i), variables));
  return Object.fromEntries(
    Object.entries(expected).map(([key, each]) => [key, filledAnswer(each, within(key), variables)]),
  );
}
