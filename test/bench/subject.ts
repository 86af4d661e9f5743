import type { Database } from './instance.js';
import type { SyntheticChange } from './synthetic-organisation.js';

/** Starts the product on a database of the bench's own instance: migrations, modules, the HTTP server on loopback. */
export type StartSubject = (database: Database) => Promise<Subject>;

/** The product as the bench drives it. What is timed goes the way users go: command bus, query bus, HTTP. */
export interface Subject {
  readonly database: Database;
  /** Of the HTTP server, without a slash at the end. */
  readonly baseUrl: string;
  /** Creates the organisation, empty. */
  openOrganisation(slug: string): Promise<SubjectOrganisation>;
  stop(): Promise<void>;
}

export interface ChartUnit {
  readonly key: string;
  readonly name: string;
  readonly type: string;
  readonly parentKey: string | null;
}

export interface StoredEvent {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A planner's scenario, with goals. What is timed is evaluated, or goes the way users go. */
export interface SubjectScenario {
  /** Replays its steps on a branch. */
  evaluate(): Promise<unknown>;
  /** Against the organisation as the scenario found it, on the day after its changes. */
  difference(): Promise<unknown>;
  impact(): Promise<unknown>;
  /** One more change by GraphQL, until its answer. */
  simulate(line: Readonly<Record<string, unknown>>): Promise<unknown>;
  undo(): Promise<unknown>;
  /** Not timed. */
  tally(): Promise<{ readonly steps: number; readonly differences: number; readonly moved: number }>;
}

export interface FactTable {
  /** As written in SQL, schema included. */
  readonly table: string;
  /** A condition that picks the organisation's rows. */
  readonly where: string;
}

/** `knownAt` undefined is the newest. Keys are those of the synthetic lines. */
export interface SubjectOrganisation {
  /** Imports with full validation; answers how many lines were recorded and the ledger's last position. */
  importLines(lines: Iterable<string>): Promise<{ readonly recorded: number; readonly position: number }>;
  /** One change through the command bus, durable when it answers its position; throws if it was refused. */
  recordOne(change: SyntheticChange, idempotencyKey: string): Promise<number>;
  /** The knowledge time of the nth imported line, counted from 1. */
  knownAtOf(line: number): Promise<string>;
  /** Through the query bus; with `rootKey` only that unit and what is below it. */
  chart(at: string, knownAt?: string, rootKey?: string): Promise<readonly unknown[]>;
  /** What a chart's answer says, for comparison; not timed. */
  unitsOf(chart: readonly unknown[]): readonly ChartUnit[];
  /** All versions of one unit in both times; answers how many. */
  history(key: string, knownAt?: string): Promise<number>;
  /** Keys of the units that it goes back to, through at most `generations` steps. */
  predecessors(key: string, generations: number, knownAt?: string): Promise<readonly string[]>;
  /** Path and query of the streamed chart as JSON, below `baseUrl`. */
  exportPath(at: string, knownAt: string): string;
  /** The GraphQL request for the same chart, with the same fields. */
  chartRequest(
    at: string,
    knownAt: string,
  ): { readonly query: string; readonly variables: Readonly<Record<string, unknown>> };
  /** Units in a GraphQL answer; throws if it has errors. */
  unitsInResponse(body: string): number;
  /** A scenario with these lines of the import format, a step each. */
  plan(lines: readonly Readonly<Record<string, unknown>>[]): Promise<SubjectScenario>;
  /** Builds all read models anew from the ledger. */
  rebuild(): Promise<{ readonly events: number }>;
  /** The tables that a rebuild fills. */
  factTables(): readonly FactTable[];
  /** The first events of the ledger as stored, so that the contenders append the same bytes. */
  storedEvents(limit: number): Promise<readonly StoredEvent[]>;
  /** Chain, positions and read model; throws if anything is wrong, answers the number of events. */
  verify(): Promise<number>;
}
