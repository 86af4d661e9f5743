import type { OrganisationReading } from '#chronicle';
import { matter } from '#governance';
import { lastVersionOf, type RecordId } from '#records';
import { baseOf, type Adoption, type Scenario, type ScenarioStatus, type Target } from '#scenarios';
import type { UnitId } from '#structure';
import { keyOf } from '../question.js';

/** What is said of a scenario without its steps. */
export interface ScenarioAccount {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly status: ScenarioStatus;
  readonly owner: string;
  readonly visibility: string;
  /** The date that it is about. */
  readonly at: string;
  /** The unit under which it plans; null: the whole organisation. */
  readonly root: { readonly id: string; readonly key: string | null; readonly name: string } | null;
  readonly from: NonNullable<Scenario['from']> | null;
  /** Position of the organisation's ledger. */
  readonly base: number;
  /** How many events of the ledger it has not seen. */
  readonly behind: number;
  readonly version: number;
  readonly createdAt: string;
  readonly changedAt: string;
  readonly goals: readonly Target[];
  /** The matters that it is an alternative in. */
  readonly proposals: readonly {
    readonly matter: string;
    readonly number: string | null;
    readonly version: number;
    readonly proposedAt: string;
  }[];
  readonly adoption:
    | (Adoption & {
        /** Of the matter. */
        readonly number: string | null;
        /** What its source calls the decision. */
        readonly called: string | null;
      })
    | null;
}

/** @param recorded the organisation as it is recorded now */
export function scenarioAccount(
  scenario: Scenario,
  recorded: OrganisationReading,
  keys: string,
): ScenarioAccount {
  const { id, name, description, status, owner, visibility, at, root, from, version } = scenario;
  const { createdAt, changedAt, targets, proposals, adoption } = scenario;
  const base = baseOf(scenario);
  return {
    id,
    name,
    description: description ?? null,
    status,
    owner,
    visibility,
    at,
    root: root === undefined ? null : unitCalled(root, recorded, keys),
    from: from ?? null,
    base,
    behind: recorded.ledgerPosition - base,
    version,
    createdAt,
    changedAt,
    goals: targets,
    proposals: proposals.map((proposal) => ({ ...proposal, number: numberOf(proposal.matter, recorded) })),
    adoption:
      adoption === undefined
        ? null
        : {
            ...adoption,
            number: numberOf(adoption.matter, recorded),
            called: nameOf(adoption.decision, recorded),
          },
  };
}

function unitCalled(id: string, reading: OrganisationReading, keys: string) {
  const unit = reading.timeline.units.get(id as UnitId);
  const name = unit?.name.known(reading.position).at(-1)?.value ?? id;
  return { id, key: keyOf(reading, id, keys), name };
}

/** What its source calls a record. */
function nameOf(record: string | undefined, { register }: OrganisationReading): string | null {
  return record === undefined ? null : (register.entries.get(record as RecordId)?.externalId ?? null);
}

/** The number of a matter, by its record. */
function numberOf(
  record: string | undefined,
  { register, ledgerPosition }: OrganisationReading,
): string | null {
  const entry = record === undefined ? undefined : register.entries.get(record as RecordId);
  if (entry === undefined || entry.kind !== matter.kind) return null;
  const payload = lastVersionOf(entry, ledgerPosition)?.payload as { readonly number?: string } | undefined;
  return payload?.number ?? null;
}
