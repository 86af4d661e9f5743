import { position } from '#temporal';
import { GraphQLScalarType, Kind, valueFromASTUntyped, type ValueNode } from 'graphql';
import { CodedError } from '../refusals/coded-error.js';

const NOT_TEXT = (name: string) => ({
  sv: `${name} skrivs som en text inom citationstecken.`,
  en: `${name} is written as a text in quotation marks.`,
});

/** A scalar that is a text; what it may say is checked where it is used, with a code of its own. */
function textScalar(name: string, description: string): GraphQLScalarType<string, unknown> {
  const parse = (value: unknown): string => {
    if (typeof value === 'string') return value;
    throw new CodedError('BAD_USER_INPUT', NOT_TEXT(name));
  };
  return new GraphQLScalarType<string, unknown>({
    name,
    description,
    serialize: (value) => value,
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : null),
  });
}

export const DateScalar = textScalar(
  'Date',
  'A calendar date YYYY-MM-DD, years 0001 to 9999, without time zone.',
);

export const EdtfDateScalar = textScalar(
  'EdtfDate',
  'A date as well as it is known, in EDTF (ISO 8601-2): a day 2021-03-01, month 2021-03, quarter 2021-33, ' +
    'week 2021-W08, year 2021, or an interval 2021-03/2021-06 with open ends as `..`. `..` alone: nothing is known of it.',
);

export const InstantScalar = textScalar(
  'Instant',
  'A time in UTC to the microsecond, such as 2021-03-01T09:30:00.000000Z. Where a time is asked for, any RFC 3339 ' +
    'time is taken, and a date, which means to the end of that day in UTC.',
);

/** What would come about if something pending did has the place of the last event that it rests on. */
export const PositionScalar = new GraphQLScalarType<number, unknown>({
  name: 'Position',
  description:
    "The place of an event in its organisation's ledger: a JSON number, whole, from 0 to 2^53 - 1. The first event is 1; there are no gaps.",
  serialize: (value) => Math.floor(Number(value)),
  parseValue: (value) => positionOf(value),
  parseLiteral: (node: ValueNode) => positionOf(node.kind === Kind.INT ? Number(node.value) : printed(node)),
});

export const DecimalScalar = textScalar(
  'Decimal',
  'An exact decimal number as a text: "-353.9", "12", "33.0". An optional minus, digits, and optionally a point and digits, ' +
    'with its decimals as they are stated; never rounded to a binary number.',
);

export const JsonScalar = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  description: 'Any JSON value.',
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: (node, variables) => valueFromASTUntyped(node, variables),
});

function positionOf(value: unknown): number {
  const parsed = position(typeof value === 'number' ? value : NaN);
  if (parsed.ok) return parsed.value;
  throw new CodedError('INVALID_POSITION', {
    sv: `En position är ett heltal från 0 till ${Number.MAX_SAFE_INTEGER}.`,
    en: `A position is a whole number from 0 to ${Number.MAX_SAFE_INTEGER}.`,
  });
}

function printed(node: ValueNode): unknown {
  return node.kind === Kind.FLOAT ? Number(node.value) : null;
}
