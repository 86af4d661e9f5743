import { describe, expect, it } from '@jest/globals';
import { civilDate, dateOf, dayOf, type Day } from '#temporal';
import { appealPeriod } from './appeal-period.js';
import { chainOf } from './matter-chain.js';
import { isDayOfRest } from './swedish-holidays.js';
import { RecordedDecisions } from './testing/recorded-decisions.js';
import { fc } from '../../../test/property/seeded.js';

const anyDay = fc
  .integer({ min: dayOf(civilDate('2018-01-01')), max: dayOf(civilDate('2060-12-31')) })
  .map((day) => day as Day);
const plus = (day: Day, days: number) => dateOf((day + days) as Day);

describe('any appeal period', () => {
  it('ends at least three weeks after the announcement, on the first day that is no day of rest', () => {
    fc.assert(
      fc.property(anyDay, (announced) => {
        const { lastDay } = appealPeriod({ announced: dateOf(announced) });
        const last = dayOf(lastDay!.earliest!);
        expect(last).toBeGreaterThanOrEqual(announced + 21);
        expect(isDayOfRest(last)).toBe(false);
        for (let day = announced + 21; day < last; day++) expect(isDayOfRest(day as Day)).toBe(true);
      }),
    );
  });

  it('lies in the window that was given while less was known', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(14), fc.nat(2), (on, toAdjust, toAnnounce) => {
        const dates = {
          on: dateOf(on),
          adjusted: plus(on, toAdjust),
          announced: plus(on, toAdjust + toAnnounce),
        };
        const { lastDay } = appealPeriod(dates);
        const vague = [
          { on: dates.on },
          { on: dates.on, adjusted: dates.adjusted },
          { adjusted: dates.adjusted.slice(0, 7) },
          { ...dates, announced: dates.announced.slice(0, 4) },
        ];
        for (const known of vague) {
          const window = appealPeriod(known).lastDay!;
          expect(window.earliest! <= lastDay!.earliest!).toBe(true);
          expect(window.latest! >= lastDay!.latest!).toBe(true);
        }
      }),
    );
  });
});

describe('any chain', () => {
  it('has every step once, after all that it answers', () => {
    const anySteps = fc.array(
      fc.record({
        answers: fc.array(fc.nat(), { maxLength: 3 }),
        on: fc.option(fc.constantFrom('2020', '2020-Q1', '2020-04-21', '2021-03', '2021-W08', '2022-01-01')),
      }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(anySteps, (steps) => {
        const recorded = new RecordedDecisions().record(
          '2024-01-01',
          { kind: 'matter', id: 'm', title: 'Ett ärende' },
          ...steps.map(({ answers, on }, i) => ({
            kind: 'decision',
            id: String(i),
            matter: 'm',
            body: 'styrelsen',
            act: 'proposes',
            ...(on === null ? {} : { on }),
            ...(i === 0 || answers.length === 0 ? {} : { answers: answers.map((n) => String(n % i)) }),
          })),
        );
        const chain = chainOf(recorded.register, recorded.position, recorded.id('m'))!.steps;
        expect(new Set(chain.map(({ decision }) => decision.id)).size).toBe(steps.length);
        const place = new Map<string, number>(chain.map(({ decision }, i) => [decision.id, i]));
        for (const { decision, answers } of chain) {
          for (const id of answers) expect(place.get(id)!).toBeLessThan(place.get(decision.id)!);
        }
      }),
    );
  });
});
