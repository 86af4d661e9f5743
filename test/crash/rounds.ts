/**
 * How often a test repeats: its short form, or the number in an environment variable for the long one
 * (`npm run test:crash:long`).
 */
export function rounds(variable: string, short: number): number {
  const said = process.env[variable];
  if (said === undefined || said === '') return short;
  const number = Number(said);
  if (!Number.isSafeInteger(number) || number < 1) throw new Error(`${variable}=${said} is no count`);
  return number;
}

/** A time limit for Jest that grows with the rounds: half a minute and `each` milliseconds a round. */
export function limit(count: number, each: number): number {
  return 30_000 + count * each;
}

/** The numbers from 0 up to but not `count`. */
export function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}
