import {
  inKeyOrder,
  type ChangeContent,
  type ChangeId,
  type ChangeKind,
  type ContentEventData,
  type DecidedEvent,
  type Draft,
  type Payload,
} from '#structure';
import { impreciseDate } from '#temporal';

/** What a command says beside its content, as the import format has it. */
interface Said {
  /** The name that its source gives the change or amendment. */
  readonly id?: string;
  readonly reason?: string;
  readonly basis?: Record<string, unknown>;
  readonly source?: unknown;
  readonly digest?: string;
}

interface Content {
  readonly kind: ChangeKind;
  /** EDTF, as written. */
  readonly on: string;
  /** Bound: units are named by their ids, those that begin as well. */
  readonly payload: Payload;
}

/**
 * One change or amendment of a scenario, in the form in which it can be decided again on another base: units and
 * changes are named by ids, so that it means the same ones, and begins the same ones, wherever it is decided.
 */
export type ScenarioCommand = Said &
  (
    | ({ readonly does: 'change'; readonly change: ChangeId } & Content)
    | ({ readonly does: 'correct'; readonly change: ChangeId } & Content)
    | { readonly does: 'reschedule'; readonly change: ChangeId; readonly on: string }
    | { readonly does: 'cancel'; readonly change: ChangeId }
  );

/** The command to decide again what a draft was decided to. */
export function commandOf(draft: Draft, { data }: DecidedEvent): ScenarioCommand {
  const { id, reason, basis, source, digest } = draft;
  const said: Said = {
    ...(id === undefined ? {} : { id }),
    ...(reason === undefined ? {} : { reason }),
    ...(basis === undefined ? {} : { basis }),
    ...(source === undefined ? {} : { source }),
    ...(digest === undefined ? {} : { digest }),
  };
  const { change } = data;
  switch (draft.draft) {
    case 'change':
    case 'correct': {
      const { kind, on, payload } = data as ContentEventData;
      return inKeyOrder({ ...said, does: draft.draft, change, kind, on, payload });
    }
    case 'reschedule':
      return inKeyOrder({ ...said, does: 'reschedule', change, on: draft.on.written });
    case 'cancel':
      return inKeyOrder({ ...said, does: 'cancel', change });
    default:
      throw new Error(`A planner does not ${draft.draft}`);
  }
}

/** The command as a draft. */
export function draftOf(command: ScenarioCommand): Draft {
  switch (command.does) {
    case 'change': {
      const { does: _, change, kind, on, payload, ...said } = command;
      return { draft: 'change', changeId: change, content: contentOf({ kind, on, payload }), ...said };
    }
    case 'correct': {
      const { does: _, change, kind, on, payload, ...said } = command;
      return { draft: 'correct', change, content: contentOf({ kind, on, payload }), ...said };
    }
    case 'reschedule': {
      const { does: _, change, on, ...said } = command;
      return { draft: 'reschedule', change, on: impreciseDate(on), ...said };
    }
    case 'cancel': {
      const { does: _, change, ...said } = command;
      return { draft: 'cancel', change, ...said };
    }
  }
}

function contentOf({ kind, on, payload }: Content): ChangeContent {
  return { kind, on: impreciseDate(on), payload };
}
