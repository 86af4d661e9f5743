import { testDatabase, type TestDatabase } from '../../../../test/harness/database.js';
import { Readable } from 'node:stream';
import { CommandBus } from '@nestjs/cqrs';
import { Timelines } from '#chronicle';
import { importFile } from '#interchange';
import { startServer } from '../start-server.js';

export interface GraphqlError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: {
    readonly code: string;
    readonly messages: { readonly sv: string; readonly en: string };
    readonly field?: string;
  };
}

export interface GraphqlAnswer {
  readonly status: number;
  readonly data: unknown;
  readonly errors: readonly GraphqlError[];
}

/** A server of one's own on a database of one's own, asked over HTTP. */
export interface ServedApi {
  readonly url: string;
  readonly database: TestDatabase;
  /** The server's own, to act as somebody else. */
  readonly commands: CommandBus;
  ask(query: string, variables?: object, headers?: Record<string, string>): Promise<GraphqlAnswer>;
  /** The answer's data, of the shape that the query asks for. @throws Error if it has errors */
  data<T>(query: string, variables?: object): Promise<T>;
  /** Records lines of the import format, backdated where they have `knownFrom`. @throws Error if one is refused */
  importLines(organisation: string, lines: readonly object[]): Promise<void>;
  close(): Promise<void>;
}

export async function servedApi(): Promise<ServedApi> {
  const database = await testDatabase();
  const server = await startServer({ port: 0, host: '127.0.0.1', database });
  const ask: ServedApi['ask'] = async (query, variables = {}, headers = {}) => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors = [] } = (await response.json()) as Partial<GraphqlAnswer>;
    return { status: response.status, data, errors };
  };
  return {
    url: server.url,
    database,
    commands: server.context.get(CommandBus),
    ask,
    async data<T>(query: string, variables?: object) {
      const { data, errors } = await ask(query, variables);
      if (errors.length > 0) throw new Error(JSON.stringify(errors));
      return data as T;
    },
    async importLines(organisation, lines) {
      const services = {
        commands: server.context.get(CommandBus),
        timelines: server.context.get(Timelines),
      };
      const source = Readable.from([Buffer.from(lines.map((line) => JSON.stringify(line)).join('\n'))]);
      const { errors } = await importFile(services, source, { organisation, actor: 'test', backdate: true });
      if (errors.length > 0) throw new Error(JSON.stringify(errors));
    },
    async close() {
      await server.close();
      await database.close();
    },
  };
}
