import { Module, type DynamicModule } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { ChronicleModule, type ProjectInline } from '#chronicle';
import type { LedgerStore } from '#ledger';
import type { Request } from 'express';
import { ListedAnswers } from './answers/listed-answers.js';
import { DATABASE_CHECK, HealthController, type DatabaseCheck } from './network/health.controller.js';
import { ChronicleResolver } from './organisations/chronicle.resolver.js';
import { OrganisationResolver } from './organisations/organisation.resolver.js';
import { ChangesResolver } from './recording/changes.resolver.js';
import { Recording } from './recording/recording.js';
import { RegistrationResolver } from './recording/registration.resolver.js';
import { formatError } from './refusals/format-error.js';
import { RequestContext } from './request-context.js';
import { FoundUnits } from './units/found-units.js';
import { UnitResolver } from './units/unit.resolver.js';

/** The GraphQL operations. */
export const RESOLVERS = [
  ChronicleResolver,
  OrganisationResolver,
  UnitResolver,
  ChangesResolver,
  RegistrationResolver,
];

/** GraphQL, the export of charts and the health of the server, over a ledger. */
@Module({})
export class ApiModule {
  static over(ledger: LedgerStore, project: ProjectInline, check: DatabaseCheck): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        ChronicleModule.over(ledger, project),
        GraphQLModule.forRoot<ApolloDriverConfig>({
          driver: ApolloDriver,
          path: '/graphql',
          autoSchemaFile: true,
          sortSchema: true,
          graphiql: false,
          introspection: true,
          csrfPrevention: true,
          includeStacktraceInErrorResponses: false,
          parseOptions: { maxTokens: 4000 },
          context: ({ req }: { req: Request }) => new RequestContext(req),
          formatError,
          stringifyResult: (result) => JSON.stringify(result),
        }),
      ],
      controllers: [HealthController],
      providers: [
        { provide: DATABASE_CHECK, useValue: check },
        FoundUnits,
        ListedAnswers,
        Recording,
        ...RESOLVERS,
      ],
    };
  }
}
