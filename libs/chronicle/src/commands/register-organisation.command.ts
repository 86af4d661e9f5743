import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { newId } from '../new-id.js';
import type { LedgerStore, Organisation, OrganisationId } from '#ledger';
import { IMPORT_KEYS } from '#structure';
import type { Instant } from '#temporal';
import { refusal, type AnyRefusal } from '../refusal.js';
import { LEDGER } from '../tokens.js';

export type RegistrationOutcome =
  | { readonly outcome: 'registered' | 'repeated'; readonly organisation: Organisation }
  | { readonly outcome: 'refused'; readonly refusals: readonly AnyRefusal[] };

export interface RegistrationTerms {
  readonly actor: string;
  readonly idempotencyKey?: string | undefined;
  readonly reason?: string | undefined;
  /** Code scheme in which an import keeps its keys; default `import`. */
  readonly keyScheme?: string | undefined;
  /** Backdated import: no later than the first thing the register knew. */
  readonly knownAt?: Instant | undefined;
}

/** An organisation whose units will be tracked. */
export class RegisterOrganisation extends Command<RegistrationOutcome> {
  constructor(
    /** Lower-case letters, digits and inner hyphens, at most 63; unique. */
    readonly slug: string,
    readonly name: string,
    readonly terms: RegistrationTerms,
  ) {
    super();
  }
}

const SLUG = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const NAME = /^[^\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]{1,500}$/u;

@CommandHandler(RegisterOrganisation)
export class RegisterOrganisationHandler implements ICommandHandler<RegisterOrganisation> {
  constructor(@Inject(LEDGER) private readonly ledger: LedgerStore) {}

  async execute({ slug, name, terms }: RegisterOrganisation): Promise<RegistrationOutcome> {
    const called = name.trim().normalize('NFC');
    if (!SLUG.test(slug)) return refuse('INVALID_SLUG', 'slug');
    if (!NAME.test(called)) return refuse('INVALID_NAME', 'name');
    const { actor, reason, knownAt, keyScheme } = terms;
    const outcome = await this.ledger.register({
      id: newId() as OrganisationId,
      slug,
      name: called,
      ...(keyScheme === undefined || keyScheme === IMPORT_KEYS ? {} : { keyScheme }),
      eventId: newId(),
      idempotencyKey: terms.idempotencyKey ?? newId(),
      actor,
      ...(reason === undefined ? {} : { reason }),
      ...(knownAt === undefined ? {} : { knownAt }),
    });
    if (outcome.outcome === 'registered')
      return { outcome: 'registered', organisation: outcome.organisation };
    if (outcome.outcome === 'duplicate') {
      return outcome.mismatch
        ? refuse('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey')
        : { outcome: 'repeated', organisation: outcome.organisation };
    }
    return outcome.reason === 'KNOWN_AT_FUTURE'
      ? refuse('KNOWN_AT_IN_FUTURE', 'knownAt')
      : refuse('SLUG_TAKEN', 'slug');
  }
}

const MESSAGES = {
  INVALID_SLUG: {
    sv: 'Kortnamnet ska ha 1 till 63 små bokstäver a–z, siffror och bindestreck inuti.',
    en: 'A slug has 1 to 63 lower-case letters a–z, digits and inner hyphens.',
  },
  INVALID_NAME: {
    sv: 'Namnet ska ha 1 till 500 synliga tecken.',
    en: 'A name has 1 to 500 visible characters.',
  },
  SLUG_TAKEN: {
    sv: 'En annan organisation har redan detta kortnamn.',
    en: 'Another organisation has this slug already.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    sv: 'Samma idempotencyKey har använts för något annat.',
    en: 'The same idempotencyKey has been used for something else.',
  },
  KNOWN_AT_IN_FUTURE: { sv: 'Kunskapstiden ligger i framtiden.', en: 'The knowledge time is in the future.' },
} as const;

function refuse(code: keyof typeof MESSAGES, field: string): RegistrationOutcome {
  return { outcome: 'refused', refusals: [refusal(code, MESSAGES[code], field)] };
}
