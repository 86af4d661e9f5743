import { describe, expect, it } from '@jest/globals';
import { spellingsOf, unitsSpelled } from './spellings.js';
import { RecordedDecisions } from './testing/recorded-decisions.js';

const MATTER = { kind: 'matter', id: 'm', number: 'RS200432', title: 'Inrättande av en funktion' };
const PAPER = {
  kind: 'document',
  id: 'paper',
  title: 'Tjänsteskrivelse',
  role: 'officialsPaper',
  matter: 'm',
};
const MINUTES = { kind: 'document', id: 'minutes', title: 'Protokoll § 8', role: 'minutes', matter: 'm' };
const written = (name: string, document: string, place: string) => ({
  kind: 'spelling',
  unit: 'driftnamnden-regionservice',
  written: name,
  document,
  place,
});

function halland(): RecordedDecisions {
  return new RecordedDecisions().record(
    '2024-01-01',
    MATTER,
    PAPER,
    MINUTES,
    written('Driftsnämnden Regionservice', 'paper', 'Förslag till beslut'),
    written('Driftnämnden Regionservice', 'minutes', 'Förslag till beslut'),
    written('Driftnämnden Regionsservice', 'minutes', 'Beslut'),
  );
}

describe('the spellings of a unit', () => {
  it('come each with the document and the place that writes it so', () => {
    const recorded = halland();
    const unit = recorded.unit('driftnamnden-regionservice');
    const found = spellingsOf(recorded.register, recorded.position, unit).map((spelling) => [
      spelling.written,
      recorded.name(spelling.document!),
      spelling.place,
    ]);
    expect(found).toEqual([
      ['Driftsnämnden Regionservice', 'paper', 'Förslag till beslut'],
      ['Driftnämnden Regionservice', 'minutes', 'Förslag till beslut'],
      ['Driftnämnden Regionsservice', 'minutes', 'Beslut'],
    ]);
  });

  it('are those known at the position, as they were corrected', () => {
    const recorded = halland();
    const before = recorded.position;
    recorded.record('2024-02-01', {
      kind: 'spelling',
      id: 'late',
      unit: 'driftnamnden-regionservice',
      written: 'Regionservis',
    });
    const unit = recorded.unit('driftnamnden-regionservice');
    expect(spellingsOf(recorded.register, before, unit)).toHaveLength(3);
    expect(spellingsOf(recorded.register, recorded.position, unit)).toHaveLength(4);
    recorded.record('2024-03-01', { kind: 'cancel', change: 'late', reason: 'fel' });
    expect(spellingsOf(recorded.register, recorded.position, unit)).toHaveLength(3);
  });

  it('include how a decision writes the name of a body', () => {
    const recorded = halland().record('2024-01-02', {
      kind: 'decision',
      id: 's398',
      matter: 'm',
      body: { name: 'Regionstyrelsens arbetsutskottet', unit: 'rsau' },
      act: 'decidesByDelegation',
      paragraph: '§398',
      recordedIn: 'minutes',
    });
    const [spelling] = spellingsOf(recorded.register, recorded.position, recorded.unit('rsau'));
    expect(spelling).toMatchObject({
      written: 'Regionstyrelsens arbetsutskottet',
      document: recorded.id('minutes'),
      place: '§398',
      record: recorded.id('s398'),
    });
  });
});

describe('the units written like a text', () => {
  const find = (text: string) => {
    const recorded = halland().record(
      '2024-01-02',
      { kind: 'spelling', unit: 'fastigheter', written: 'Driftnämnden Regionfastigheter' },
      { kind: 'spelling', unit: 'alla', written: 'Driftnämnden' },
    );
    return unitsSpelled(recorded.register, recorded.position, text).map(({ unit, match, spellings }) => [
      ['driftnamnden-regionservice', 'fastigheter', 'alla'].find((key) => recorded.unit(key) === unit),
      match,
      spellings.map((spelling) => spelling.written),
    ]);
  };

  it.each(['Driftsnämnden Regionservice', 'Driftnämnden Regionservice', 'Driftnämnden Regionsservice'])(
    'are one body for %s',
    (text) => {
      expect(find(text)).toEqual([['driftnamnden-regionservice', 'exact', [text]]]);
    },
  );

  it('are found without regard to case, diacritics and blanks', () => {
    expect(find('  DRIFTSNAMNDEN   regionservice ')).toEqual([
      ['driftnamnden-regionservice', 'exact', ['Driftsnämnden Regionservice']],
    ]);
  });

  it('are first those written exactly so, then those that contain it', () => {
    expect(find('driftnämnden')).toEqual([
      ['alla', 'exact', ['Driftnämnden']],
      [
        'driftnamnden-regionservice',
        'containing',
        ['Driftnämnden Regionservice', 'Driftnämnden Regionsservice'],
      ],
      ['fastigheter', 'containing', ['Driftnämnden Regionfastigheter']],
    ]);
  });

  it('are none for what is nowhere written, or blank', () => {
    expect(find('Kulturnämnden')).toEqual([]);
    expect(find('  ')).toEqual([]);
  });
});
