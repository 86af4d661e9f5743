import { Inject, Injectable } from '@nestjs/common';
import { LEDGER, now } from '#chronicle';
import {
  verifyLedger,
  type Checkpoint,
  type LedgerStore,
  type OrganisationId,
  type ReadRange,
} from '#ledger';
import type { ReadModelVerification } from '#projections';
import type { ScenariosVerdict } from '#scenarios';
import { OneAtATime } from '../network/one-at-a-time.js';
import { CodedError } from '../refusals/coded-error.js';
import type { PartVerified, Verification } from './verification.type.js';

/** How long a verification may take, in milliseconds. */
export const LONGEST_VERIFICATION_MS = 5 * 60_000;

/** What is verified beside the ledger. */
export interface Verifications {
  readonly scenarios: (organisation: OrganisationId) => Promise<ScenariosVerdict>;
  /** `onProgress` may throw to stop it. */
  readonly readModel: (
    organisation: OrganisationId,
    onProgress: () => void,
  ) => Promise<ReadModelVerification>;
}

/** Injection token of `Verifications`. */
export const VERIFICATIONS = Symbol('Verifications');

const FINE = { ok: true, problem: null, position: null, scenario: null, message: null } as const;

/** Verifies ledgers, one at a time, each within a time limit. */
@Injectable()
export class Verifier {
  private readonly turn = new OneAtATime();

  constructor(
    @Inject(LEDGER) private readonly ledger: LedgerStore,
    @Inject(VERIFICATIONS) private readonly beside: Verifications,
  ) {}

  /** @throws CodedError ALREADY_RUNNING, TIME_LIMIT */
  verify(
    organisation: OrganisationId,
    checkpoints: readonly Checkpoint[],
    limit = LONGEST_VERIFICATION_MS,
  ): Promise<Verification> {
    return this.turn.run(() => this.run(organisation, checkpoints, Date.now() + limit));
  }

  private async run(
    organisation: OrganisationId,
    checkpoints: readonly Checkpoint[],
    deadline: number,
  ): Promise<Verification> {
    const startedAt = now();
    const started = performance.now();
    const checkTime = () => {
      if (Date.now() >= deadline) throw timeIsUp();
    };
    const parts: PartVerified[] = [];
    const told = (more: { position?: number; hash?: string; scenarios?: number }): Verification => ({
      ok: parts.every(({ ok }) => ok),
      parts,
      position: more.position ?? null,
      hash: more.hash ?? null,
      scenarios: more.scenarios ?? null,
      checkpoints: checkpoints.length,
      startedAt,
      took: Math.round(performance.now() - started),
    });
    const chain = await verifyLedger(watched(this.ledger, checkTime), organisation, checkpoints);
    if (!chain.ok) {
      const { position, problem, message } = chain;
      parts.push({ part: 'ledger', ok: false, problem, position, scenario: null, message });
      return told({});
    }
    parts.push({ part: 'ledger', ...FINE });
    checkTime();
    const { position, hash } = chain;
    const planned = await this.beside.scenarios(organisation);
    if (!planned.ok) {
      const { scenario, problem, message } = planned;
      parts.push({ part: 'scenarios', ok: false, problem, position: null, scenario, message });
      return told({ position, hash });
    }
    parts.push({ part: 'scenarios', ...FINE });
    const model = await this.beside.readModel(organisation, checkTime);
    parts.push(model.ok ? { part: 'read model', ...FINE } : differing(model));
    return told({ position, hash, scenarios: planned.scenarios });
  }
}

function differing({ position, table }: Extract<ReadModelVerification, { ok: false }>): PartVerified {
  return {
    part: 'read model',
    ok: false,
    problem: 'READ_MODEL',
    position,
    scenario: null,
    message: {
      sv: `Läsmodellens tabell ${table} säger något annat än händelserna (kör kronika rebuild).`,
      en: `The table ${table} of the read model says something else than the events (run kronika rebuild).`,
    },
  };
}

/** The same ledger, whose stream of stored events is left when the time is up. */
function watched(ledger: LedgerStore, checkTime: () => void): LedgerStore {
  async function* streamStored(organisation: OrganisationId, range?: ReadRange) {
    for await (const batch of ledger.streamStored(organisation, range)) {
      checkTime();
      yield batch;
    }
  }
  return Object.create(ledger, { streamStored: { value: streamStored } }) as LedgerStore;
}

function timeIsUp(): CodedError {
  return new CodedError('TIME_LIMIT', {
    sv: 'Kontrollen tog längre tid än den får. Kör kronika verify på servern.',
    en: 'The verification took longer than it may. Run kronika verify on the server.',
  });
}
