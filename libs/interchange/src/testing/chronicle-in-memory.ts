import { Readable } from 'node:stream';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import {
  ChronicleModule,
  ReadOrganisation,
  Timelines,
  type OrganisationReading,
  type Standing,
} from '#chronicle';
import { chronicleEventTypes, InMemoryLedgerStore, systemClock } from '#ledger';
import { InMemoryScenarioStore } from '#scenarios';
import { chart, type ChartUnit } from '#structure';
import { dryRunFile } from '../dry-run.js';
import { exportChanges } from '../export-changes.js';
import { importFile, type ImportOptions, type ImportResult } from '../import-file.js';

type Terms = Partial<Omit<ImportOptions, 'organisation'>>;

/** Import and export over a ledger in memory. */
export class ChronicleInMemory {
  private constructor(
    private readonly app: INestApplicationContext,
    readonly ledger: InMemoryLedgerStore,
  ) {}

  static async open(): Promise<ChronicleInMemory> {
    const ledger = new InMemoryLedgerStore(chronicleEventTypes, systemClock);
    const module = ChronicleModule.over({ ledger, scenarios: new InMemoryScenarioStore() }, () => ({}));
    return new ChronicleInMemory(
      await NestFactory.createApplicationContext(module, { logger: false, abortOnError: false }),
      ledger,
    );
  }

  close(): Promise<void> {
    return this.app.close();
  }

  import(organisation: string, file: string | Buffer, terms: Terms = {}): Promise<ImportResult> {
    return importFile(this.services(), streamOf(file), { organisation, actor: 'test', ...terms });
  }

  dryRun(organisation: string, file: string | Buffer, terms: Terms = {}): Promise<ImportResult> {
    return dryRunFile(this.services(), streamOf(file), { organisation, actor: 'test', ...terms });
  }

  async export(organisation: string, keyScheme?: string): Promise<string> {
    let file = '';
    const reading = await this.reading(organisation);
    for await (const lines of exportChanges(this.ledger, reading, { keyScheme })) file += lines;
    return file;
  }

  reading(
    organisation: string,
    at?: string,
    knownAt?: string,
    standing?: Standing,
  ): Promise<OrganisationReading> {
    return this.app.get(QueryBus).execute(new ReadOrganisation(organisation, { at, knownAt, standing }));
  }

  async chart(organisation: string, at: string, knownAt?: string): Promise<ChartUnit[]> {
    return chart(await this.reading(organisation, at, knownAt));
  }

  private services() {
    return { commands: this.app.get(CommandBus), timelines: this.app.get(Timelines) };
  }
}

function streamOf(file: string | Buffer): Readable {
  return Readable.from([Buffer.from(file)]);
}

/** Lines of a file. */
export function file(...lines: readonly object[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}
