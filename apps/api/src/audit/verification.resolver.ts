import { Args, ArgsType, Field, Query, Resolver } from '@nestjs/graphql';
import { Timelines } from '#chronicle';
import type { Position } from '#temporal';
import { CodedError } from '../refusals/coded-error.js';
import { CheckpointInput, Verification } from './verification.type.js';
import { Verifier } from './verifier.js';

const MOST_CHECKPOINTS = 100;

@ArgsType()
class VerificationArgs {
  @Field(() => String, { description: 'The slug or id of the organisation.' })
  readonly organisation!: string;

  @Field(() => [CheckpointInput], {
    nullable: true,
    description: 'Points that were kept elsewhere, to hold the history to; at most 100.',
  })
  readonly checkpoints?: readonly CheckpointInput[] | null;
}

@Resolver()
export class VerificationResolver {
  constructor(
    private readonly timelines: Timelines,
    private readonly verifier: Verifier,
  ) {}

  @Query(() => Verification, {
    description:
      'Verifies the hash chain of the ledger, and the scenarios and the read model against it, as `kronika verify` does. One runs at a time (ALREADY_RUNNING), for at most five minutes (TIME_LIMIT).',
  })
  async verification(@Args() { organisation: slug, checkpoints }: VerificationArgs): Promise<Verification> {
    const organisation = await this.timelines.organisation(slug, 'organisation');
    const kept = (checkpoints ?? []).map(({ position, hash }, i) => {
      if (!/^[0-9a-f]{64}$/.test(hash) || i >= MOST_CHECKPOINTS) throw badCheckpoint();
      return { position: position as Position, hash };
    });
    return this.verifier.verify(organisation.id, kept);
  }
}

function badCheckpoint(): CodedError {
  return new CodedError(
    'BAD_USER_INPUT',
    {
      sv: `En kontrollpunkt har en hash om 64 hexadecimala siffror (små bokstäver); högst ${MOST_CHECKPOINTS} anges.`,
      en: `A checkpoint has a hash of 64 hexadecimal digits (lower case); at most ${MOST_CHECKPOINTS} are given.`,
    },
    'checkpoints',
  );
}
