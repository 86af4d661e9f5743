import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { RequestContext } from '../request-context.js';
import { RegisterOrganisationInput } from './mutation.inputs.js';
import { RegistrationPayload } from './recording-payload.type.js';
import { Recording } from './recording.js';

@Resolver()
export class RegistrationResolver {
  constructor(private readonly recording: Recording) {}

  @Mutation(() => RegistrationPayload, { description: 'An organisation whose units will be tracked.' })
  registerOrganisation(
    @Args('input', { description: 'Which.' }) input: RegisterOrganisationInput,
    @Context() context: RequestContext,
  ): Promise<RegistrationPayload> {
    return this.recording.register(input, context);
  }
}
