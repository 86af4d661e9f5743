import type { Message } from '#temporal';
import { z } from 'zod';
import { setParent } from '../effect.js';
import { LINE, type UnitId } from '../ids.js';
import type { State } from '../state.js';
import type { Unit } from '../unit.js';
import { beginnings, idOf } from './beginning.js';
import { hierarchyField, isNewUnit, newUnitField, parentField, unitField, type Target } from './fields.js';
import { defineKind, defined, mapNewUnit, type Objection } from './kind.js';

const schema = z.strictObject({
  unit: unitField,
  /** null makes it a root. */
  to: parentField,
  hierarchy: hierarchyField.optional(),
  /** Descendants that do not go along, or parts that were no units of their own until now. */
  except: z
    .array(z.union([unitField, newUnitField]))
    .min(1)
    .optional(),
  exceptTo: parentField.optional(),
});
type Transfer = z.infer<typeof schema>;

/** A unit, with all that stands under it except what is excepted, gets another parent. */
export const transfer = defineKind<Transfer>({
  kind: 'transfer',
  event: 'UnitTransferred',
  schema,
  map: (payload, units) =>
    defined({
      ...payload,
      unit: units.unit(payload.unit, 'unit'),
      to: payload.to === null ? null : units.unit(payload.to, 'to'),
      except: payload.except?.map((part, i) =>
        typeof part === 'string' ? units.unit(part, `except[${i}]`) : mapNewUnit(part, `except[${i}]`, units),
      ),
      exceptTo: payload.exceptTo == null ? payload.exceptTo : units.unit(payload.exceptTo, 'exceptTo'),
    }),
  object: (payload, state) => objectToExceptions(payload, state),
  resolve: (payload, state) => {
    const hierarchy = payload.hierarchy ?? LINE;
    const unit = payload.unit as UnitId;
    const staysUnder = staysWith(payload, state);
    return [
      ...beginnings(exceptions(payload).filter(isNewUnit)).map((begin) => ({
        ...begin,
        parents: { ...begin.parents, [hierarchy]: staysUnder },
      })),
      ...exceptions(payload)
        .filter((part) => !isNewUnit(part))
        .map((part) => setParent(idOf(part), hierarchy, staysUnder)),
      setParent(unit, hierarchy, payload.to as UnitId | null),
    ];
  },
  reads: (payload) => (payload.except === undefined ? 'nothing' : 'ancestry'),
  sentence: (payload, { name, names, verb, parentBefore }) => {
    const what = name(payload.unit);
    const excepted = exceptions(payload);
    const left =
      excepted.length > 0 ? names(excepted.map((part) => (isNewUnit(part) ? part.name : idOf(part)))) : null;
    const from = parentBefore(payload.unit, payload.hierarchy ?? LINE);
    const to = payload.to === null ? null : name(payload.to);
    const along = inHierarchy(payload.hierarchy ?? LINE);
    return {
      sv:
        `${what}${left ? `, utom ${left.sv},` : ''} ${verb('överfördes', 'överförs')}${from ? ` från ${from}` : ''}` +
        `${to ? ` till ${to}` : ' till toppnivån'}${along.sv}`,
      en:
        `${what}${left ? `, except ${left.en},` : ''} ${verb('was', 'is to be')} transferred${from ? ` from ${from}` : ''}` +
        `${to ? ` to ${to}` : ' to the top level'}${along.en}`,
    };
  },
});

/** Along which hierarchy, where it is not the line. */
function inHierarchy(hierarchy: string): Message {
  if (hierarchy === LINE) return { sv: '', en: '' };
  if (hierarchy === 'political') return { sv: ' (politiskt)', en: ' (politically)' };
  return { sv: ` (hierarkin ${hierarchy})`, en: ` (hierarchy ${hierarchy})` };
}

function exceptions(payload: Transfer): Target[] {
  return (payload.except ?? []).map((part) => (typeof part === 'string' ? { key: part } : part));
}

/** Where the excepted units go: where they are told to, else to the transferred unit's old parent. */
function staysWith(payload: Transfer, state: State): UnitId | null {
  if (payload.exceptTo !== undefined) return payload.exceptTo as UnitId | null;
  return state.parent(state.unit(payload.unit), payload.hierarchy ?? LINE)?.id ?? null;
}

function objectToExceptions(payload: Transfer, state: State): Objection | undefined {
  const hierarchy = payload.hierarchy ?? LINE;
  const unit = state.unit(payload.unit);
  const excepted = exceptions(payload);
  const standing = excepted.filter((part) => !isNewUnit(part)).map((part) => state.unit(idOf(part)));
  if (excepted.some((part) => idOf(part) === unit.id)) return notUnder(unit, unit);
  for (const [i, part] of standing.entries()) {
    if (!state.isUnder(part, unit, hierarchy)) return notUnder(part, unit);
    const other = standing.find((o, j) => j !== i && (o === part || state.isUnder(part, o, hierarchy)));
    if (other !== undefined) {
      return {
        code: 'EXCEPTIONS_OVERLAP',
        message: {
          sv: 'Två undantag överlappar: det ena står under det andra.',
          en: 'Two exceptions overlap: one stands under the other.',
        },
        field: 'except',
        units: [part.id, other.id],
      };
    }
  }
  return undefined;
}

function notUnder(part: Unit, unit: Unit): Objection {
  return {
    code: 'NOT_A_DESCENDANT',
    message: {
      sv: 'Det som undantas står inte under den enhet som överförs.',
      en: 'What is excepted does not stand under the unit that is transferred.',
    },
    field: 'except',
    units: [part.id, unit.id],
  };
}
