import { describe, expect, test } from '@jest/globals';
import { GOVERNANCE_KINDS } from '#governance';
import { chronicleEventTypes } from '#ledger';
import { MEASURE_KINDS } from '#measures';
import { RECORD_CORRECTED, RECORD_WITHDRAWN, recordRecordingOf } from '#records';
import {
  ANNULLED,
  BLOCKED,
  CANCELLED,
  CORRECTED,
  ENACTED,
  NARROWED,
  PROPOSED,
  RECORDED_TYPES,
  recordingOf,
  RESCHEDULED,
  SUSPENDED,
} from '#structure';

const records = new Map([...GOVERNANCE_KINDS, ...MEASURE_KINDS]);
const recordEvents = [...records.values()].map(({ event }) => event);

describe('the event types that the ledger knows', () => {
  test.each([
    ...RECORDED_TYPES,
    ...[CORRECTED, RESCHEDULED, CANCELLED, NARROWED, PROPOSED, ENACTED, BLOCKED, ANNULLED, SUSPENDED],
    ...recordEvents,
    ...[RECORD_CORRECTED, RECORD_WITHDRAWN],
  ])('%s is one of them', (type) => {
    expect(chronicleEventTypes.names()).toContain(type);
  });

  test('each is about one thing: the organisation, a change or a record', () => {
    const about = (type: string) => [
      ...(type === 'OrganisationRegistered' ? ['organisation'] : []),
      ...(recordingOf(type) === undefined ? [] : ['change']),
      ...(recordRecordingOf(records, type) === undefined ? [] : ['record']),
    ];
    expect(chronicleEventTypes.names().filter((type) => about(type).length !== 1)).toEqual([]);
  });

  test('no two kinds have the same event, or the same name', () => {
    const events = [...RECORDED_TYPES, ...recordEvents];
    expect(new Set(events).size).toBe(events.length);
    expect(records.size).toBe(GOVERNANCE_KINDS.size + MEASURE_KINDS.size);
  });
});
