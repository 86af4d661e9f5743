import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';
import { RESOLVERS } from '../resolvers.js';
import { ERROR_CODES } from '../refusals/error-codes.js';
import { eventCatalogue } from './event-catalogue.js';

/** The schema as it is served, made without a server. */
export async function apiSchema(): Promise<GraphQLSchema> {
  const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: false });
  try {
    return lexicographicSortSchema(await app.get(GraphQLSchemaFactory).create([...RESOLVERS]));
  } finally {
    await app.close();
  }
}

/** The files of the reference that are made from the code, by their path in the project. */
export async function referenceFiles(): Promise<Readonly<Record<string, string>>> {
  return {
    'docs/reference/schema.graphql': `${printSchema(await apiSchema())}\n`,
    'docs/reference/error-codes.md': errorCodes(),
    'docs/reference/events.md': eventCatalogue(),
  };
}

function errorCodes(): string {
  const codes = Object.entries(ERROR_CODES).sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    '# Error codes of the API',
    '',
    'Every error in `errors` has one of these in `extensions.code`, its text in both languages in',
    '`extensions.messages`, and where one is to blame the argument in `extensions.field`. What is refused of a',
    'mutation for the sake of the structure is in its `userErrors` instead: see `UserErrorCode` in',
    '[the schema](schema.graphql). Codes are added, never reused with another meaning.',
    '',
    ...codes.map(([code, meaning]) => `- \`${code}\`: ${meaning}`),
    '',
  ].join('\n');
}
