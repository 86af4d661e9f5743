import { ReadChart, ReadOrganisation, ReadScenario } from '#chronicle';
import type { Database } from '#database';
import type { Organisation } from '#ledger';
import { PostgresScenarioStore, verifyScenarios, type Scenario } from '#scenarios';
import { Application } from './application.js';
import { audit } from './audit.js';
import type { PlanAcknowledgement } from './scenario-workload.js';

/**
 * Looks for loss among scenarios and in their ledger: what of the acknowledged is not stored, what is stored without
 * having been asked for, where a stream does not hold together or disagrees with the ledger, and what of it a process
 * that was just started cannot evaluate. @returns the findings; none means that all is well
 */
export async function auditScenarios(
  database: Pick<Database, 'pool' | 'appConfig'>,
  organisation: Organisation,
  acknowledged: readonly PlanAcknowledgement[],
  asked: ReadonlySet<string>,
): Promise<string[]> {
  const findings = await audit(database, organisation, []);
  const verdict = await verifyScenarios(database.pool(), organisation.id);
  if (!verdict.ok)
    findings.push(`${verdict.problem} of ${verdict.scenario} at ${verdict.version}: ${verdict.message.en}`);
  const { rows } = await database
    .pool()
    .query<{ key: string }>(
      'select idempotency_key as key from scenario.command where organisation_id = $1',
      [organisation.id],
    );
  for (const { key } of rows) if (!asked.has(key)) findings.push(`stored and never asked for: ${key}`);

  const scenarios = await evaluated(database, organisation, findings);
  const store = new PostgresScenarioStore(database.pool());
  for (const { key, scenario, version, positions } of acknowledged) {
    const stored = await store.findCommand(organisation.id, key);
    const adoption = scenarios.get(scenario)?.adoption;
    if (stored?.scenario !== scenario || stored.version !== (version ?? stored.version))
      findings.push(`acknowledged and not stored: ${key} of ${scenario} at ${version}`);
    if (positions !== undefined && (adoption?.first !== positions[0] || adoption?.last !== positions.at(-1)))
      findings.push(`acknowledged as adopted at ${positions.join()}: ${key} of ${scenario}`);
  }
  return findings;
}

/** Every scenario, as a process just started has it. */
async function evaluated(
  database: Pick<Database, 'pool'>,
  { id, slug }: Organisation,
  findings: string[],
): Promise<ReadonlyMap<string, Scenario>> {
  const fresh = await Application.over(database.pool());
  const scenarios = new Map<string, Scenario>();
  try {
    const inForce = await chartOf(fresh, slug);
    for (const listed of await new PostgresScenarioStore(database.pool()).list(id)) {
      const { scenario } = await fresh.queries.execute(new ReadScenario(listed.id, 'planner'));
      scenarios.set(scenario.id, scenario);
      const planned = await chartOf(fresh, slug, scenario.id);
      if (scenario.status === 'adopted') {
        const lost = [...planned].filter((unit) => !inForce.has(unit));
        if (lost.length > 0) findings.push(`adopted and not there: ${lost.join()} of ${scenario.name}`);
      }
    }
    return scenarios;
  } finally {
    await fresh.close();
  }
}

async function chartOf({ queries }: Application, slug: string, scenario?: string): Promise<Set<string>> {
  const axes = { at: '2023-01-01', scenario, actor: 'planner' };
  const boxes = await queries.execute(new ReadChart(await queries.execute(new ReadOrganisation(slug, axes))));
  return new Set(boxes.map(({ id, name, parentId }) => `${id} ${name} ${parentId}`));
}
