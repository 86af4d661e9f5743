import { type JsonValue } from './json.js';
import { LedgerFault } from './ledger-fault.js';

const MAX_DEPTH = 64;
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * The canonical form of a JSON value (RFC 8785, JSON Canonicalization Scheme), restricted to I-JSON (RFC 7493).
 * @throws LedgerFault NOT_CANONICAL, with the path, for what has no canonical form or would not survive storage:
 * undefined, NaN, Infinity, bigint, functions, symbols, lone surrogates, NUL, instances of classes, nesting deeper than 64.
 */
export function canonicalJson(value: JsonValue): string {
  return write(value, '$', 0);
}

function write(value: unknown, path: string, depth: number): string {
  switch (typeof value) {
    case 'string':
      return writeString(value, path);
    case 'number':
      if (!Number.isFinite(value)) return refuse(path, `${value} is not a JSON number`);
      return value === 0 ? '0' : String(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      if (depth >= MAX_DEPTH) return refuse(path, `nested deeper than ${MAX_DEPTH}`);
      return Array.isArray(value) ? writeArray(value, path, depth) : writeObject(value, path, depth);
    default:
      return refuse(path, `${typeof value} is not a JSON value`);
  }
}

function writeArray(array: readonly unknown[], path: string, depth: number): string {
  let text = '[';
  for (let index = 0; index < array.length; index++) {
    if (index > 0) text += ',';
    text += write(array[index], `${path}[${index}]`, depth + 1);
  }
  return `${text}]`;
}

function writeObject(object: object, path: string, depth: number): string {
  const prototype: unknown = Object.getPrototypeOf(object);
  if (prototype !== Object.prototype && prototype !== null && !isPlainElsewhere(prototype)) {
    return refuse(path, 'only plain objects have a canonical form');
  }
  const keys = Object.keys(object).sort();
  const members = object as Record<string, unknown>;
  let text = '{';
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] as string;
    if (index > 0) text += ',';
    text += `${writeString(key, path)}:${write(members[key], `${path}.${key}`, depth + 1)}`;
  }
  return `${text}}`;
}

/** An `Object.prototype` of another realm (a worker, a test runner's sandbox). */
function isPlainElsewhere(prototype: unknown): boolean {
  return (
    typeof prototype === 'object' &&
    prototype !== null &&
    Object.getPrototypeOf(prototype) === null &&
    Object.hasOwn(prototype, 'isPrototypeOf')
  );
}

function writeString(text: string, path: string): string {
  if (LONE_SURROGATE.test(text)) return refuse(path, 'lone surrogate');
  if (text.includes('\u0000')) return refuse(path, 'NUL character');
  return JSON.stringify(text);
}

function refuse(path: string, why: string): never {
  throw new LedgerFault('NOT_CANONICAL', `No canonical JSON at ${path}: ${why}`);
}
