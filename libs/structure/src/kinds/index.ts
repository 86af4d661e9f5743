import { absorb } from './absorb.kind.js';
import { anticipate } from './anticipate.kind.js';
import { dissolve } from './dissolve.kind.js';
import { establish } from './establish.kind.js';
import type { Kind } from './kind.js';
import { merge } from './merge.kind.js';
import { moveResponsibility } from './move-responsibility.kind.js';
import { reactivate } from './reactivate.kind.js';
import { reclassify } from './reclassify.kind.js';
import { recode } from './recode.kind.js';
import { rename } from './rename.kind.js';
import { reorganise } from './reorganise.kind.js';
import { replace } from './replace.kind.js';
import { spinOff } from './spin-off.kind.js';
import { split } from './split.kind.js';
import { transfer } from './transfer.kind.js';

/** Every kind of change, by its name. */
export const KINDS = {
  establish,
  rename,
  reclassify,
  recode,
  transfer,
  merge,
  absorb,
  split,
  spinOff,
  replace,
  dissolve,
  reactivate,
  reorganise,
  moveResponsibility,
  anticipate,
} as const;

export type ChangeKind = keyof typeof KINDS;
export const CHANGE_KINDS = Object.keys(KINDS) as ChangeKind[];

type PayloadOf<K> = K extends Kind<infer P> ? P : never;
/** What a change of a kind says; see each kind's schema. */
export type Payloads = { [K in ChangeKind]: PayloadOf<(typeof KINDS)[K]> };
export type Payload = Payloads[ChangeKind];

/** A kind by its name, for code that treats all kinds alike. */
export function kindOf(kind: ChangeKind): Kind<Payload> {
  return KINDS[kind] as unknown as Kind<Payload>;
}

export function isChangeKind(kind: unknown): kind is ChangeKind {
  return typeof kind === 'string' && Object.hasOwn(KINDS, kind);
}

/** Whether what a change comes to depends on more than the units it acts on and their children. */
export function isFarReaching({ kind, payload }: { kind: ChangeKind; payload: Payload }): boolean {
  return kindOf(kind).reads?.(payload) === 'ancestry';
}
