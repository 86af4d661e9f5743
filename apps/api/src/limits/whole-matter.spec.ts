import 'reflect-metadata';
import { expect, test } from '@jest/globals';
import { Kind, parse, validate, type OperationDefinitionNode } from 'graphql';
import { apiSchema } from '../schema/reference.js';
import { LIMITS } from './limits.plugin.js';
import { measureOperation } from './measure-operation.js';

const PARTY = '{ name unit { id name } }';
const DATE = '{ written earliest latest }';
const WHOLE_MATTER = `{ organisation(slug: "region") { matter(number: "RS 1") {
  id number title opened ${DATE} closed ${DATE} source log { recordedAt actor reason }
  chain { id called body ${PARTY} act isDecision to ${PARTY} title paragraph on ${DATE}
    answers { id called } answeredBy { id called } awaits ${PARTY}
    points { text changes { id sentence { sv en } standing } }
    conditions { id text state outcome { evidence on ${DATE} } }
    rationale { aspect text place document { id title } } recordedIn { id title }
    documents { as properTitle document { id title sha256 } } recipients ${PARTY}
    adjusted ${DATE} announced ${DATE} appealability
    appealPeriod { known lastDay { earliest latest } missing source { cite says { sv en } } }
    appeal { outcome } source log { recordedAt actor reason }
    changesSinceProposal { generation proposal { id called } points { change before after }
      conditions { change after } recipients { change party ${PARTY} }
      documents { change before after } to { before ${PARTY} after ${PARTY} } } }
  documents { id title role on ${DATE} number atHand alsoCalled { title in { id title } } }
  changes { id sentence { sv en } standing pending on ${DATE} standingReport {
    decisions { competent decision { id called } } settledBy { id called }
    needed { scope boards { name } bodies { name } rule { authority } }
    missing { kind message { sv en } } conditions { text state } blocked { message { sv } } } }
  assignments { id title status standing to { name } due ${DATE} reports { assessment } }
  observations { says verdict } todo { kind message { sv en } } } } }`;

test('all of a matter can be asked at once', async () => {
  const schema = await apiSchema();
  const document = parse(WHOLE_MATTER);
  expect(validate(schema, document)).toEqual([]);
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const { cost, depth } = measureOperation(schema, document, operation as OperationDefinitionNode, {});
  expect(cost).toBeLessThan(LIMITS.cost / 2);
  expect(depth).toBeLessThan(LIMITS.depth);
});
