import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import type { Goal, Limit, Row } from './bench-context.js';
import { projectRoot } from './contender.js';
import type { Sample } from './rounds.js';

const BEGIN = '<!-- bench:begin -->';
const END = '<!-- bench:end -->';

export interface Conditions {
  /** How the bench was run: quick, default or full. */
  readonly profile: string;
  readonly startedAt: string;
  readonly seconds: number;
  readonly rounds: number;
  readonly sliceMs: number;
  readonly postgres: string;
  readonly settings: Readonly<Record<string, string>>;
}

export interface Verdict extends Goal {
  readonly hit: boolean;
  /** Ours through theirs. */
  readonly ratio: number;
}

/** What became of the goals whose both sides were measured. */
export function verdicts(row: Row): Verdict[] {
  const found = (name: string): Sample | undefined => row.samples.find((sample) => sample.name === name);
  return (row.goals ?? []).flatMap((goal): Verdict[] => {
    const [ours, theirs] = [found(goal.ours), found(goal.against)];
    if (!ours || !theirs) return [];
    const ratio = ours.median / theirs.median;
    return [{ ...goal, ratio, hit: row.unit === 'ms' ? ratio <= goal.factor : ratio >= goal.factor }];
  });
}

/** What became of the limits in milliseconds. */
export function limitsOf(row: Row): (Limit & { readonly measured: number; readonly hit: boolean })[] {
  return (row.limits ?? []).flatMap((limit) => {
    const sample = row.samples.find(({ name }) => name === limit.ours);
    return sample === undefined
      ? []
      : [{ ...limit, measured: sample.median, hit: sample.median <= limit.most }];
  });
}

export function writeReport(
  conditions: Conditions,
  rows: readonly Row[],
  files = { json: 'test/bench/results/latest.json', markdown: 'docs/benchmarks.md' },
): void {
  const all = {
    ...conditions,
    machine: machine(),
    versions: versions(conditions),
    rows: rows.map((row) => ({ ...row, verdicts: verdicts(row), limits: limitsOf(row) })),
  };
  const json = join(projectRoot, files.json);
  mkdirSync(dirname(json), { recursive: true });
  writeFileSync(json, `${JSON.stringify(all, null, 2)}\n`);

  const markdown = join(projectRoot, files.markdown);
  mkdirSync(dirname(markdown), { recursive: true });
  const text = existsSync(markdown) ? readFileSync(markdown, 'utf8') : `# Benchmarks\n\n${BEGIN}\n${END}\n`;
  const [before, rest] = [text.slice(0, text.indexOf(BEGIN)), text.slice(text.indexOf(END))];
  if (!text.includes(BEGIN) || !text.includes(END))
    throw new Error(`${files.markdown} has lost its markers ${BEGIN} and ${END}.`);
  writeFileSync(
    markdown,
    `${before}${BEGIN}\n<!-- prettier-ignore-start -->\n\n${section(conditions, rows)}\n<!-- prettier-ignore-end -->\n${rest}`,
  );
}

function section(conditions: Conditions, rows: readonly Row[]): string {
  const { model, cores, memoryGb, platform } = machine();
  const settings = Object.entries(conditions.settings)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
  const lines = [
    `Measured ${conditions.startedAt.slice(0, 10)} (profile \`${conditions.profile}\`, ${conditions.seconds.toFixed(0)} s) on ${model}, ${cores} cores, ${memoryGb} GB, ${platform}.`,
    `Node ${process.versions.node}, PostgreSQL ${conditions.postgres} (${settings}); ${Object.entries(
      contenderVersions(),
    )
      .map(([name, version]) => `${name} ${version}`)
      .join(', ')}.`,
    `All run on one PostgreSQL, a database each, side by side in ${conditions.rounds} rounds${conditions.sliceMs ? `, slices of ${conditions.sliceMs} ms` : ''}; the table gives the median and, in brackets, the range.`,
    '',
  ];
  for (const row of rows) {
    lines.push(`### ${row.what[0]!.toUpperCase()}${row.what.slice(1)}`, '', `| | ${row.unit} |`, '|---|---|');
    for (const sample of row.samples)
      lines.push(
        `| ${sample.name} | ${figure(sample.median)} [${figure(sample.min)} – ${figure(sample.max)}] |`,
      );
    lines.push('');
    const results = verdicts(row);
    if (results.length > 0) {
      lines.push('| Goal | Measured | |', '|---|---|---|');
      for (const verdict of results)
        lines.push(`| ${goalText(verdict, row)} | ${times(verdict.ratio)} | ${verdictText(verdict, row)} |`);
      lines.push('');
    }
    const limits = limitsOf(row);
    if (limits.length > 0) {
      lines.push('| Goal | Measured | |', '|---|---|---|');
      for (const { ours, most, measured, hit } of limits)
        lines.push(
          `| ${ours}: at most ${most} ms | ${figure(measured)} ms | ${hit ? 'hit' : '**missed**'} |`,
        );
      lines.push('');
    }
    for (const note of row.notes ?? []) lines.push(note, '');
  }
  return lines.join('\n');
}

function goalText({ ours, against, factor }: Goal, { unit }: Row): string {
  return `${ours} ${unit === 'ms' ? 'takes at most' : 'does at least'} ${times(factor)} ${against}`;
}

function verdictText({ hit, ratio, factor }: Verdict, { unit }: Row): string {
  if (hit) return 'hit';
  const by = unit === 'ms' ? ratio / factor : factor / ratio;
  return `**missed** by a factor of ${by.toFixed(2)}`;
}

function times(factor: number): string {
  return `${factor >= 10 ? factor.toFixed(0) : factor.toFixed(2)} ×`;
}

function figure(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return value >= 10 ? value.toFixed(1) : value.toFixed(3);
}

function machine(): { model: string; cores: number; memoryGb: number; platform: string } {
  const all = cpus();
  return {
    model: all[0]?.model.trim() ?? 'unknown processor',
    cores: all.length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    platform: `${process.platform} ${process.arch}`,
  };
}

function versions(conditions: Conditions): Record<string, string> {
  return { node: process.versions.node, postgres: conditions.postgres, ...contenderVersions(), ...commit() };
}

function contenderVersions(): Record<string, string> {
  const { dependencies } = JSON.parse(
    readFileSync(join(projectRoot, 'test/bench/contenders/package.json'), 'utf8'),
  ) as { dependencies: Record<string, string> };
  const named: Record<string, string> = {
    Emmett: '@event-driven-io/emmett-postgresql',
    'message-db': '@eventide/message-db',
    Castore: '@castore/event-storage-adapter-postgres',
  };
  return Object.fromEntries(
    Object.entries(named).map(([name, dependency]) => [name, dependencies[dependency] ?? 'unknown']),
  );
}

/** The measured commit, where git is there to tell. */
function commit(): Record<string, string> {
  try {
    return {
      commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
        cwd: projectRoot,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim(),
    };
  } catch {
    return {};
  }
}
