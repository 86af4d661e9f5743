import { describe, expect, it } from '@jest/globals';
import { appealability, appealPeriod, delegationFollowUp } from './appeal-period.js';

const on = (date: string) => ({ earliest: date, latest: date });
const cites = (dates: Parameters<typeof appealPeriod>[0]) =>
  appealPeriod(dates).source.map(({ cite }) => cite);

describe('the appeal period', () => {
  it('is three weeks from the announcement, and the decision is final the day after', () => {
    expect(appealPeriod({ on: '2021-02-17', adjusted: '2021-02-23', announced: '2021-02-24' })).toMatchObject(
      {
        known: 'exact',
        restsOn: 'announced',
        from: on('2021-02-24'),
        lastDay: on('2021-03-17'),
        finalOn: on('2021-03-18'),
        missing: [],
      },
    );
  });

  it.each([
    ['a Saturday', '2021-02-20', '2021-03-15'],
    ['a Sunday', '2021-02-21', '2021-03-15'],
    ['Good Friday', '2021-03-12', '2021-04-06'],
    ['Easter Monday', '2021-03-15', '2021-04-06'],
    ['Ascension Day', '2021-04-22', '2021-05-14'],
    ['the National Day', '2022-05-16', '2022-06-07'],
    ['Midsummer Eve', '2023-06-02', '2023-06-26'],
    ['All Saints’ Day', '2023-10-14', '2023-11-06'],
    ['Christmas Eve', '2021-12-03', '2021-12-27'],
    ['New Year’s Eve', '2021-12-10', '2022-01-03'],
    ['Epiphany', '2021-12-16', '2022-01-07'],
  ])('that would end on %s ends on the next weekday', (_, announced, lastDay) => {
    expect(appealPeriod({ announced }).lastDay).toEqual(on(lastDay));
  });

  it('is a window while the announcement is known to a week only', () => {
    expect(appealPeriod({ announced: '2021-W08' })).toMatchObject({
      known: 'window',
      restsOn: 'announced',
      from: { earliest: '2021-02-22', latest: '2021-02-28' },
      lastDay: { earliest: '2021-03-15', latest: '2021-03-22' },
      finalOn: { earliest: '2021-03-16', latest: '2021-03-23' },
      missing: ['announced'],
    });
  });

  it('does not begin before the minutes were adjusted', () => {
    expect(appealPeriod({ adjusted: '2021-02-25', announced: '2021-W08' }).from).toEqual({
      earliest: '2021-02-25',
      latest: '2021-02-28',
    });
  });

  it('begins between the adjustment and the second day after it while the announcement is not recorded', () => {
    expect(appealPeriod({ adjusted: '2021-02-22' })).toMatchObject({
      known: 'window',
      restsOn: 'adjusted',
      from: { earliest: '2021-02-22', latest: '2021-02-24' },
      lastDay: { earliest: '2021-03-15', latest: '2021-03-17' },
      missing: ['announced'],
    });
  });

  it('counts the second day to the next weekday', () => {
    expect(appealPeriod({ adjusted: '2021-02-26' }).from).toEqual({
      earliest: '2021-02-26',
      latest: '2021-03-01',
    });
  });

  it('follows from an adjustment in week 8', () => {
    expect(appealPeriod({ adjusted: '2021-W08' })).toMatchObject({
      known: 'window',
      from: { earliest: '2021-02-22', latest: '2021-03-02' },
      lastDay: { earliest: '2021-03-15', latest: '2021-03-23' },
      missing: ['announced', 'adjusted'],
    });
  });

  it('is bounded by the meeting while nothing else is recorded', () => {
    expect(appealPeriod({ on: '2021-02-17' })).toMatchObject({
      known: 'window',
      restsOn: 'on',
      from: { earliest: '2021-02-17', latest: '2021-03-05' },
      lastDay: { earliest: '2021-03-10', latest: '2021-03-26' },
      missing: ['announced', 'adjusted'],
    });
  });

  it('is open at the end that a date leaves open', () => {
    expect(appealPeriod({ announced: '2021-03-01/..' })).toMatchObject({
      known: 'window',
      lastDay: { earliest: '2021-03-22', latest: null },
    });
    expect(appealPeriod({ adjusted: '../2021-03-01' }).from).toEqual({
      earliest: null,
      latest: '2021-03-03',
    });
  });

  it('is unknown while no date is recorded', () => {
    expect(appealPeriod({})).toMatchObject({
      known: 'unknown',
      restsOn: null,
      from: null,
      lastDay: null,
      finalOn: null,
      missing: ['announced', 'adjusted', 'on'],
    });
  });

  it('is not computed for what was announced before the Act came into force', () => {
    expect(appealPeriod({ announced: '2017-12-29' })).toMatchObject({ known: 'unknown', lastDay: null });
    expect(appealPeriod({ announced: '2018-01-02' }).lastDay).toEqual(on('2018-01-23'));
  });

  it('cites chapter and section of what it rests on', () => {
    const counted = [
      '13 kap. 5 § kommunallagen (2017:725)',
      '1 och 2 §§ lagen (1930:173) om beräkning av lagstadgad tid',
    ];
    expect(cites({ announced: '2021-02-24' })).toEqual(counted);
    expect(cites({ adjusted: '2021-02-24' })).toEqual([...counted, '8 kap. 12 § kommunallagen (2017:725)']);
    expect(cites({ on: '2021-02-24' })).toContain('5 kap. 69 § och 6 kap. 35 § kommunallagen (2017:725)');
  });
});

describe('what may be appealed', () => {
  it('is no proposal and no preparation', () => {
    expect((['prepares', 'proposes'] as const).map(appealability)).toEqual(['preparatory', 'preparatory']);
    expect((['decides', 'decidesByDelegation', 'rejects'] as const).map(appealability)).toEqual([
      'yes',
      'yes',
      'yes',
    ]);
    expect((['commissions', 'refersBack'] as const).map(appealability)).toEqual(['depends', 'depends']);
  });
});

describe('the follow-up of a decision by delegation', () => {
  it('is the notification to the board, or minutes of its own', () => {
    const act = 'decidesByDelegation';
    expect(delegationFollowUp({ act, notified: '2021-12-08', paragraph: '§398' })).toMatchObject({
      status: 'notified',
      notified: '2021-12-08',
    });
    expect(delegationFollowUp({ act, paragraph: '§398' })).toMatchObject({
      status: 'minuted',
      notified: null,
    });
    expect(delegationFollowUp({ act })?.status).toBe('missing');
  });

  it('is not asked of other decisions', () => {
    expect(delegationFollowUp({ act: 'decides', paragraph: '§8' })).toBeNull();
  });
});
