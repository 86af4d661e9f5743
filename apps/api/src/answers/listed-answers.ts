import { Injectable } from '@nestjs/common';
import type { Pin } from '../schema/page.js';
import { BoundedCache } from './bounded-cache.js';

const MOST_ITEMS = 500_000;

/** Lists that are paged through: at a fixed date and position a list never changes. */
@Injectable()
export class ListedAnswers {
  private readonly lists = new BoundedCache<readonly unknown[]>(MOST_ITEMS);

  async once<T>(pin: Pin, list: () => Promise<readonly T[]>): Promise<readonly T[]> {
    const key = JSON.stringify(pin);
    const known = this.lists.get(key) as readonly T[] | undefined;
    if (known !== undefined) return known;
    const made = await list();
    this.lists.set(key, made, made.length + 10);
    return made;
  }
}
