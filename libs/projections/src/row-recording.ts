import {
  ANNULLED,
  CANCELLED,
  CORRECTED,
  NARROWED,
  recordingOf,
  RESCHEDULED,
  type Recording,
} from '#structure';

/** What `read_model.change` calls what an event does to its change. */
export type RowRecording = Exclude<Recording, 'proposed' | 'blocked'>;

/** The types of events that close what their change said before. */
export const AMENDING_TYPES: readonly string[] = [CORRECTED, RESCHEDULED, CANCELLED, NARROWED, ANNULLED];

/**
 * How an event is written to the read model; undefined if it writes no rows: it is about something beside the
 * structure, or about a change that does not apply. The append, the rebuild and the verification all go by this.
 *
 * @param data as its type's current version has it
 */
export function rowRecording(type: string, data: object): RowRecording | undefined {
  if ('pending' in data && data.pending === true) return undefined;
  const recording = recordingOf(type);
  return recording === 'proposed' || recording === 'blocked' ? undefined : recording;
}
