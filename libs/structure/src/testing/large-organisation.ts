import { impreciseDate, instant, type Position } from '#temporal';
import type { ChangeId, UnitId } from '../ids.js';
import { replay } from '../recorded-event.js';
import type { Reading } from '../reads/reading.js';
import { Timeline } from '../timeline.js';

/** An organisation of so many units, ten under each, established one by one on one day. Events are replayed, not decided. */
export function largeOrganisation(units: number): Reading {
  const timeline = new Timeline();
  const time = instant('2024-01-01T12:00:00Z');
  for (let n = 0; n < units; n++) {
    const parent = n === 0 ? null : numbered('1', Math.floor((n - 1) / 10));
    const unit = { id: numbered('1', n), name: `Område ${(n * 7919) % units}`, type: 'area', parent };
    replay(
      timeline,
      'UnitEstablished',
      {
        change: numbered('2', n) as string as ChangeId,
        changeSet: numbered('3', n),
        kind: 'establish',
        on: '2000-01-01',
        payload: { unit },
        effects: [
          {
            e: 'begin',
            unit: unit.id,
            name: unit.name,
            type: 'area',
            parents: { line: parent },
            codes: { hsa: `H${n}` },
          },
        ],
      },
      {
        position: (n + 1) as Position,
        recordedAt: time,
        knownAt: time,
        actor: 'registrar',
        reason: undefined,
      },
    );
  }
  return { timeline, at: impreciseDate('2020-01-01').latest, position: units };
}

function numbered(kind: string, n: number): UnitId {
  return `0000000${kind}-0000-7000-8000-${n.toString(16).padStart(12, '0')}` as UnitId;
}
