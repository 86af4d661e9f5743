import type { JsonValue } from './json.js';
import { LedgerFault } from './ledger-fault.js';

const MAX_DEPTH = 64;
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * The canonical form of a JSON value (RFC 8785, JSON Canonicalization Scheme), restricted to I-JSON (RFC 7493).
 * @throws LedgerFault NOT_CANONICAL, with the path, for what has no canonical form or would not survive storage:
 * undefined, NaN, Infinity, bigint, functions, symbols, lone surrogates, NUL, instances of classes, nesting deeper than 64.
 */
export function canonicalJson(value: JsonValue): string {
  const text = write(value, 0);
  // Both show as escapes, which are rare: one look at the whole is cheaper than one at every string.
  if (text.includes('\\ud') || text.includes('\\u0000')) checkStrings(value);
  return text;
}

function write(value: unknown, depth: number): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value);
    case 'number':
      if (!Number.isFinite(value)) return refuse(`${value} is not a JSON number`);
      return value === 0 ? '0' : String(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      if (depth >= MAX_DEPTH) return refuse(`nested deeper than ${MAX_DEPTH}`);
      return Array.isArray(value) ? writeArray(value, depth) : writeObject(value, depth);
    default:
      return refuse(`${typeof value} is not a JSON value`);
  }
}

function writeArray(array: readonly unknown[], depth: number): string {
  let index = 0;
  try {
    let text = '[';
    for (; index < array.length; index++) {
      if (index > 0) text += ',';
      text += write(array[index], depth + 1);
    }
    return `${text}]`;
  } catch (error) {
    throw within(`[${index}]`, error);
  }
}

function writeObject(object: object, depth: number): string {
  if (!isPlain(object)) return refuse('only plain objects have a canonical form');
  const members = object as Record<string, unknown>;
  let current = '';
  try {
    let text = '';
    for (const key of sorted(Object.keys(members))) {
      current = key;
      text += `${text === '' ? '{' : ','}${JSON.stringify(key)}:${write(members[key], depth + 1)}`;
    }
    return text === '' ? '{}' : `${text}}`;
  } catch (error) {
    throw within(`.${current}`, error);
  }
}

/** By UTF-16 code units, as RFC 8785 §3.2.3 asks and `<` compares. */
function sorted(keys: string[]): string[] {
  for (let index = 1; index < keys.length; index++) {
    if ((keys[index - 1] as string) > (keys[index] as string)) return keys.sort();
  }
  return keys;
}

function isPlain(object: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(object);
  if (prototype === Object.prototype || prototype === null) return true;
  // An `Object.prototype` of another realm: a worker's, a test runner's sandbox's.
  return Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype as object, 'isPrototypeOf');
}

function checkStrings(value: unknown): void {
  if (typeof value === 'string') return checkString(value);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    try {
      checkString(key);
      checkStrings(member);
    } catch (error) {
      throw within(Array.isArray(value) ? `[${key}]` : `.${key}`, error);
    }
  }
}

function checkString(text: string): void {
  if (LONE_SURROGATE.test(text)) refuse('lone surrogate');
  if (text.includes('\u0000')) refuse('NUL character');
}

class NotCanonical extends LedgerFault {
  constructor(
    readonly why: string,
    readonly path: string,
  ) {
    super('NOT_CANONICAL', `No canonical JSON at $${path}: ${why}`);
  }
}

function refuse(why: string): never {
  throw new NotCanonical(why, '');
}

function within(step: string, error: unknown): unknown {
  return error instanceof NotCanonical ? new NotCanonical(error.why, step + error.path) : error;
}
