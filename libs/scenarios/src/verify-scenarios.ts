import type { Pool, PoolClient } from 'pg';
import type { OrganisationId } from '#ledger';
import type { Message } from '#temporal';
import { ADOPTION_KEY } from './adoption.js';
import { scenarioFlaw } from './check-scenario.js';
import { PostgresScenarioStore } from './postgres-scenario-store.js';
import type { ScenarioId } from './scenario.js';

export type ScenarioProblem =
  /** The scenario's own events do not follow from each other. */
  | 'STREAM'
  /** The records of commands, by which retries are known, are not about its events. */
  | 'COMMAND'
  /** It is based on a position that the ledger has not reached. */
  | 'BASE'
  /** The ledger and the scenario do not agree on its adoption. */
  | 'ADOPTION';

export type ScenariosVerdict =
  | { readonly ok: true; readonly scenarios: number }
  | {
      readonly ok: false;
      readonly scenario: ScenarioId;
      readonly version: number;
      readonly problem: ScenarioProblem;
      readonly message: Message;
    };

interface Place {
  readonly scenario: ScenarioId;
  readonly version: number;
}

/** Verifies the scenarios of an organisation, and what they and its ledger say of each other. Others may go on meanwhile. */
export async function verifyScenarios(
  client: Pick<Pool | PoolClient, 'query'>,
  organisation: OrganisationId,
): Promise<ScenariosVerdict> {
  const store = new PostgresScenarioStore(client);
  const ids = await store.ids(organisation);
  for (const id of ids) {
    const { events, contents } = await store.read(organisation, id, 0);
    const flaw = scenarioFlaw(id, events, contents);
    if (flaw !== undefined) return { ok: false, scenario: id, problem: 'STREAM', ...flaw };
  }
  for (const { problem, sql, message } of AGREEMENTS) {
    const { rows } = await client.query<Place>(sql, [organisation]);
    if (rows[0] !== undefined) return { ok: false, problem, message, ...rows[0] };
  }
  return { ok: true, scenarios: ids.length };
}

/** Each finds places that do not agree, as of one moment. */
const AGREEMENTS: readonly {
  readonly problem: ScenarioProblem;
  readonly sql: string;
  readonly message: Message;
}[] = [
  {
    problem: 'COMMAND',
    message: {
      sv: 'Posten över ett kommando saknas eller gäller händelser som inte finns.',
      en: 'The record of a command is missing, or is about events that there are not.',
    },
    sql: `
      select coalesce(c.scenario_id, e.scenario_id) as scenario, coalesce(c.version, e.version) as version
      from (select * from scenario.command where organisation_id = $1) c
      full join (select *, version = max(version) over (partition by scenario_id) as is_newest
        from scenario.event where organisation_id = $1) e
        on e.scenario_id = c.scenario_id and e.version = c.version
      where e.version is null or c.version is null and e.is_newest
      limit 1`,
  },
  {
    problem: 'BASE',
    message: {
      sv: 'Scenariot utgår från en position som liggaren inte har nått.',
      en: 'The scenario is based on a position that the ledger has not reached.',
    },
    sql: `
      select e.scenario_id as scenario, e.version from scenario.event e
      where e.organisation_id = $1 and e.type in ('ScenarioCreated', 'ScenarioRebased')
        and (e.data->>'base')::bigint not between 1
          and coalesce((select h.position from ledger.head h where h.organisation_id = $1), 0)
      limit 1`,
  },
  {
    problem: 'ADOPTION',
    message: {
      sv: 'Liggaren och scenariot säger olika om antagandet: det ena finns inte, eller gäller andra positioner.',
      en: 'The ledger and the scenario do not agree on the adoption: one of them is missing, or is about other positions.',
    },
    sql: `
      with adopted as (
        select scenario_id, version, data->>'command' as key,
          (data->>'first')::bigint as first, (data->>'last')::bigint as last
        from scenario.event where organisation_id = $1 and type = 'ScenarioAdopted'
      ), recorded as (
        select c.idempotency_key as key, c.first_position as first, c.last_position as last
        from ledger.command c
        join ledger.event e on e.organisation_id = c.organisation_id and e.position = c.first_position
        where c.organisation_id = $1 and starts_with(c.idempotency_key, '${ADOPTION_KEY}')
          and e.envelope::json #>> '{command,type}' = 'AdoptScenario'
      )
      select coalesce(a.scenario_id::text, substr(r.key, length('${ADOPTION_KEY}') + 1)) as scenario,
        coalesce(a.version, 0) as version
      from adopted a
      full join recorded r on r.key = a.key and r.first = a.first and r.last = a.last
      where a.scenario_id is null or r.key is null or a.key <> '${ADOPTION_KEY}' || a.scenario_id
      order by version desc
      limit 1`,
  },
];
