import { once } from 'node:events';

/** Standard output: the answer and nothing else. Whoever reads it may stop early (`| head`); that is no error. */
export class Output {
  private closed = false;

  constructor(private readonly stream: NodeJS.WriteStream = process.stdout) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      this.closed = true;
    });
  }

  /** Nobody reads any more: what is left need not be made. */
  get isClosed(): boolean {
    return this.closed;
  }

  async write(text: string): Promise<void> {
    if (this.closed || this.stream.destroyed) return;
    if (this.stream.write(text) || this.closed) return;
    // A stream that breaks rejects both; the listener above has taken note of it.
    await Promise.race([once(this.stream, 'drain'), once(this.stream, 'close')]).catch(() => undefined);
  }

  async writeAll(pieces: Iterable<string>): Promise<void> {
    for (const piece of pieces) {
      if (this.closed) return;
      await this.write(piece);
    }
  }
}

/** What is said beside the answer. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
