import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { chronicleEventTypes, InMemoryLedgerStore } from '#ledger';
import { InMemoryScenarioStore } from '#scenarios';
import type { Unit, UnitId } from '#structure';
import {
  ChronicleModule,
  CreateScenario,
  parseAnyDraft,
  ReadChart,
  ReadOrganisation,
  RecordChanges,
  RegisterOrganisation,
  SimulateChanges,
  type AnyDraft,
  type NewScenario,
  type OrganisationReading,
  type RecordingOutcome,
  type ScenarioOutcome,
  type TimeAxes,
} from '../index.js';

const terms = { actor: 'local' };

/** A line of the import format that establishes a unit. */
export function unit(key: string, parent: string | null, on = '2015-01-01', more: object = {}): object {
  return { kind: 'establish', on, unit: { key, name: key.toUpperCase(), type: 'enhet', parent, ...more } };
}

/** An organisation called `test` in memory, with what is planned for it. */
export class PlannedOrganisation {
  private constructor(
    private readonly app: INestApplicationContext,
    readonly ledger: InMemoryLedgerStore,
    readonly store: InMemoryScenarioStore,
    readonly commands: CommandBus,
    readonly queries: QueryBus,
  ) {}

  static async of(...lines: readonly object[]): Promise<PlannedOrganisation> {
    const ledger = new InMemoryLedgerStore(chronicleEventTypes);
    const scenarios = new InMemoryScenarioStore();
    const module = ChronicleModule.over({ ledger, scenarios }, () => ({}));
    const app = await NestFactory.createApplicationContext(module, { logger: false });
    const planned = new PlannedOrganisation(app, ledger, scenarios, app.get(CommandBus), app.get(QueryBus));
    await planned.commands.execute(new RegisterOrganisation('test', 'Test', terms));
    if (lines.length > 0) await planned.record(...lines);
    return planned;
  }

  /** Another process on the same stores. */
  async elsewhere(): Promise<PlannedOrganisation> {
    const module = ChronicleModule.over({ ledger: this.ledger, scenarios: this.store }, () => ({}));
    const app = await NestFactory.createApplicationContext(module, { logger: false });
    return new PlannedOrganisation(app, this.ledger, this.store, app.get(CommandBus), app.get(QueryBus));
  }

  close(): Promise<void> {
    return this.app.close();
  }

  attempt(...lines: readonly object[]): Promise<RecordingOutcome> {
    return this.commands.execute(
      new RecordChanges('test', lines.map(draftOf), { ...terms, confirmed: 'all' }),
    );
  }

  /** Records one change set in the organisation itself. @throws Error if it is refused */
  async record(...lines: readonly object[]): Promise<RecordingOutcome> {
    return accepted(await this.attempt(...lines));
  }

  /** Begins a scenario. @returns its id */
  async plan(wanted: Partial<NewScenario> = {}): Promise<string> {
    const outcome = await this.commands.execute(
      new CreateScenario({ organisation: 'test', name: 'Plan', ...wanted }, terms),
    );
    return accepted(outcome).scenario;
  }

  /** Simulates each list of lines as a step. */
  async simulate(scenario: string, ...steps: readonly (readonly object[])[]): Promise<ScenarioOutcome> {
    const drafts = steps.map((lines) => lines.map(draftOf));
    return this.commands.execute(new SimulateChanges(scenario, drafts, { ...terms, confirmed: 'all' }));
  }

  /** Simulates one step. @throws Error if it is refused */
  async step(scenario: string, ...lines: readonly object[]): Promise<void> {
    accepted(await this.simulate(scenario, lines));
  }

  reading(axes: TimeAxes = {}): Promise<OrganisationReading> {
    return this.queries.execute(new ReadOrganisation('test', axes));
  }

  /** The unit that was recorded under a key. */
  async unitCalled(key: string): Promise<Unit> {
    const [unit] = (await this.reading()).timeline.holdersOf('import', key);
    return unit!;
  }

  /** The chart: each unit as `NAME` or `NAME < PARENT`. */
  async chart(axes: TimeAxes = {}): Promise<string[]> {
    const reading = await this.reading(axes);
    const boxes = await this.queries.execute(new ReadChart(reading));
    const names = new Map(boxes.map(({ id, name }) => [id, name]));
    return boxes.map(({ name, parentId }) =>
      parentId === null ? name : `${name} < ${names.get(parentId as UnitId)}`,
    );
  }
}

/** @throws Error with the refusals of an outcome that is one */
export function accepted<T extends { readonly outcome: string }>(
  outcome: T,
): Exclude<T, { readonly outcome: 'refused' }> {
  if (outcome.outcome === 'refused') throw new Error(JSON.stringify(outcome));
  return outcome as Exclude<T, { readonly outcome: 'refused' }>;
}

/** The codes of an outcome's refusals; none if it is accepted. */
export function codesOf(outcome: ScenarioOutcome | RecordingOutcome): string[] {
  return outcome.outcome === 'refused' ? outcome.refusals.map(({ code }) => code) : [];
}

/** A line of the import format, read. @throws Error if it is refused */
export function draftOf(line: object): AnyDraft {
  const parsed = parseAnyDraft(line as Record<string, unknown>);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.rejections));
  return parsed.draft;
}
