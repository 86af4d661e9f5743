import { expect, it } from '@jest/globals';
import { LastAnswer } from './last-answer.js';

it('keeps the last answer about each thing', () => {
  const answers = new LastAnswer<object, number>();
  const [one, other] = [{}, {}];
  let made = 0;
  const ask = (thing: object, key: string) => answers.of(thing, key, () => ++made);
  expect([ask(one, 'a'), ask(other, 'a'), ask(one, 'a')]).toEqual([1, 2, 1]);
  expect([ask(one, 'b'), ask(one, 'a'), ask(other, 'a')]).toEqual([3, 4, 2]);
});
