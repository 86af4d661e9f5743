import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ChronicleModule, RegisterOrganisation, Timelines, type RecordingOutcome } from '#chronicle';
import {
  chronicleEventTypes,
  PostgresLedgerStore,
  type AppendOutcome,
  type CommandDraft,
  type InlineProjection,
  type Organisation,
  type OrganisationId,
} from '#ledger';
import { inlineProjection } from '#projections';
import { PostgresScenarioStore } from '#scenarios';
import { parseDraft, type Draft } from '#structure';
import type pg from 'pg';

/** A ledger that counts how often another process was first. */
class CountingLedger extends PostgresLedgerStore {
  conflicts = 0;

  override async append(
    organisation: OrganisationId,
    commands: readonly CommandDraft[],
    inline?: InlineProjection,
  ): Promise<AppendOutcome> {
    const outcome = await super.append(organisation, commands, inline);
    if (outcome.outcome === 'conflict') this.conflicts++;
    return outcome;
  }
}

/** The application as one process has it: its own timelines, recording queue and connections. */
export class Application {
  private constructor(
    private readonly context: INestApplicationContext,
    readonly ledger: CountingLedger,
    readonly commands: CommandBus,
    readonly queries: QueryBus,
    readonly timelines: Timelines,
  ) {}

  static async over(pool: pg.Pool): Promise<Application> {
    const ledger = new CountingLedger(pool, chronicleEventTypes);
    const stores = { ledger, scenarios: new PostgresScenarioStore(pool) };
    const module = ChronicleModule.over(stores, inlineProjection);
    const context = await NestFactory.createApplicationContext(module, { logger: false });
    return new Application(
      context,
      ledger,
      context.get(CommandBus),
      context.get(QueryBus),
      context.get(Timelines),
    );
  }

  async register(slug: string): Promise<Organisation> {
    const outcome = await this.commands.execute(
      new RegisterOrganisation(slug, slug, { actor: 'registrar', idempotencyKey: slug }),
    );
    if (outcome.outcome === 'refused') throw new Error(JSON.stringify(outcome.refusals));
    return outcome.organisation;
  }

  close(): Promise<void> {
    return this.context.close();
  }
}

/** A change or amendment of the import format. */
export type Line = Readonly<Record<string, unknown>>;

export function draftOf(line: Line): Draft {
  const parsed = parseDraft(line);
  if (!parsed.ok) throw new Error(`${JSON.stringify(parsed.rejections)} ${JSON.stringify(line)}`);
  return parsed.draft;
}

/** A line that begins a unit called by its key. */
export function establish(key: string, parent: string | null = null, on = '2020-01-01'): Line {
  return { kind: 'establish', on, unit: { key, name: key, type: 'enhet', parent } };
}

export function refusalCodes(outcome: RecordingOutcome): string[] {
  return outcome.outcome === 'refused' ? outcome.refusals.map(({ code }) => code) : [];
}
