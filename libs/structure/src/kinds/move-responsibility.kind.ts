import { z } from 'zod';
import type { UnitId } from '../ids.js';
import { nameField, shareField, unitField } from './fields.js';
import { objectToDuplicates } from './handing-over.js';
import { defineKind, type Objection } from './kind.js';
import { objectToShares, shareInWords } from './shares.js';

/** What may move between units that both live on. */
export const RESOURCES = ['function', 'staff', 'budget'] as const;
export type Resource = (typeof RESOURCES)[number];

const schema = z.strictObject({
  unit: unitField,
  to: z.array(z.strictObject({ unit: unitField, share: shareField.optional() })).min(1),
  /** The function, or what the staff or the budget is for, as people call it. */
  what: nameField,
  resource: z.enum(RESOURCES).optional(),
});
type MoveResponsibility = z.infer<typeof schema>;

/** A function, or a share of staff or budget, moves between units that all live on. */
export const moveResponsibility = defineKind<MoveResponsibility>({
  kind: 'moveResponsibility',
  event: 'ResponsibilityMoved',
  schema,
  map: (payload, units) => ({
    ...payload,
    unit: units.unit(payload.unit, 'unit'),
    to: payload.to.map((part, i) => ({ ...part, unit: units.unit(part.unit, `to[${i}].unit`) })),
  }),
  object: ({ unit, to }) => {
    const receivers = to.map((part) => part.unit);
    return (
      objectToDuplicates(receivers, 'to') ??
      objectToGiver(unit, receivers) ??
      objectToShares(
        to.map(({ share }) => ({ from: unit, share })),
        'to',
      )
    );
  },
  resolve: ({ unit, to }) =>
    to.map((part) => ({
      e: 'lineage',
      from: unit as UnitId,
      to: part.unit as UnitId,
      relation: 'partMovedTo',
      ...(part.share === undefined ? {} : { share: part.share }),
    })),
  actsOn: ({ unit, to }) => [unit, ...to.map((part) => part.unit)] as UnitId[],
  sentence: ({ unit, to, what, resource }, { name, names, verb }) => {
    const receivers = (language: 'sv' | 'en') =>
      names(
        to.map(({ unit: id, share }) =>
          share === undefined ? id : `${name(id)} (${shareInWords(share)[language]})`,
        ),
      )[language];
    const moved = WORDS[resource ?? 'function'];
    return {
      sv: `${moved.sv} ${what} ${verb('flyttades', 'flyttas')} från ${name(unit)} till ${receivers('sv')}`,
      en: `${moved.en} ${what} ${verb('moved', 'is to move')} from ${name(unit)} to ${receivers('en')}`,
    };
  },
});

const WORDS = {
  function: { sv: 'Ansvaret för', en: 'Responsibility for' },
  staff: { sv: 'Personal för', en: 'Staff for' },
  budget: { sv: 'Budget för', en: 'Budget for' },
} as const satisfies Record<Resource, unknown>;

function objectToGiver(unit: string, receivers: readonly string[]): Objection | undefined {
  return receivers.includes(unit)
    ? {
        code: 'ACTS_ON_ITSELF',
        message: {
          sv: 'En enhet kan inte flytta ett ansvar till sig själv.',
          en: 'A unit cannot move a responsibility to itself.',
        },
        field: `to[${receivers.indexOf(unit)}].unit`,
        units: [unit],
      }
    : undefined;
}
