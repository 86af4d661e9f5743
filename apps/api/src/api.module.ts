import { Module, type DynamicModule } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { ChronicleModule, type ProjectInline, type Stores } from '#chronicle';
import type { Request } from 'express';
import { APP_FILTER } from '@nestjs/core';
import { VERIFICATIONS, Verifier, type Verifications } from './audit/verifier.js';
import { AnswerTexts } from './answers/answer-texts.js';
import { AnswersPlugin } from './answers/answers.plugin.js';
import { ListedAnswers } from './answers/listed-answers.js';
import { DATABASE_CHECK, HealthController, type DatabaseCheck } from './network/health.controller.js';
import { HttpErrorsFilter } from './network/http-errors.filter.js';
import { ChartExportController } from './export/chart-export.controller.js';
import { FiguresExportController } from './export/figures-export.controller.js';
import { ProofController } from './export/proof.controller.js';
import { ImportController } from './import/import.controller.js';
import { FoundRecords } from './governance/found-records.js';
import { LimitsPlugin } from './limits/limits.plugin.js';
import { LanguagePlugin } from './refusals/language.plugin.js';
import { Pages } from './organisations/pages.js';
import { Recording } from './recording/recording.js';
import { formatError } from './refusals/format-error.js';
import { RESOLVERS } from './resolvers.js';
import { RequestContext } from './request-context.js';
import { ScenarioCommands } from './scenarios/scenario-commands.js';
import { ScenarioNodes } from './scenarios/scenario-nodes.js';
import { SimulatedSteps } from './scenarios/simulated-steps.js';
import { FoundUnits } from './units/found-units.js';

/** GraphQL, the export of charts and figures and the health of the server, over a ledger. */
@Module({})
export class ApiModule {
  static over(
    stores: Stores,
    project: ProjectInline,
    check: DatabaseCheck,
    verifications: Verifications,
  ): DynamicModule {
    const texts = new AnswerTexts();
    return {
      module: ApiModule,
      imports: [
        ChronicleModule.over(stores, project),
        GraphQLModule.forRoot<ApolloDriverConfig>({
          driver: ApolloDriver,
          path: '/graphql',
          autoSchemaFile: true,
          sortSchema: true,
          graphiql: false,
          introspection: true,
          csrfPrevention: true,
          persistedQueries: false,
          includeStacktraceInErrorResponses: false,
          parseOptions: { maxTokens: 4000 },
          context: ({ req }: { req: Request }) => new RequestContext(req),
          formatError,
          stringifyResult: (result) => texts.stringify(result),
        }),
      ],
      controllers: [
        HealthController,
        ChartExportController,
        FiguresExportController,
        ProofController,
        ImportController,
      ],
      providers: [
        { provide: DATABASE_CHECK, useValue: check },
        { provide: VERIFICATIONS, useValue: verifications },
        { provide: AnswerTexts, useValue: texts },
        { provide: APP_FILTER, useClass: HttpErrorsFilter },
        AnswersPlugin,
        LanguagePlugin,
        LimitsPlugin,
        FoundUnits,
        FoundRecords,
        ListedAnswers,
        Pages,
        Recording,
        ScenarioCommands,
        ScenarioNodes,
        SimulatedSteps,
        Verifier,
        ...RESOLVERS,
      ],
    };
  }
}
