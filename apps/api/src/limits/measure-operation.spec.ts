import { expect, test } from '@jest/globals';
import { buildSchema, Kind, parse, type OperationDefinitionNode } from 'graphql';
import { measureOperation } from './measure-operation.js';

const schema = buildSchema(`
  type Query { organisation: Organisation alternatives(of: [Int!]!, first: Int): AlternativeConnection }
  type AlternativeConnection { columns: [Unit!]! nodes: [Unit!]! }
  type Organisation { name: String chart: [Unit!]! units(first: Int, last: Int): UnitConnection! }
  type UnitConnection { nodes: [Unit!]! totalCount: Int! }
  type Unit { id: ID! children: [Unit!]! parent: Unit }
`);

function measure(query: string, variables = {}) {
  const document = parse(query);
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  return measureOperation(schema, document, operation as OperationDefinitionNode, variables);
}

const paged = (args: string) =>
  measure(`query ($n: Int) { organisation { units(${args}) { nodes { id } } } }`, { n: 50 });

test('a page costs as much as it may hold, in the text, as a variable or unsaid', () => {
  expect(paged('first: 10').cost).toBe(1 + 10 * 2);
  expect(paged('last: $n').cost).toBe(1 + 50 * 2);
  expect(paged('first: 3, last: 50').cost).toBe(1 + 50 * 2);
  expect(paged('first: null').cost).toBe(1 + 200 * 2);
});

test('lists in lists multiply, and a chart costs a look at every unit', () => {
  expect(measure('{ organisation { units(first: 10) { nodes { children { id } } } } }').cost).toBe(
    1 + 10 * (2 + 20),
  );
  expect(measure('{ organisation { chart { id } } }').cost).toBe(4001);
});

test('fragments count wherever they are spread, and are looked at once', () => {
  const doubled = Array.from(
    { length: 40 },
    (_, i) => `fragment f${i} on Unit { ...f${i + 1} ...f${i + 1} }`,
  ).join(' ');
  const { cost, depth } = measure(
    `{ organisation { units(first: 1) { nodes { ...f0 } } } } ${doubled} fragment f40 on Unit { parent { id } }`,
  );
  expect(cost).toBeGreaterThan(2 ** 40);
  expect(depth).toBe(5);
});

test('aliases are counted', () => {
  expect(measure('{ a: organisation { b: name c: name } }').aliases).toBe(3);
});

test('alternatives cost by their number, and their columns once for all rows of a page', () => {
  const cost = (of: string, selection: string) =>
    measure(`query ($of: [Int!] = [1, 2]) { alternatives(of: ${of}, first: 10) { ${selection} } }`, {
      of: [1, 2, 3],
    }).cost;
  const rows = 10 * (1 + 1) - 1;
  expect(cost('[1, 2]', 'nodes { id }')).toBe(2 * 600 + rows);
  expect(cost('$of', 'nodes { id }')).toBe(3 * 600 + rows);
  expect(cost('[1, 2]', 'nodes { id } columns { id }')).toBe(2 * 600 + rows + 4);
});
