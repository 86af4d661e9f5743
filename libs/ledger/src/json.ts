/** A JSON value as the ledger stores it: I-JSON (RFC 7493), so no NaN, Infinity, lone surrogate or undefined. */
export type JsonValue = string | number | boolean | null | JsonArray | JsonObject;
export type JsonArray = readonly JsonValue[];
export interface JsonObject {
  readonly [key: string]: JsonValue;
}
