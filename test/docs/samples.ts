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
  | { readonly kind: 'command'; readonly command: string; readonly output: readonly string[] }
  | { readonly kind: 'file'; readonly name: string; readonly text: string }
);

/**
 * The samples of a Markdown document, in order:
 *
 * - a `graphql` block, with the `json` block after it, if it is the next one, as (part of) the data of its answer;
 * - each line of a `sh` block, and each line of a `console` block that begins with `$ `, with the lines that follow
 *   as (part of) its output;
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

function commandsIn({ language, text, line }: Block): Sample[] {
  const commands: { kind: 'command'; command: string; output: string[]; line: number }[] = [];
  for (const [i, shown] of text.trimEnd().split('\n').entries()) {
    const command = language === 'sh' ? shown : /^\$ (.*)/.exec(shown)?.[1];
    if (command !== undefined) {
      commands.push({ kind: 'command', command: withoutRemark(command), output: [], line: line + i + 1 });
    } else if (shown.trim() !== '') {
      commands.at(-1)?.output.push(shown);
    }
  }
  return commands.filter(({ command }) => command !== '');
}

function withoutRemark(command: string): string {
  return command.replace(/(^| )# .*/, '').trim();
}

/** A command as people type it: `NAME=value npm run kronika -- words > file`. */
export interface CommandLine {
  readonly environment: Readonly<Record<string, string>>;
  readonly words: readonly string[];
  /** The file that its output goes to. */
  readonly into: string | undefined;
}

export function commandLine(command: string): CommandLine {
  const words = [...command.matchAll(/'([^']*)'|"([^"]*)"|[^\s'"]+/g)].map(
    ([word, single, double]) => single ?? double ?? word,
  );
  const redirection = words.indexOf('>');
  const into = redirection < 0 ? undefined : words.splice(redirection, 2)[1];
  const environment: Record<string, string> = {};
  for (let set; (set = /^([A-Z_]+)=(.*)$/.exec(words[0] ?? '')); words.shift())
    environment[set[1]!] = set[2]!;
  return { environment, words, into };
}
