import { ReadChart, ReadOrganisation } from '#chronicle';
import { verifyLedger, type Organisation } from '#ledger';
import type { Database } from '#database';
import { verifyReadModel } from '#projections';
import { Application } from './application.js';
import type { Acknowledgement } from './workload.js';

/**
 * Looks for loss: what of the acknowledged is not stored, what is stored twice or without having been asked for,
 * and where chain, positions or read model are wrong. @returns the findings; none means that all is well
 *
 * @param asked the keys of all intents, if every one of them has been acknowledged in the end
 */
export async function audit(
  database: Pick<Database, 'pool' | 'appConfig'>,
  organisation: Organisation,
  acknowledged: readonly Acknowledgement[],
  asked?: ReadonlySet<string>,
): Promise<string[]> {
  const fresh = await Application.over(database.pool());
  try {
    const findings: string[] = [];
    const stored = new Map<number, { key: string; change: string }>();
    const spans = new Map<string, number>();
    for await (const batch of fresh.ledger.stream(organisation.id)) {
      for (const { position, command, data } of batch) {
        if (position !== stored.size + 1) findings.push(`position ${position} follows ${stored.size}`);
        stored.set(position, { key: command.key, change: String(data['change']) });
        spans.set(command.key, (spans.get(command.key) ?? 0) + 1);
      }
    }
    spans.delete(organisation.slug);
    for (const { key, changes } of acknowledged) {
      for (const { change, position } of changes) {
        const there = stored.get(position);
        if (there?.key !== key || there.change !== change)
          findings.push(`acknowledged and not stored: ${key} at ${position}`);
      }
      if (spans.get(key) !== changes.length)
        findings.push(`${key} has ${spans.get(key) ?? 0} events, not ${changes.length}`);
    }
    if (asked !== undefined) {
      for (const key of spans.keys())
        if (!asked.has(key)) findings.push(`stored and never asked for: ${key}`);
    }
    const verdict = await verifyLedger(fresh.ledger, organisation.id);
    if (!verdict.ok) findings.push(`${verdict.problem} at ${verdict.position}: ${verdict.message.en}`);
    const readModel = await verifyReadModel(database, organisation.id);
    if (!readModel.ok) findings.push(`the read model: ${JSON.stringify(readModel)}`);
    return findings;
  } finally {
    await fresh.close();
  }
}

/** What an application answers about some dates; equal for a process that lived through it and one just started. */
export async function answers({ queries }: Application, slug: string): Promise<string[]> {
  const said: string[] = [];
  for (const at of ['2019-12-31', '2020-01-01', '2021-02-15', '2022-06-01', '2023-01-01']) {
    const reading = await queries.execute(new ReadOrganisation(slug, { at }));
    const boxes = await queries.execute(new ReadChart(reading));
    said.push(
      `${at} ${reading.position}`,
      ...boxes.map((box) => `${box.path.join('/')} ${box.name} ${box.type} ${JSON.stringify(box.codes)}`),
    );
  }
  return said;
}
