import { createGunzip } from 'node:zlib';
import { Readable } from 'node:stream';
import { fileProblem, type ImportError } from './import-error.js';

/** The longest line, in bytes. */
export const LONGEST_LINE = 1_000_000;

/** One line of a file that is not blank, or what is wrong with it. */
export type FileLine =
  | { readonly number: number; readonly text: string }
  | { readonly number: number; readonly problem: ImportError };

const LF = 10;
const CR = 13;

/**
 * Splits bytes into lines at LF (a CR before it is dropped), numbered from 1, with blank ones left out. The bytes
 * may be gzipped. UTF-8 is strict; a byte order mark at the very beginning is dropped. A line that cannot be
 * read is given as its problem, and reading goes on with the next; a broken gzip file ends with its problem.
 */
export async function* fileLines(source: Readable): AsyncGenerator<FileLine[], void> {
  const lines = new LineSplitter();
  try {
    for await (const chunk of await ungzipped(source)) {
      const complete = lines.take(chunk as Buffer);
      if (complete.length > 0) yield complete;
    }
  } catch (error) {
    if (!isZlibError(error)) throw error;
    const problem = fileProblem('NOT_GZIP', lines.number, {
      sv: `Den gzippade filen är skadad eller avbruten: ${error.message}.`,
      en: `The gzipped file is damaged or cut short: ${error.message}.`,
    });
    yield [{ number: lines.number, problem }];
    return;
  }
  const last = lines.end();
  if (last.length > 0) yield last;
}

/** How many lines that are not blank a file has. */
export async function countLines(source: Readable): Promise<number> {
  let count = 0;
  for await (const lines of fileLines(source)) count += lines.length;
  return count;
}

/** The bytes as they are, or unpacked if they begin as gzip does. */
async function ungzipped(source: Readable): Promise<AsyncIterable<Buffer>> {
  const chunks = source[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let head = Buffer.alloc(0);
  while (head.length < 2) {
    const next = await chunks.next();
    if (next.done === true) break;
    head = Buffer.concat([head, next.value]);
  }
  const all = (async function* () {
    if (head.length > 0) yield head;
    for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) yield next.value;
  })();
  if (head[0] !== 0x1f || head[1] !== 0x8b) return all;
  const plain = createGunzip();
  Readable.from(all)
    .on('error', (error) => plain.destroy(error))
    .pipe(plain);
  return plain as AsyncIterable<Buffer>;
}

function isZlibError(error: unknown): error is Error & { code: string } {
  if (typeof error !== 'object' || error === null || !('code' in error)) return false;
  return typeof error.code === 'string' && error.code.startsWith('Z_');
}

class LineSplitter {
  /** Number of the line that is being read. */
  number = 1;
  private pending: Buffer[] = [];
  private length = 0;
  private readonly utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

  take(chunk: Buffer): FileLine[] {
    const lines: FileLine[] = [];
    let start = 0;
    for (let end = chunk.indexOf(LF); end !== -1; end = chunk.indexOf(LF, start)) {
      this.keep(chunk.subarray(start, end));
      this.finish(lines);
      start = end + 1;
    }
    this.keep(chunk.subarray(start));
    return lines;
  }

  end(): FileLine[] {
    const lines: FileLine[] = [];
    if (this.length > 0) this.finish(lines);
    return lines;
  }

  private keep(part: Buffer): void {
    this.length += part.length;
    // What is too long is counted, not kept.
    if (part.length > 0 && this.length <= LONGEST_LINE) this.pending.push(part);
  }

  private finish(lines: FileLine[]): void {
    const { number, length } = this;
    const bytes = this.pending.length === 1 ? this.pending[0]! : Buffer.concat(this.pending);
    this.pending = [];
    this.length = 0;
    this.number++;
    if (length > LONGEST_LINE) {
      lines.push({ number, problem: tooLong(number) });
      return;
    }
    const line = this.decode(bytes, number);
    if ('problem' in line || line.text.trim() !== '') lines.push(line);
  }

  private decode(bytes: Buffer, number: number): FileLine {
    const bom = number === 1 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    const end = bytes.at(-1) === CR ? bytes.length - 1 : bytes.length;
    try {
      return { number, text: this.utf8.decode(bytes.subarray(bom ? 3 : 0, end)) };
    } catch {
      const problem = fileProblem('NOT_UTF8', number, {
        sv: 'Raden är inte UTF-8.',
        en: 'The line is not UTF-8.',
      });
      return { number, problem };
    }
  }
}

function tooLong(number: number): ImportError {
  return fileProblem('LINE_TOO_LONG', number, {
    sv: `Raden är längre än ${LONGEST_LINE} byte.`,
    en: `The line is longer than ${LONGEST_LINE} bytes.`,
  });
}
