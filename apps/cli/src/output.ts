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
    // Called when it is written, and when it cannot be: the listener above has taken note of that.
    await new Promise<void>((resolve) => this.stream.write(text, () => resolve()));
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
