import type { LedgerStore } from '#ledger';
import type { Step } from '#scenarios';
import { narrate, recordingOf, type ChangeEventData } from '#structure';
import type { Position } from '#temporal';
import type { OrganisationMemory } from '../organisation-memory.js';
import { refusal, type AnyRefusal } from '../refusal.js';

/** How many of them are told at most. */
const MOST_TOLD = 50;

/** What was recorded since the base of a scenario's steps that they rest on, each as a refusal. */
export async function movesSince(
  ledger: LedgerStore,
  memory: OrganisationMemory,
  base: Position,
  steps: readonly Step[],
): Promise<AnyRefusal[]> {
  const reads = new Set(steps.flatMap((step) => step.reads));
  const moves: AnyRefusal[] = [];
  const range = { after: base, upTo: memory.position };
  for await (const events of ledger.stream(memory.organisation.id, range)) {
    for (const { touches, type, data, position } of events) {
      if (moves.length >= MOST_TOLD || !touches.some((key) => reads.has(key))) continue;
      if (recordingOf(type) === undefined) continue;
      moves.push(moved(memory, (data as unknown as ChangeEventData).change, position));
    }
  }
  return moves;
}

function moved(
  { timeline }: OrganisationMemory,
  id: ChangeEventData['change'],
  position: Position,
): AnyRefusal {
  const change = timeline.changes.get(id);
  const version = change?.versions.findLast(({ knownFrom }) => knownFrom <= position) ?? change?.versions[0];
  const said = version && narrate(timeline, version, position);
  return {
    ...refusal('BASE_MOVED', {
      sv: `Sedan dess har registrerats (position ${position}): ${said?.sv ?? id}. Flytta scenariot till den nya basen.`,
      en: `Recorded since (position ${position}): ${said?.en ?? id}. Rebase the scenario.`,
    }),
    changes: [id],
  };
}
