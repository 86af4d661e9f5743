import type { OrganisationReading } from '#chronicle';
import { formatDecimal } from '#measures';
import type { Amount, SizeImpact } from '#scenarios';
import type { UnitId } from '#structure';
import { keyOf } from '../question.js';
import type { ToldImpact } from './impact-text.js';

/** An impact as JSON: the units in it with their keys, amounts as exact decimal texts, null where they are not known. */
export function impactAccount(
  { name, at, base, impact, targets }: ToldImpact,
  reading: OrganisationReading,
  keys: string,
): object {
  const { units, resources, shape, leftBehind, neededFirst } = impact;
  const { fte, headCount, budget } = resources.sizes;
  const told = {
    scenario: { id: reading.scenario!.state.id, name, base },
    at,
    units,
    resources: {
      fte: sizeAccount(fte),
      headCount: sizeAccount(headCount),
      budget: sizeAccount(budget),
      begunFromNothing: resources.begunFromNothing,
    },
    shape,
    leftBehind,
    neededFirst,
    targets,
  };
  const before = reading.scenario!.found();
  const keyOfUnit = (id: string) => {
    const isUnit = reading.timeline.units.has(id as UnitId);
    return isUnit ? (keyOf(reading, id, keys) ?? keyOf(before, id, keys)) : undefined;
  };
  return withKeys(told, keyOfUnit) as object;
}

function sizeAccount({ indicator, moving, movedOut, movedIn, neutral, holders, flows }: SizeImpact): object {
  return {
    indicator,
    moving: amountAccount(moving),
    movedOut: amountAccount(movedOut),
    movedIn: amountAccount(movedIn),
    neutral: neutral === 'unknown' ? neutral : neutral ? 'yes' : 'no',
    holders: holders.map((moved) => ({
      ...moved,
      movedIn: amountAccount(moved.movedIn),
      movedOut: amountAccount(moved.movedOut),
    })),
    flows: flows.map((flow) => ({ ...flow, amount: amountAccount(flow.amount) })),
  };
}

function amountAccount({ value, computed, periodsDiffer, parts, missing }: Amount): object {
  return {
    value,
    computed,
    periodsDiffer,
    parts: parts.map(({ unit, record, period, amount }) => ({
      unit,
      record,
      period,
      amount: formatDecimal(amount),
    })),
    missing,
  };
}

/** The same with the import key of every unit in it beside the unit's id. */
function withKeys(value: unknown, keyOfUnit: (id: string) => string | null | undefined): unknown {
  if (Array.isArray(value)) return value.map((one) => withKeys(one, keyOfUnit));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([name, member]) => [name, withKeys(member, keyOfUnit)] as const);
  const { id, ...rest } = Object.fromEntries(members) as Record<string, unknown>;
  if (typeof id !== 'string') return rest;
  const key = keyOfUnit(id);
  return { id, ...(key === undefined ? {} : { key }), ...rest };
}
