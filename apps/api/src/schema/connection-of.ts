import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { Type } from '@nestjs/common';
import { PageInfo } from './connection.type.js';
import type { Edge, Page } from './page.js';

/** The base of a connection (Relay) over a type: its edges, its nodes, and where the page stands. */
export function connectionOf<N extends object>(
  nodeType: () => Type<N>,
  name: string,
  thing: string,
): Type<Page<N> & { readonly nodes: readonly N[] }> {
  @ObjectType(`${name}Edge`, { description: `A ${thing} in a list.` })
  class ListEdge implements Edge<N> {
    @Field(nodeType, { description: `The ${thing}.` })
    readonly node!: N;

    @Field(() => String, { description: 'Its place in the list, to go on from.' })
    readonly cursor!: string;
  }

  @ObjectType({ isAbstract: true })
  class List {
    @Field(() => [ListEdge], { description: `Each ${thing} with its cursor.` })
    readonly edges!: readonly ListEdge[];

    @Field(() => [nodeType()], { description: `Each ${thing}.` })
    get nodes(): readonly N[] {
      return this.edges.map(({ node }) => node);
    }

    @Field(() => PageInfo, { description: 'What is before and after.' })
    readonly pageInfo!: PageInfo;

    @Field(() => Int, { description: 'How many match in all.' })
    readonly totalCount!: number;
  }
  return List;
}
