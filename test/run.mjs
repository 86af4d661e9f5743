/** `npm test`: installs and builds what is missing, then runs Jest with the arguments given. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { prepare, project } from '../apps/cli/prepare.mjs';

await prepare();
const jest = join(project, 'node_modules', 'jest', 'bin', 'jest.js');
// Jest runs ES modules behind this flag only, and would say so at every start.
const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
const NODE_OPTIONS = [process.env.NODE_OPTIONS, ...flags].filter(Boolean).join(' ');
const child = spawn(process.execPath, [jest, ...process.argv.slice(2)], {
  cwd: project,
  stdio: 'inherit',
  env: { ...process.env, NODE_OPTIONS },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => (process.exitCode = code ?? 1));
