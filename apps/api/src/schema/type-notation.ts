import { z } from 'zod';
import { RELATIONS } from '#structure';

type Schema = Readonly<Record<string, unknown>>;

/**
 * What a schema lets through, as a type in the manner of TypeScript. Relations of lineage, new units and parties are
 * named, not spelled out.
 */
export function typeNotation(schema: z.ZodType): string {
  return shapeOf(z.toJSONSchema(schema, { io: 'output', reused: 'inline' }), 0);
}

function shapeOf(schema: Schema, depth: number): string {
  if ('const' in schema) return `'${String(schema['const'])}'`;
  if ('enum' in schema) return choices(schema['enum'] as string[]);
  if ('anyOf' in schema) return union(schema['anyOf'] as Schema[], depth);
  switch (schema['type']) {
    case 'array': {
      const places = schema['prefixItems'] as Schema[] | undefined;
      if (places !== undefined) return `[${places.map((place) => shapeOf(place, depth)).join(', ')}]`;
      const items = shapeOf(schema['items'] as Schema, depth);
      return items.includes(' | ') ? `(${items})[]` : `${items}[]`;
    }
    case 'object':
      return objectShape(schema, depth);
    case 'integer':
      return 'number';
    default:
      return String(schema['type']);
  }
}

function union(parts: readonly Schema[], depth: number): string {
  const [first, second] = parts;
  const isParty =
    first?.['type'] === 'string' && second !== undefined && namesOf(second).join() === 'name,unit';
  return isParty ? 'Party' : parts.map((part) => shapeOf(part, depth)).join(' | ');
}

function namesOf({ properties = {} }: Schema): string[] {
  return Object.keys(properties as object);
}

/** Words to choose from; the relations of lineage are given once in the introduction. */
function choices(words: readonly string[]): string {
  return words.join() === RELATIONS.join() ? 'Relation' : words.map((word) => `'${word}'`).join(' | ');
}

function objectShape(schema: Schema, depth: number): string {
  const properties = schema['properties'] as Record<string, Schema> | undefined;
  if (properties === undefined)
    return `{ [name]: ${shapeOf(schema['additionalProperties'] as Schema, depth)} }`;
  const required = (schema['required'] as string[] | undefined) ?? [];
  // A new unit: given once in the introduction.
  if (required.join() === 'name,type' && 'codes' in properties) return 'NewUnit';
  const fields = Object.entries(properties)
    .filter(([, property]) => !('not' in property))
    .map(
      ([name, property]) => `${name}${required.includes(name) ? '' : '?'}: ${shapeOf(property, depth + 1)}`,
    );
  if (fields.length === 1) return `{ ${fields.join('')} }`;
  const indent = '  '.repeat(depth + 1);
  return `{\n${fields.map((field) => `${indent}${field},\n`).join('')}${'  '.repeat(depth)}}`;
}
