import {
  ANNULLED,
  CANCELLED,
  CORRECTED,
  NARROWED,
  recordingOf,
  RESCHEDULED,
  SUSPENDED,
  type ChangeEventData,
  type ContentEventData,
  type Recording,
} from '#structure';

/** What `read_model.change` calls what an event does to its change. */
export type RowRecording = Exclude<Recording, 'proposed' | 'blocked'>;

/** The types of events that close what their change said before. */
export const AMENDING_TYPES: readonly string[] = [
  ...[CORRECTED, RESCHEDULED, CANCELLED, NARROWED, ANNULLED, SUSPENDED],
];

/**
 * How an event is written to the read model; undefined if it writes no rows: it is about something beside the
 * structure, or about a change that does not apply. The append, the rebuild and the verification all go by this.
 *
 * @param data as its type's current version has it
 */
export function rowRecording(type: string, data: object): RowRecording | undefined {
  const recording = recordingOf(type);
  if (recording === 'suspended') return recording;
  if (recording === 'proposed' || recording === 'blocked') return undefined;
  return 'pending' in data && data.pending === true ? undefined : recording;
}

/** Whether a change gets its place among those of its day by the event. */
export function begins(recording: RowRecording): boolean {
  return recording === 'recorded' || recording === 'enacted';
}

/** What the change says from the event on; undefined if nothing, as far as those are concerned that apply. */
export function appliedContent(data: ChangeEventData): ContentEventData | undefined {
  return 'effects' in data && data.pending !== true ? data : undefined;
}
