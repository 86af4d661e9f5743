/** A row in PostgreSQL's text format of COPY, which is also what COPY gives back for it. */
export function copyLine(values: readonly (string | number | null)[]): string {
  let line = '';
  for (let i = 0; i < values.length; i++) {
    if (i > 0) line += '\t';
    const value = values[i];
    if (value === null || value === undefined) line += '\\N';
    else line += typeof value === 'string' && SPECIAL.test(value) ? escaped(value) : value;
  }
  return line + '\n';
}

/** The values of a line without its line break. */
export function valuesOfCopyLine(line: string): (string | null)[] {
  return line.split('\t').map((value) => (value === '\\N' ? null : unescaped(value)));
}

/** A double precision number as PostgreSQL writes it. */
export function copyNumber(value: number): string {
  return String(value).replace(/e([+-])(\d)$/, 'e$10$2');
}

const SPECIAL = /[\b\t\n\v\f\r\\]/;
const LETTERS: Readonly<Record<string, string>> = {
  '\b': 'b',
  '\t': 't',
  '\n': 'n',
  '\v': 'v',
  '\f': 'f',
  '\r': 'r',
  '\\': '\\',
};
const CHARACTERS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(LETTERS).map(([character, letter]) => [letter, character]),
);

function escaped(text: string): string {
  return text.replace(/[\b\t\n\v\f\r\\]/g, (character) => `\\${LETTERS[character]}`);
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, (_, letter: string) => CHARACTERS[letter] ?? letter);
}
