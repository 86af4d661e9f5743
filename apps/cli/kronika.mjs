#!/usr/bin/env node
/** The command `kronika`: installs and builds what is missing, then runs the compiled command line. */
import module from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { prepare, project } from './prepare.mjs';

module.enableCompileCache?.();
await prepare();
const { main } = await import(pathToFileURL(join(project, 'dist', 'apps', 'cli', 'src', 'main.js')).href);
process.exitCode = await main(process.argv.slice(2));
