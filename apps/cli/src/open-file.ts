import { createReadStream, type ReadStream } from 'node:fs';

/** A file to read, open. @throws Error if it cannot be opened */
export async function openFile(path: string): Promise<ReadStream> {
  const stream = createReadStream(path, { highWaterMark: 1 << 18 });
  await new Promise<void>((resolve, reject) => stream.once('open', () => resolve()).once('error', reject));
  return stream;
}
