import type { INestApplicationContext } from '@nestjs/common';
import type { Server } from 'node:http';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Database } from '#database';
import { chronicleEventTypes, PostgresLedgerStore } from '#ledger';
import { inlineProjection, verifyReadModel } from '#projections';
import { PostgresScenarioStore, verifyScenarios } from '#scenarios';
import { ApiModule } from './api.module.js';
import { onlyOwnHost } from './network/own-host.js';
import { questionPage } from './network/question-page.js';
import { requestId } from './network/request-id.js';
import { builtWebApp, webApp } from './network/web-app.js';
import { checkListeningAddress, StartRefused } from './network/listening-address.js';

export interface ServerOptions {
  /** 0: any free one. Default: `PORT`, else 3000. */
  readonly port?: number | undefined;
  /** Default: `HOST`, else 127.0.0.1. */
  readonly host?: string | undefined;
  /** Migrated. Stays the caller's to close. */
  readonly database: Database;
  /** Folder of the web app. Default: where it is built. */
  readonly web?: string | undefined;
}

export interface RunningServer {
  /** Such as `http://127.0.0.1:3000`; GraphQL is at `/graphql`. */
  readonly url: string;
  /** What runs behind it, for those who drive it from the same process. */
  readonly context: INestApplicationContext;
  close(): Promise<void>;
}

/**
 * Serves GraphQL, exports, health and the web app on HTTP.
 * @throws StartRefused for an address open to the network (unless KRONIKA_ALLOW_OPEN=1), a bad or a taken port
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const host = options.host ?? (process.env['HOST'] || '127.0.0.1');
  const port = options.port ?? Number(process.env['PORT'] || 3000);
  checkListeningAddress(host, port, process.env['KRONIKA_ALLOW_OPEN'] === '1');
  const pool = options.database.pool();
  const ledger = new PostgresLedgerStore(pool, chronicleEventTypes);
  const app = await NestFactory.create<NestExpressApplication>(
    ApiModule.over(
      { ledger, scenarios: new PostgresScenarioStore(pool) },
      inlineProjection,
      () => pool.query('select 1'),
      {
        scenarios: (organisation) => verifyScenarios(pool, organisation),
        readModel: (organisation, onProgress) =>
          verifyReadModel(options.database, organisation, { onProgress }),
      },
    ),
    { logger: ['error', 'warn'], bodyParser: false, abortOnError: false },
  );
  app.use(requestId);
  app.use(onlyOwnHost(host));
  app.use('/graphql', questionPage);
  app.use(webApp(options.web ?? builtWebApp()));
  app.useBodyParser('json', { limit: 90_000 });
  app.set('etag', false);
  app.disable('x-powered-by');
  try {
    await app.init();
    await listen(app.getHttpServer(), port, host);
  } catch (error) {
    await app.close();
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
      throw new StartRefused('PORT_IN_USE', `Port ${port} is in use. (Porten ${port} används redan.)`);
    }
    throw error;
  }
  const address = app.getHttpServer().address() as { port: number };
  const name = host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
  return { url: `http://${name}:${address.port}`, context: app, close: () => app.close() };
}

/** Nest's own `listen` would log what the caller gets as an error. */
function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, host, () => {
      server.off('error', failed);
      done();
    });
  });
}
