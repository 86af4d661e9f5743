import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'A code of a unit; unique within its scheme on any date.' })
export class Code {
  @Field(() => String, { description: 'The scheme, such as `hsa`, or `import` for keys of imports.' })
  readonly scheme!: string;

  @Field(() => String, { description: 'The code.' })
  readonly value!: string;
}

export function codesOf(codes: Readonly<Record<string, string>>): Code[] {
  const list: Code[] = [];
  for (const scheme in codes) list.push({ scheme, value: codes[scheme]! });
  return list;
}
