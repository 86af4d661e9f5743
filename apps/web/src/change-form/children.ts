import { OTHER, type Draft } from './draft.js';
import { referenceOf, type ActedOn } from './part.js';

interface Going {
  readonly leaveChildren?: true;
  readonly children?: { child: string; to: string }[];
}

/** Where children go, as the server takes it; null: one goes to a unit that has not been chosen. */
export function childrenOf(draft: Draft, acted: ActedOn | null): Going | null {
  const { children, rest, leaveChildren, kind } = draft;
  if (leaveChildren) return { leaveChildren: true };
  const others = kind === 'SPLIT' && rest !== '' ? (acted?.children ?? []) : [];
  const going = { ...Object.fromEntries(others.map(({ id }) => [id, rest])), ...children };
  const mapped = Object.entries(going).map(([child, to]) => ({ child, to: placeOf(draft, to) }));
  if (!mapped.every(isChosen)) return null;
  return mapped.length === 0 ? {} : { children: mapped };
}

/** The unit that a destination means: a part's own, or the unit itself; null: none is chosen. */
export function placeOf({ parts }: Pick<Draft, 'parts'>, destination: string): string | null {
  if (destination === '' || destination === OTHER) return null;
  const part = parts.find(({ key }) => key === destination);
  return part === undefined ? destination : referenceOf(part);
}

function isChosen(going: { child: string; to: string | null }): going is { child: string; to: string } {
  return going.to !== null;
}
