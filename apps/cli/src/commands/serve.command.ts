import { Command } from 'commander';
import { loadDemoOrganisations } from '../demo-organisations.js';
import type { Output } from '../output.js';
import { withDatabase } from '../with-database.js';

/** Longest wait, in milliseconds, for requests that are being answered when the server is told to stop. */
const LONGEST_GOODBYE = 5000;

/** `kronika serve`: GraphQL and exports over HTTP, until SIGINT or SIGTERM. */
export function serveCommand(output: Output): Command {
  return new Command('serve')
    .description('serve the web app and GraphQL; PORT, HOST, DATABASE_URL and KRONIKA_DATA say where')
    .option('--no-demo', 'do not load the demo organisations on first start')
    .action(({ demo }: { readonly demo: boolean }) =>
      withDatabase(async (database) => {
        const stopped = stopSignal();
        if (demo) await loadDemoOrganisations(database);
        // Takes a second to load, which no other command needs.
        const { startServer } = await import('../../../api/src/index.js');
        const server = await startServer({ database });
        await output.write(`Krönika: ${server.url} (GraphQL: ${server.url}/graphql)\n`);
        await stopped;
        setTimeout(() => process.exit(0), LONGEST_GOODBYE).unref();
        await server.close();
      }),
    );
}

/** Settles at the first SIGINT or SIGTERM; a second one ends the process at once. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        resolve();
        process.once(signal, () => process.exit(130));
      });
    }
  });
}
