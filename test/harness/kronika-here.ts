import { jest } from '@jest/globals';
import { main } from '../../apps/cli/src/main.js';
import { jsonLines, type Kronika, type Ran } from './kronika.js';

/** The same command run in this process, one at a time: no less real, and quicker. With input it is a process still. */
export function kronikaHere(elsewhere: Kronika): Kronika {
  let last: Promise<unknown> = Promise.resolve();
  const run: Kronika['run'] = (args, options = {}) => {
    if (options.input !== undefined) return elsewhere.run(args, options);
    const env = { LANG: 'C', LC_ALL: 'C', KRONIKA_DATA: elsewhere.dataDir, ...options.env };
    const ran = last.then(() => runHere(args, env));
    last = ran.catch(() => undefined);
    return ran;
  };
  const answer: Kronika['answer'] = async (...args) => {
    const { code, stdout, stderr } = await run(args);
    if (code !== 0) throw new Error(`kronika ${args.join(' ')} ended with ${code}: ${stderr}`);
    return stdout;
  };
  return {
    ...elsewhere,
    run,
    answer,
    rows: async <T>(...args: readonly string[]) => jsonLines<T>(await answer(...args)),
  };
}

async function runHere(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Ran> {
  const before = { ...process.env };
  Object.assign(process.env, env);
  const [stdout, stderr] = [captured(process.stdout), captured(process.stderr)];
  try {
    const code = await main(args);
    return { code, stdout: stdout.text(), stderr: stderr.text() };
  } finally {
    stdout.restore();
    stderr.restore();
    for (const name of Object.keys(env)) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
}

/** What is written to a stream from now on. */
function captured(stream: NodeJS.WriteStream): { text(): string; restore(): void } {
  let text = '';
  const spy = jest.spyOn(stream, 'write').mockImplementation((chunk: unknown, ...rest: unknown[]) => {
    text += String(chunk);
    (rest.at(-1) as (() => void) | undefined)?.();
    return true;
  });
  return { text: () => text, restore: () => spy.mockRestore() };
}
