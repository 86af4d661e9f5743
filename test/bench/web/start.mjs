// Builds what is missing and measures the web app in a browser: `npm run bench:web [-- --no-report] [-- 10000]`.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { prepare, project } from '../../../apps/cli/prepare.mjs';

await prepare();
const run = (...args) => {
  const { status } = spawnSync(process.execPath, args, { cwd: project, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
};
run(join(project, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.bench.json');
run(
  '--max-old-space-size=6144',
  '--max-semi-space-size=64',
  join(project, 'dist/test/bench/web/run.js'),
  ...process.argv.slice(2),
);
