#!/usr/bin/env node
/** The command `kronika`: installs and builds what is missing, then runs the compiled command line. */
import module from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt, ensureInstalled, project } from './prepare.mjs';

module.enableCompileCache?.();
try {
  await ensureInstalled();
  if (!(await ensureBuilt()))
    process.stderr.write('The sources have type errors; going on with what was built.\n');
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(70);
}
const { main } = await import(pathToFileURL(join(project, 'dist', 'apps', 'cli', 'src', 'main.js')).href);
process.exitCode = await main(process.argv.slice(2));
