import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Database } from './instance.js';
import type { StoredEvent } from './subject.js';

/** Another event store, driven through its own public interface with its own recommended settings. */
export interface Contender {
  readonly name: string;
  /** Appends one event to a stream, durable when it resolves. A stream belongs to one writer. */
  appendOne(stream: StreamState, event: StoredEvent): Promise<void>;
  /** Events in the store, counted in SQL. */
  count(): Promise<number>;
  /** Throws unless every stream is gapless. */
  checkOrder(): Promise<void>;
  close(): Promise<void>;
}

export type OpenContender = (database: Database) => Promise<Contender>;

/** A stream and how many events its writer has put into it. */
export interface StreamState {
  readonly id: string;
  length: number;
}

/** Connections for each contender; the same for us. */
export const CONNECTIONS = 16;

/** The top of the project, from the sources and from dist alike. */
export const projectRoot: string = (() => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'test/bench/contenders/package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('The bench does not lie in the project.');
    folder = parent;
  }
  return folder;
})();

const contendersFolder = join(projectRoot, 'test/bench/contenders');
const requireFromContenders = createRequire(join(contendersFolder, 'package.json'));

/** A CommonJS package of the contenders' own node_modules. */
export function requireContender(name: string): unknown {
  return requireFromContenders(name);
}

/** A file of the contenders' own node_modules as an ES module. */
export async function importContender(path: string): Promise<unknown> {
  return (await import(pathToFileURL(contenderFile(path)).href)) as unknown;
}

export function contenderFile(path: string): string {
  return join(contendersFolder, 'node_modules', path);
}
