/** A fixed row of random numbers, used up from the left; when it is used up every throw is 0. */
export class Dice {
  private next = 0;

  constructor(private readonly throws: readonly number[]) {}

  throw(): number {
    const value = this.throws[this.next] ?? 0;
    this.next += 1;
    return value;
  }

  /** True in so many of a hundred throws; a throw of 0 is never a chance taken, so that shrinking simplifies. */
  chance(percent: number): boolean {
    return this.throw() % 100 >= 100 - percent;
  }

  /** One of the list; the first for a throw of 0. */
  pick<T>(list: readonly T[]): T | undefined {
    return list[this.throw() % Math.max(1, list.length)];
  }

  /** Up to so many different ones of the list. */
  pickSome<T>(list: readonly T[], count: number): T[] {
    const rest = [...list];
    const picked: T[] = [];
    while (picked.length < count && rest.length > 0)
      picked.push(...rest.splice(this.throw() % rest.length, 1));
    return picked;
  }
}
