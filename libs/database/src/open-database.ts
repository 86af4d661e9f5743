import { dirname, join } from 'node:path';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { columnTypes } from './column-types.js';
import { DatabaseError, errorCode } from './database-error.js';
import { embeddedUser, holdEmbeddedServer, type EmbeddedServer } from './embedded-server.js';
import { applicationRole, ensureApplicationRole, refuseUnsafeServer } from './server-checks.js';

/** Which database to open; everything has a default from the environment. */
export interface OpenDatabaseOptions {
  /** A server of one's own, as `postgres://...`. Default: `DATABASE_URL`; none means the embedded one. */
  readonly url?: string | undefined;
  /** The folder of the embedded server. Default: `KRONIKA_DATA`, else `.kronika` in the project's folder. */
  readonly dataDir?: string | undefined;
  /** The database on the embedded server; made if missing. Default: `kronika`. */
  readonly name?: string | undefined;
  /** Says nothing on stderr. */
  readonly quiet?: boolean | undefined;
  /** False: the embedded server may lose data when the machine stops (also lifts the safety check). */
  readonly durable?: boolean | undefined;
  /** Most connections of `pool()`. Default: 10. */
  readonly connections?: number | undefined;
}

/** An open database. Close it: an embedded server stops when its last user has gone. */
export interface Database {
  readonly embedded: boolean;
  /** What to tell people: the folder or the address (without password). */
  readonly location: string;
  /** Full rights, for migrations and rebuilding. */
  readonly ownerConfig: pg.PoolConfig;
  /** The rights of the role `kronika_app`. */
  readonly appConfig: pg.PoolConfig;
  /** The shared pool of the application's role. */
  pool(): pg.Pool;
  /** Starts an embedded server again that has gone; connections of the configs above do so by themselves. */
  ensureRunning(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the database: the one in `url` or `DATABASE_URL`, else an embedded PostgreSQL that is started if no
 * other process has. Does not migrate: see `migrate`.
 *
 * @throws DatabaseError with the codes documented there
 */
export async function openDatabase(options: OpenDatabaseOptions = {}): Promise<Database> {
  const url = options.url ?? (options.dataDir === undefined ? process.env['DATABASE_URL'] : undefined);
  return url ? openOwnServer(url, options) : openEmbedded(options);
}

async function openOwnServer(url: string, options: OpenDatabaseOptions): Promise<Database> {
  const address = new URL(url);
  const ours = session(options);
  // The driver lets the address win over settings given beside it, so its options join ours.
  const theirs = address.searchParams.get('options');
  address.searchParams.delete('options');
  const ownerConfig: pg.PoolConfig = {
    ...ours,
    ...(theirs === null ? {} : { options: `${theirs} ${ours.options}` }),
    connectionString: address.href,
    Client: lastingClient(() => Promise.resolve()),
  };
  await prepare(ownerConfig, options);
  const location = `${address.host}${address.pathname}`;
  return database({ embedded: false, location, ownerConfig, release: () => undefined });
}

async function openEmbedded(options: OpenDatabaseOptions): Promise<Database> {
  const directory = options.dataDir ?? (process.env['KRONIKA_DATA'] || join(projectFolder(), '.kronika'));
  const say = (line: string) => void (options.quiet || process.stderr.write(`${line}\n`));
  const server = await holdEmbeddedServer({ directory, durable: options.durable !== false, say });
  try {
    const ownerConfig: pg.PoolConfig = {
      ...session(options),
      host: server.sockets,
      user: embeddedUser,
      database: options.name ?? 'kronika',
      Client: lastingClient(() => server.ensureRunning()),
    };
    await createMissingDatabase(ownerConfig);
    await prepare(ownerConfig, options);
    return database({
      embedded: true,
      location: server.folder.root,
      ownerConfig,
      server,
      release: () => server.release(),
    });
  } catch (error) {
    server.release();
    throw error;
  }
}

function session(options: OpenDatabaseOptions): pg.PoolConfig {
  return {
    types: columnTypes,
    max: options.connections ?? 10,
    application_name: 'kronika',
    options: '-c TimeZone=UTC -c DateStyle=ISO',
    keepAlive: true,
  };
}

/**
 * A client that makes sure of its server before it connects. A connection that breaks fails what is asked of
 * it, then and later; it does not end the process, as the driver's unheard `error` event would.
 */
function lastingClient(ensureRunning: () => Promise<void>): new () => pg.ClientBase {
  class LastingClient extends pg.Client {
    constructor(config?: string | pg.ClientConfig) {
      super(config);
      this.on('error', () => undefined);
    }

    override connect(): Promise<this>;
    override connect(callback: (error: Error) => void): void;
    override connect(callback?: (error: Error) => void): Promise<this> | void {
      const connected = ensureRunning().then(async () => {
        await super.connect();
        return this;
      });
      if (!callback) return connected;
      connected.then(() => (callback as (error?: Error) => void)(), callback);
    }
  }
  return LastingClient as new () => pg.ClientBase;
}

/** A pool whose idle connections may break: they are replaced at their next use, and do not end the process. */
export function poolOf(config: pg.PoolConfig): pg.Pool {
  return new pg.Pool(config).on('error', () => undefined);
}

interface Parts {
  readonly embedded: boolean;
  readonly location: string;
  readonly ownerConfig: pg.PoolConfig;
  readonly server?: EmbeddedServer;
  readonly release: () => void;
}

function database({ embedded, location, ownerConfig, server, release }: Parts): Database {
  const appConfig = { ...ownerConfig, options: `${ownerConfig.options} -c role=${applicationRole}` };
  let pool: pg.Pool | undefined;
  return {
    embedded,
    location,
    ownerConfig,
    appConfig,
    pool() {
      return (pool ??= poolOf(appConfig));
    },
    async ensureRunning() {
      await server?.ensureRunning();
    },
    async close() {
      const open = pool;
      pool = undefined;
      await open?.end();
      release();
    },
  };
}

async function prepare(ownerConfig: pg.PoolConfig, options: OpenDatabaseOptions): Promise<void> {
  await withClient(ownerConfig, async (client) => {
    const unsafeAllowed = options.durable === false || process.env['KRONIKA_ALLOW_UNSAFE_DATABASE'] === '1';
    if (!unsafeAllowed) await refuseUnsafeServer(client);
    await ensureApplicationRole(client);
  });
}

async function createMissingDatabase(config: pg.PoolConfig): Promise<void> {
  try {
    await withClient(config, () => Promise.resolve());
  } catch (error) {
    if (!(error instanceof DatabaseError) || errorCode(error.cause) !== '3D000') throw error;
    await withClient({ ...config, database: 'postgres' }, async (client) => {
      try {
        await client.query(`create database ${pg.escapeIdentifier(String(config.database))}`);
      } catch (cause) {
        // Another process made it just now.
        if (errorCode(cause) !== '42P04' && errorCode(cause) !== '23505') throw cause;
      }
    });
  }
}

/** Runs `work` with one connection of its own. */
export async function withClient<T>(
  config: pg.PoolConfig,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new ((config.Client as typeof pg.Client | undefined) ?? pg.Client)(config);
  try {
    await client.connect();
  } catch (cause) {
    throw new DatabaseError('DATABASE_UNREACHABLE', `PostgreSQL does not let us in: ${String(cause)}`, {
      cause,
    });
  }
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The folder that holds package.json: of the sources and of `dist` alike. */
function projectFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) return process.cwd();
    folder = parent;
  }
  return folder;
}
