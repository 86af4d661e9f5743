import { withClient } from '#database';
import type pg from 'pg';
import { loadDemoOrganisations } from '../../apps/cli/src/demo-organisations.js';
import { startServer } from '../../apps/api/src/start-server.js';
import { testDatabase } from '../harness/database.js';
import { jsonLines, kronika } from '../harness/kronika.js';

/** The times of a question, and how firm what counts in it must be. `at` is required: no test rests on today. */
export interface Axes {
  readonly at: string;
  readonly knownAt?: string;
  readonly standing?: 'IN_FORCE' | 'CONDITIONAL' | 'PROPOSED';
}

/** The demo organisations as the first `npm start` loads them, in a database of one's own, for users to ask. */
export interface ImportedDemo {
  readonly url: string;
  /** Asks GraphQL over HTTP. @throws Error if the answer has errors */
  data<T>(query: string, variables?: object): Promise<T>;
  /** Asks the organisation with this slug. */
  of(slug: string): AskedOrganisation;
  /** What `kronika` prints on the same database. @throws Error unless it ends with 0 */
  kronika(...args: readonly string[]): Promise<string>;
  /** The lines of `kronika ... --format ndjson`. */
  lines<T>(...args: readonly string[]): Promise<T[]>;
  /** A mutation by its name and input; its outcome and what it says against it. */
  record(mutation: string, input: object): Promise<Outcome>;
  /** Changes the database behind the product's back. */
  tamper(sql: string): Promise<void>;
  close(): Promise<void>;
}

export type AskedOrganisation = <T>(axes: Axes, selection: string) => Promise<T>;

export interface Outcome {
  readonly outcome: string;
  readonly recordedAt: string | null;
  readonly userErrors: readonly { readonly code: string; readonly message: string }[];
}

export const HALLAND = 'region-halland';
/** The region that its only document does not name. */
export const UNNAMED = 'region-rs-1398-2021';
export const SWITZERLAND = 'schweiz';

/** For `beforeAll`: the first file of a run waits for the import, which takes some seconds. */
export const IMPORT_TIMEOUT = 180_000;

export async function importedDemo(): Promise<ImportedDemo> {
  const database = await testDatabase({ holds: { name: 'demo', fill: loadDemoOrganisations } });
  const server = await startServer({ port: 0, host: '127.0.0.1', database });
  const cli = await kronika();
  const env = { DATABASE_URL: addressOf(database.ownerConfig), KRONIKA_ALLOW_UNSAFE_DATABASE: '1' };
  const data: ImportedDemo['data'] = async <T>(query: string, variables = {}) => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const answer = (await response.json()) as { data: T; errors?: readonly object[] };
    if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors));
    return answer.data;
  };
  const run: ImportedDemo['kronika'] = async (...args) => {
    const { code, stdout, stderr } = await cli.run(args, { env });
    if (code !== 0) throw new Error(`kronika ${args.join(' ')} ended with ${code}: ${stderr}`);
    return stdout;
  };
  return {
    url: server.url,
    data,
    of:
      (slug) =>
      async <T>(axes: Axes, selection: string) => {
        const { organisation } = await data<{ organisation: T }>(
          `query ($slug: String!, $at: Date, $knownAt: Instant, $standing: Standing) {
            organisation(slug: $slug, at: $at, knownAt: $knownAt, standing: $standing) { ${selection} } }`,
          { slug, ...axes },
        );
        return organisation;
      },
    kronika: run,
    lines: async <T>(...args: readonly string[]) => jsonLines<T>(await run(...args, '--format', 'ndjson')),
    async record(mutation, input) {
      const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
      const answer = await data<Record<string, Outcome>>(
        `mutation ($input: ${type}!) { ${mutation}(input: $input) {
          outcome recordedAt userErrors { code message } } }`,
        { input },
      );
      return answer[mutation]!;
    },
    async tamper(sql) {
      await withClient(database.ownerConfig, (client) =>
        client.query(`set session_replication_role = replica; ${sql}`),
      );
    },
    async close() {
      await server.close();
      await database.close();
    },
  };
}

/** Every text in an answer, wherever it stands. */
export function textsIn(answer: unknown): string[] {
  if (typeof answer === 'string') return [answer];
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.values(answer).flatMap(textsIn);
}

/** The address of a database on a server that listens in a folder. */
function addressOf({ host, user, database }: pg.PoolConfig): string {
  return `postgres://${user}@localhost/${database}?host=${encodeURIComponent(host!)}`;
}
