/** A scale from values to places: round ticks that hold all values and zero. */
export interface Axis {
  readonly first: number;
  readonly last: number;
  readonly ticks: readonly number[];
}

const STEPS = [1, 2, 5, 10];

/** An axis with zero and about as many ticks as wanted. */
export function axisFor(values: readonly number[], wanted = 5): Axis {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const span = high === low ? 1 : high - low;
  const power = 10 ** Math.floor(Math.log10(span / wanted));
  const step = (STEPS.find((one) => span / (one * power) <= wanted) ?? 10) * power;
  const [from, to] = [Math.floor(low / step), Math.ceil((high === low ? low + span : high) / step)];
  const ticks = Array.from({ length: to - from + 1 }, (_, index) => tidy((from + index) * step));
  return { first: ticks[0] ?? 0, last: ticks.at(-1) ?? 1, ticks };
}

/** Where a value lies on an axis that is so long. */
export function placeOn({ first, last }: Axis, value: number, length: number): number {
  return ((value - first) / (last - first)) * length;
}

/** Without what binary numbers add to decimal ones. */
function tidy(value: number): number {
  return Number(value.toPrecision(12)) + 0;
}
