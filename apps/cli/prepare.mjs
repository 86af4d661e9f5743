/**
 * Makes a checkout runnable: installs what package-lock.json lists, compiles the sources and bundles the web app,
 * each only when needed. Plain Node without dependencies, since it runs before there are any. Says what it does on stderr.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { holdingLock } from './prepare-lock.mjs';

/** The project's folder. */
export const project = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const dist = join(project, 'dist');
const lockfile = join(project, 'package-lock.json');
const installed = join(project, 'node_modules', '.kronika-installed');
const built = join(dist, '.built');
const compiler = join(project, 'node_modules', 'typescript', 'bin', 'tsc');

/** What is compiled, and what is copied beside it. */
const sourceFolders = ['apps', 'libs', 'migrations'];
const copiedKinds = ['.sql', '.graphql', '.json'];
const outside = join(project, 'apps', 'web');

const webBuilt = join(dist, '.web-built');
const bundler = join(project, 'node_modules', 'vite', 'bin', 'vite.js');

/** All steps, for a program that is about to start; ends the process when it cannot go on. */
export async function prepare() {
  try {
    await ensureInstalled();
    const isClean = await ensureBuilt();
    if (!(await ensureWebBuilt()))
      say('The web app could not be built; going on with what was built before.');
    if (isClean) return;
    say('The sources have type errors (npm run build lists them); going on with what was built.');
  } catch (error) {
    say(error.message);
    process.exit(70);
  }
}

/** Installs the dependencies if they are missing or not those of package-lock.json. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  await holdingLock(join(dist, '.lock'), say, async (started) => {
    if (isInstalled()) return;
    say('Installing the dependencies (once) ...');
    const npm = process.env.npm_execpath;
    const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
    const options = ['--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    const code = await run(command, [...first, 'ci', ...options], started);
    if (code !== 0) throw new Error(`npm ci failed (${code}).`);
    writeFileSync(installed, digest(readFileSync(lockfile)));
  });
}

/** Compiles the sources if they have changed since the last time. @returns false if they have type errors */
export async function ensureBuilt() {
  const before = resultOf(sourceStamp());
  if (before) return before === 'clean';
  return holdingLock(join(dist, '.lock'), say, async (started) => {
    const stamp = sourceStamp();
    const meanwhile = resultOf(stamp);
    if (meanwhile) return meanwhile === 'clean';
    say('Building ...');
    rmSync(built, { force: true });
    const code = await run(process.execPath, [compiler, '-p', 'tsconfig.build.json'], started);
    copyOtherFiles();
    removeOrphans();
    writeFileSync(built, `${stamp} ${code === 0 ? 'clean' : 'errors'}`);
    return code === 0;
  });
}

/** Bundles the web app if it has changed since the last time. @returns false if that failed */
export async function ensureWebBuilt() {
  const before = resultOf(webStamp(), webBuilt);
  if (before) return before === 'clean';
  return holdingLock(join(dist, '.lock'), say, async (started) => {
    const stamp = webStamp();
    const meanwhile = resultOf(stamp, webBuilt);
    if (meanwhile) return meanwhile === 'clean';
    say('Building the web app ...');
    rmSync(webBuilt, { force: true });
    const config = join(outside, 'vite.config.mjs');
    const code = await run(
      process.execPath,
      [bundler, 'build', '--config', config, '--logLevel', 'error'],
      started,
    );
    writeFileSync(webBuilt, `${stamp} ${code === 0 ? 'clean' : 'errors'}`);
    return code === 0;
  });
}

/** How the build of sources with this stamp went, `clean` or `errors`; undefined if there was none. */
function resultOf(stamp, file = built) {
  if (!existsSync(file)) return undefined;
  const [of, result] = readFileSync(file, 'utf8').split(' ');
  return of === stamp ? result : undefined;
}

function isInstalled() {
  const listed = join(project, 'node_modules', '.package-lock.json');
  if (!existsSync(listed)) return false;
  // npm writes its list at the end of an installation, within the same second as package-lock.json.
  if (statSync(listed).mtimeMs >= statSync(lockfile).mtimeMs - 2000) return true;
  return existsSync(installed) && readFileSync(installed, 'utf8') === digest(readFileSync(lockfile));
}

/** Changes whenever a file that is compiled or copied is added, changed or removed. */
function sourceStamp() {
  const files = sourceFolders.flatMap((folder) => filesBelow(join(project, folder))).filter(isSource);
  for (const name of ['package.json', 'tsconfig.json', 'tsconfig.build.json'])
    files.push(join(project, name));
  return stampOf(files);
}

/** Changes whenever a file of the web app, or a version of what it is made with, does. */
function webStamp() {
  const files = allBelow(outside).filter((file) => !/\.spec\.tsx?$|\.d\.ts$/.test(file));
  return stampOf([...files, lockfile]);
}

function stampOf(files) {
  const lines = files.map((file) => {
    const { mtimeMs, size } = statSync(file);
    return `${relative(project, file)} ${mtimeMs} ${size}`;
  });
  return digest([process.version, ...lines.sort()].join('\n'));
}

function isSource(file) {
  return (file.endsWith('.ts') && !file.endsWith('.spec.ts')) || isCopied(file);
}

function isCopied(file) {
  return copiedKinds.some((kind) => file.endsWith(kind));
}

function copyOtherFiles() {
  for (const folder of sourceFolders) {
    for (const file of filesBelow(join(project, folder)).filter(isCopied)) {
      const copy = join(dist, relative(project, file));
      mkdirSync(dirname(copy), { recursive: true });
      cpSync(file, copy);
    }
  }
}

/** Removes what was compiled from a source that is gone. */
function removeOrphans() {
  for (const folder of sourceFolders) {
    for (const file of filesBelow(join(dist, folder))) {
      const source = join(project, relative(dist, file));
      if (!existsSync(source) && !existsSync(source.replace(/\.js(\.map)?$/, '.ts'))) rmSync(file);
    }
  }
}

function filesBelow(folder) {
  return folder === outside ? [] : allBelow(folder);
}

function allBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.name === 'node_modules') return [];
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

function digest(content) {
  return createHash('sha256').update(content).digest('hex');
}

function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Runs a program whose output is progress: to stderr, since stdout belongs to the command that was asked for. */
function run(command, args, started) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: project, stdio: ['ignore', process.stderr, process.stderr] });
    if (child.pid) started(child.pid);
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? signal));
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await ensureInstalled();
  rmSync(built, { force: true });
  rmSync(webBuilt, { force: true });
  const results = [await ensureBuilt(), await ensureWebBuilt()];
  if (results.includes(false)) process.exitCode = 1;
}
