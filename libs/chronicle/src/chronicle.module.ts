import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import type { LedgerStore } from '#ledger';
import type { ScenarioStore } from '#scenarios';
import { COMMAND_HANDLERS } from './commands/index.js';
import { QUERY_HANDLERS } from './queries/index.js';
import { Recorder, type ProjectInline } from './recorder.js';
import { Timelines } from './timelines.js';
import { ScenarioRecorder } from './scenarios/scenario-recorder.js';
import { Scenarios } from './scenarios/scenarios.js';
import { INLINE_PROJECTION, LEDGER, SCENARIOS } from './tokens.js';

/** Where an organisation's events are kept, and what is planned beside them. */
export interface Stores {
  readonly ledger: LedgerStore;
  readonly scenarios: ScenarioStore;
}

/** Commands and queries over the chronicle of organisations; ask through `CommandBus` and `QueryBus`. */
@Module({})
export class ChronicleModule {
  /** `project`: writes the read model in the append's transaction. */
  static over({ ledger, scenarios }: Stores, project: ProjectInline): DynamicModule {
    return {
      module: ChronicleModule,
      imports: [CqrsModule.forRoot()],
      providers: [
        { provide: LEDGER, useValue: ledger },
        { provide: INLINE_PROJECTION, useValue: project },
        { provide: SCENARIOS, useValue: scenarios },
        Timelines,
        Recorder,
        Scenarios,
        ScenarioRecorder,
        ...COMMAND_HANDLERS,
        ...QUERY_HANDLERS,
      ],
      exports: [CqrsModule, LEDGER, Timelines, Scenarios],
    };
  }
}
