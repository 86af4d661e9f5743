import { describe, expect, it } from '@jest/globals';
import { establish, type Line } from '../../structure/src/testing/recorded-history.js';
import { formatDecimal, pointInWords, type InferredEdge } from './index.js';
import { MeasuredHistory } from './testing/measured-history.js';

const began = (...keys: [key: string, parent?: string][]) =>
  keys.map(([key, parent]) => establish(key, '2010-01-01', parent ?? null));
const moved = (on: string, unit: string, to: string, more: Line = {}): Line => ({
  kind: 'transfer',
  on,
  unit,
  to,
  ...more,
});

/** An office that IT joined in 2021, from a service administration where its switchboard stayed. */
function office(transferredOn = '2021-03-01', ...more: Line[]): MeasuredHistory {
  return new MeasuredHistory(
    ...began(['office'], ['service'], ['it', 'service'], ['switchboard', 'it'], ['staff', 'office']),
    moved(transferredOn, 'it', 'office', { except: ['switchboard'] }),
    ...more,
  );
}

describe('a series on the perimeter of a date', () => {
  it('adds what joined since, and takes away what did not come with it', () => {
    const history = office().measure('fte', {
      '2020': { office: '100', it: '40', switchboard: '7' },
      '2023': { office: '150' },
    });
    expect(history.told('office', '2023-12-31')).toEqual([
      '2020 100: not like for like; joined since: IT; except SWITCHBOARD; restated 133',
      '2023 150: like for like; restated 150',
    ]);
  });

  it('is that of any date: on an earlier one, what joined later is taken away', () => {
    const history = office().measure('fte', {
      '2020': { office: '100', it: '40', switchboard: '7' },
      '2023': { office: '150', it: '41' },
    });
    expect(history.told('office', '2020-06-01')).toEqual([
      '2020 100: like for like; restated 100',
      '2023 150: not like for like; joined since: IT; restated 109',
    ]);
  });

  it('is not restated where the figure of a part is missing, and says whose', () => {
    const history = office().measure('fte', { '2020': { office: '100', it: '40' } });
    const [point] = history.series('office', '2023-12-31').points;
    expect(point).toMatchObject({ likeForLike: false, restated: null });
    expect(point!.gaps.map(({ code, unit }) => `${code} ${unit.name}`)).toEqual([
      'FIGURE_MISSING SWITCHBOARD',
    ]);
  });

  it('tells of a period without figures when asked', () => {
    const history = office().measure('fte', { '2023': { office: '150' } });
    expect(history.told('office', '2023-12-31', 'fte', { periods: ['2020'] })).toEqual([
      '2020 -: not like for like; joined since: IT; except SWITCHBOARD; cannot be restated: no figure is recorded of OFFICE, no figure is recorded of IT, no figure is recorded of SWITCHBOARD',
      '2023 150: like for like; restated 150',
    ]);
  });

  it('names the changes by which something joined', () => {
    const history = office().measure('fte', { '2020': { office: '100' } });
    const [point] = history.series('office', '2023-12-31').points;
    const transfer = history.structure.unit('it').touchedBy.at(-1)!.change.id;
    expect(point!.terms.map(({ unit, role, changes }) => [unit.name, role, changes])).toEqual([
      ['OFFICE', 'itself', []],
      ['IT', 'joined', [transfer]],
      ['SWITCHBOARD', 'left', [transfer]],
    ]);
  });

  it('says it in Swedish too', () => {
    const history = office().measure('cost', { '2020': { office: '100.5', it: '40.0', switchboard: '7.2' } });
    const [point] = history.series('office', '2023-12-31', 'cost').points;
    expect(pointInWords(point!).sv).toBe(
      'inte jämförbart; har tillkommit: IT; utom SWITCHBOARD; omräknat 133,3',
    );
  });

  it('does not restate a measure that does not sum, unless it is like for like', () => {
    const history = office().measure('sick', {
      '2020': { office: '5', it: '4', switchboard: '3' },
      '2023': { office: '2.4' },
    });
    expect(history.told('office', '2023-12-31', 'sick')).toEqual([
      '2020 5: not like for like; joined since: IT; except SWITCHBOARD; cannot be restated: the measure cannot be added up from parts',
      '2023 2.4: like for like; restated 2.4',
    ]);
  });

  it('is of the structure as known at one position and the figures as known at another', () => {
    const history = office().measure('fte', { '2020': { office: '100', it: '40', switchboard: '7' } });
    const before = { structure: history.structure.position - 1, figures: history.figures.position };
    history.figures.correct('2020-it', {
      kind: 'figures',
      indicator: 'fte',
      unit: 'it',
      period: '2020',
      rows: [{ values: { outcome: '41' } }],
    });
    const restated = (structure: number, figures: number) => {
      const [point] = history.seriesKnown('office', '2023-12-31', structure, figures).points;
      return point!.restated && formatDecimal(point!.restated);
    };
    const { structure, figures } = history;
    expect(restated(structure.position, figures.position)).toBe('134');
    expect(restated(structure.position, before.figures)).toBe('133');
    expect(restated(before.structure, figures.position)).toBe('100');
  });
});

