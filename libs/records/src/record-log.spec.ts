import { expect, it } from '@jest/globals';
import { instant, type Position } from '#temporal';
import { z } from 'zod';
import { logOfRecord } from './record-log.js';
import { defineRecordKind, recordKinds, type RecordId } from './record-kind.js';
import { applyRecord, logRecord, type RecordEventData } from './recorded-record.js';
import { Register, type RecordRecording } from './register.js';

const note = defineRecordKind<{ text: string }>({
  kind: 'note',
  event: 'NoteTaken',
  schema: z.strictObject({ text: z.string() }),
  map: (payload) => payload,
  title: ({ text }) => text,
  sentence: ({ text }) => ({ sv: text, en: text }),
});

const ID = '00000000-0000-4000-8000-000000000001' as RecordId;
const OTHER = '00000000-0000-4000-8000-000000000002' as RecordId;

/** The register after some events, at positions from 1 on. */
function recorded(...events: [RecordRecording, RecordEventData][]): Register {
  const register = new Register(recordKinds(note));
  for (const [i, [recording, data]] of events.entries()) {
    const position = (i + 1) as Position;
    const time = instant(`2024-01-0${position}T12:00:00Z`);
    applyRecord(register, data, position);
    logRecord(register, recording, data, {
      position,
      recordedAt: time,
      knownAt: time,
      actor: 'registrar',
      reason: `event ${position}`,
    });
  }
  return register;
}

const says = (record: RecordId, text: string): RecordEventData => ({
  record,
  kind: 'note',
  payload: { text },
});

const REGISTER = recorded(
  ['recorded', says(ID, 'first')],
  ['recorded', says(OTHER, 'other')],
  ['corrected', says(ID, 'second')],
  ['withdrawn', { record: ID }],
);

it('has every event about the record with what it said, first to last', () => {
  expect(
    logOfRecord(REGISTER, ID, 4).map(({ position, recording, reason, version }) => [
      position,
      recording,
      reason,
      version?.payload,
    ]),
  ).toEqual([
    [1, 'recorded', 'event 1', { text: 'first' }],
    [3, 'corrected', 'event 3', { text: 'second' }],
    [4, 'withdrawn', 'event 4', undefined],
  ]);
});

it('has nothing that came after the position', () => {
  expect(logOfRecord(REGISTER, ID, 3).map(({ recording }) => recording)).toEqual(['recorded', 'corrected']);
  expect(logOfRecord(REGISTER, ID, 2)).toHaveLength(1);
  expect(logOfRecord(REGISTER, OTHER, 1)).toEqual([]);
  expect(logOfRecord(REGISTER, 'no such record', 4)).toEqual([]);
});
