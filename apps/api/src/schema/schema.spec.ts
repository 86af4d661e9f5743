import 'reflect-metadata';
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  validateSchema,
  type GraphQLSchema,
} from 'graphql';
import { apiSchema, referenceFiles } from './reference.js';

describe('the schema', () => {
  let schema: GraphQLSchema;
  beforeAll(async () => {
    schema = await apiSchema();
  });

  test('is valid', () => {
    expect(validateSchema(schema)).toEqual([]);
  });

  test('describes every type, field, argument and value', () => {
    const bare: string[] = [];
    const look = (name: string, of: { description?: string | null | undefined }) => {
      if (!of.description) bare.push(name);
    };
    for (const type of Object.values(schema.getTypeMap())) {
      if (type.name.startsWith('__')) continue;
      if (type !== schema.getQueryType() && type !== schema.getMutationType()) look(type.name, type);
      if (isEnumType(type)) for (const value of type.getValues()) look(`${type.name}.${value.name}`, value);
      if (isInputObjectType(type)) {
        for (const field of Object.values(type.getFields())) look(`${type.name}.${field.name}`, field);
      }
      if (isObjectType(type) || isInterfaceType(type)) {
        for (const field of Object.values(type.getFields())) {
          look(`${type.name}.${field.name}`, field);
          for (const argument of field.args) look(`${type.name}.${field.name}(${argument.name})`, argument);
        }
      }
    }
    expect(bare).toEqual([]);
  });

  test.each(['docs/reference/schema.graphql', 'docs/reference/error-codes.md', 'docs/reference/events.md'])(
    'is the one in %s (`npm run schema` writes it)',
    async (path) => {
      expect(await readFile(path, 'utf8')).toBe((await referenceFiles())[path]);
    },
  );
});
