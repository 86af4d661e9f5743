import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import type { LedgerStore } from '#ledger';
import { COMMAND_HANDLERS } from './commands/index.js';
import { QUERY_HANDLERS } from './queries/index.js';
import { Recorder, type ProjectInline } from './recorder.js';
import { Timelines } from './timelines.js';
import { INLINE_PROJECTION, LEDGER } from './tokens.js';

/** Commands and queries over the chronicle of organisations; ask through `CommandBus` and `QueryBus`. */
@Module({})
export class ChronicleModule {
  /** `project`: writes the read model in the append's transaction. */
  static over(ledger: LedgerStore, project: ProjectInline): DynamicModule {
    return {
      module: ChronicleModule,
      imports: [CqrsModule.forRoot()],
      providers: [
        { provide: LEDGER, useValue: ledger },
        { provide: INLINE_PROJECTION, useValue: project },
        Timelines,
        Recorder,
        ...COMMAND_HANDLERS,
        ...QUERY_HANDLERS,
      ],
      exports: [CqrsModule, LEDGER, Timelines],
    };
  }
}
