import type { Recording } from './change.js';
import type { Draft } from './draft.js';
import { unitsOf, type Effect } from './effect.js';
import { KINDS, type ChangeKind } from './kinds/index.js';
import { CORRECTED, ENACTED, RESCHEDULED } from './recorded-event.js';

/** The event that gives a change its content, by the draft that does. */
export function eventOf({ draft }: Draft, kind: ChangeKind): [type: string, recording: Recording] {
  switch (draft) {
    case 'correct':
      return [CORRECTED, 'corrected'];
    case 'reschedule':
      return [RESCHEDULED, 'rescheduled'];
    case 'enact':
      return [ENACTED, 'enacted'];
    default:
      return [KINDS[kind].event, 'recorded'];
  }
}

/** The keys under which others may have read what the effects change. */
export function touchesOf(effects: readonly Effect[]): string[] {
  const touches = new Set<string>();
  for (const effect of effects) {
    for (const unit of unitsOf(effect)) touches.add(unit);
    if (effect.e === 'begin') {
      for (const parent of Object.values(effect.parents))
        if (parent !== null) touches.add(`children:${parent}`);
      for (const [scheme, code] of Object.entries(effect.codes)) touches.add(`code:${scheme}:${code}`);
    } else if (effect.e === 'set' && effect.value !== null) {
      if (effect.field.startsWith('parent:')) touches.add(`children:${effect.value}`);
      if (effect.field.startsWith('code:')) touches.add(`${effect.field}:${effect.value}`);
    }
  }
  return [...touches];
}
