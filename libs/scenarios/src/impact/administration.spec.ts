import { expect, it } from '@jest/globals';
import { RecordedHistory } from '../../../structure/src/testing/recorded-history.js';
import { Side } from './side.js';
import { stands, type Line } from './testing/planned.js';

function administrations(...lines: Line[]): Record<string, string | null> {
  const history = new RecordedHistory();
  for (const line of lines) history.record(line);
  const side = new Side(history.on('2020-01-01'));
  return Object.fromEntries(
    [...history.timeline.units.values()].map((unit) => {
      const administration = side.administration(unit);
      return [side.reference(unit).name, administration && side.reference(administration).name];
    }),
  );
}

it('is the nearest administration at or above a unit; political bodies belong to none', () => {
  expect(
    administrations(
      stands('rf', 'regionfullmaktige', null),
      stands('rs', 'regionstyrelse', 'rf'),
      stands('omrade', 'omrade', 'rs'),
      stands('f', 'Socialförvaltning', 'omrade'),
      stands('a', 'avdelning', 'f'),
      stands('e', 'enhet', 'a'),
    ),
  ).toEqual({ RF: null, RS: null, OMRADE: 'OMRADE', F: 'F', A: 'F', E: 'F' });
});

it('is the highest unit below the nearest political body where no administration is named', () => {
  expect(
    administrations(
      stands('f', 'forvaltning', null),
      stands('n', 'namnd', 'f'),
      stands('kontor', 'kontor', 'n'),
      stands('a', 'avdelning', 'kontor'),
      stands('u', 'utskott', 'n'),
      stands('s', 'sekretariat', 'u'),
    ),
  ).toEqual({ F: 'F', N: null, KONTOR: 'KONTOR', A: 'KONTOR', U: null, S: 'S' });
});

it('is the unit at the top where there are no political bodies', () => {
  expect(administrations(stands('v', 'verk', null), stands('a', 'avdelning', 'v'))).toEqual({
    V: 'V',
    A: 'V',
  });
});
