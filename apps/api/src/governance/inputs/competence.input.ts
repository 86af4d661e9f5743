import { Field, ID, InputType } from '@nestjs/graphql';
import type { Scope } from '#governance';
import type { ChangeKind } from '#structure';
import { ChangeKindEnum } from '../../schema/enums.js';
import { ScopeEnum } from '../../schema/governance-enums.js';
import { EdtfDateScalar } from '../../schema/scalars.js';
import { RecordCircumstances } from './record-circumstances.input.js';

@InputType({ isOneOf: true, description: 'Whose decision it takes.' })
export class CompetentBodyInput {
  @Field(() => Boolean, { nullable: true, description: 'True: the board whose area it is.' })
  readonly board?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'This body.' })
  readonly unit?: string | null;

  @Field(() => String, { nullable: true, description: 'Any body of this unit type.' })
  readonly type?: string | null;
}

@InputType({
  description:
    'Which body’s decision a kind of change takes. Without a rule: across boards and in the political organisation the assembly’s, within the area of a board that board’s.',
})
export class CompetenceRecord extends RecordCircumstances {
  @Field(() => EdtfDateScalar, { nullable: true, description: 'From when it holds; absent: always.' })
  readonly from?: string | null;

  @Field(() => EdtfDateScalar, {
    nullable: true,
    description: 'Until when, this day not included; absent: until another rule.',
  })
  readonly until?: string | null;

  @Field(() => ScopeEnum, { description: 'Where the change happens.' })
  readonly scope!: Scope;

  @Field(() => [ChangeKindEnum], { nullable: true, description: 'The kinds of change; absent: all.' })
  readonly changes?: readonly ChangeKind[] | null;

  @Field(() => CompetentBodyInput, { description: 'Whose decision it takes.' })
  readonly by!: CompetentBodyInput;

  @Field(() => [ID], { nullable: true, description: 'Bodies that may decide by delegation.' })
  readonly delegatedTo?: readonly string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'The law, standing orders or delegation order that says so.',
  })
  readonly authority?: string | null;
}