describe('a period within which something changed', () => {
  it('is not of one perimeter', () => {
    const history = office('2021-03-01').measure('fte', { '2021': { office: '120', it: '40' } });
    expect(history.told('office', '2023-12-31')).toEqual([
      '2021 120: not like for like; joined since: IT; except SWITCHBOARD; cannot be restated: what OFFICE consists of changed within the period',
    ]);
  });

  it('is like for like if the change kept to the inside', () => {
    const history = office('2021-03-01', moved('2022-05-01', 'staff', 'it')).measure('fte', {
      '2022': { office: '140' },
    });
    expect(history.told('office', '2023-12-31')).toEqual(['2022 140: like for like; restated 140']);
  });

  it('is open if the date of the change is: "during 2021" may be before August or after', () => {
    const history = office('2021').measure('fte', { '2021-01/2021-08': { office: '120', it: '40' } });
    const [point] = history.series('office', '2023-12-31').points;
    expect(point!.gaps.map(({ code }) => code)).toContain('INDETERMINATE');
    expect(point!.restated).toBeNull();
  });

  it('is set beside a perimeter that is open itself on such a date, and that is marked', () => {
    const history = office('2021').measure('fte', { '2020': { office: '100' } });
    const open = (onto: string) => history.series('office', onto).indeterminate.map(({ name }) => name);
    expect(open('2020-12-31')).toEqual([]);
    expect(open('2021-06-01')).toEqual(['IT']);
    expect(open('2021-12-31')).toEqual([]);
    expect(history.told('office', '2021-06-01')).toEqual(['2020 100: like for like; restated 100']);
  });

  it('may be the one in which the unit was founded', () => {
    const history = new MeasuredHistory(...began(['top']), establish('office', '2020-05-01', 'top')).measure(
      'fte',
      { '2020': { office: '10' }, '2019': { office: '1' } },
    );
    expect(history.told('office', '2023-12-31')).toEqual([
      '2019 1: whether it is like for like is not known; cannot be restated: OFFICE was not there, nor anything that it goes back to or led to',
      '2020 10: like for like; restated 10',
    ]);
  });
});

describe('inferred lineage', () => {
  const world = () => {
    const history = new MeasuredHistory(
      ...began(['office'], ['service'], ['teleservice', 'service']),
      establish('digital', '2022-01-01', 'office'),
      { kind: 'dissolve', on: '2022-01-01', unit: 'teleservice', successors: 'unknown' },
    ).measure('fte', { '2020': { office: '100', teleservice: '40' } });
    const edge: InferredEdge = {
      from: history.structure.unit('teleservice').id,
      to: history.structure.unit('digital').id,
      relation: 'continues',
      confidence: 'medium',
    };
    return { history, edge };
  };

  it('is followed if it is given, and marked in the answer', () => {
    const { history, edge } = world();
    expect(history.told('office', '2023-12-31')).toEqual(['2020 100: like for like; restated 100']);
    expect(history.told('office', '2023-12-31', 'fte', { inferred: [edge] })).toEqual([
      '2020 100: not like for like; joined since: TELESERVICE; restated 140 (in part inferred)',
    ]);
    const [point] = history.series('office', '2023-12-31', 'fte', { inferred: [edge] }).points;
    expect(point!.inferred).toEqual([edge]);
  });

  it('means all of a unit that it says goes on in another, though its end is not recorded', () => {
    const history = new MeasuredHistory(
      establish('office', '../2010-12-31'),
      establish('service', '../2010-12-31'),
      establish('teleservice', '../2010-12-31', 'service'),
      establish('switchboard', '../2010-12-31', 'teleservice'),
      establish('digital', '../2023-08-31', 'office'),
    )
      .measure('fte', { '2010': { office: '90', teleservice: '40', switchboard: '7' } })
      .measure('fte', { '2022': { office: '110' }, '2023-01/2023-08': { office: '150', digital: '41' } });
    const [from, to] = [history.structure.unit('teleservice').id, history.structure.unit('digital').id];
    const edge: InferredEdge = { from, to, relation: 'continues', confidence: 'medium' };
    expect(history.told('office', '2023-08-31', 'fte', { inferred: [edge] })).toEqual([
      '2010 90: not like for like; joined since: TELESERVICE; except SWITCHBOARD; restated 123 (in part inferred)',
      '2022 110: not like for like; joined since: TELESERVICE; except SWITCHBOARD; cannot be restated: whether what OFFICE consists of had changed is open, since the date is not known, no figure is recorded of TELESERVICE, no figure is recorded of SWITCHBOARD',
      '2023-01/2023-08 150: like for like; since when is not known: TELESERVICE; restated 150',
    ]);
    const second = { ...edge, to: history.structure.unit('service').id };
    expect(history.told('office', '2023-08-31', 'fte', { inferred: [edge, second] })[0]).toBe(
      '2010 90: not like for like; joined since: TELESERVICE; cannot be restated: how much of TELESERVICE went to DIGITAL is not known',
    );
  });

  it('of units that are not there is left out', () => {
    const { history, edge } = world();
    const nowhere = { ...edge, to: '00000000-0000-4000-8000-00000000dead' };
    expect(history.told('office', '2023-12-31', 'fte', { inferred: [nowhere] })).toEqual([
      '2020 100: like for like; restated 100',
    ]);
  });
});

describe('several statements of one figure', () => {
  it('count as the most exact of them, and as none if they disagree', () => {
    const history = office()
      .measure('cost', { '2023': { office: '450.1' }, '2022': { office: '37.0' } })
      .measure('cost', { '2023': { office: '450.082' }, '2022': { office: '37.1' } });
    expect(history.told('office', '2023-12-31', 'cost')).toEqual([
      '2022 37.0 and 37.1: like for like; cannot be restated: the statements of OFFICE disagree',
      '2023 450.1 and 450.082: like for like; restated 450.082',
    ]);
  });
});
