import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Float,
  ID,
  Int,
  ObjectType,
  registerEnumType,
  Resolver,
  Root,
} from 'type-graphql';
import type { Statement as StatementRecord } from '../graph/statements.ts';
import type { CatalogueRecord } from '../model.ts';
import { relationNames, type RelationName } from '../relations.ts';
import type { Context } from './context.ts';
import { spend } from './cost.ts';
import { Node } from './node.ts';
import { Source } from './source.ts';
import type { Soon } from './soon.ts';

/** Relations as GraphQL spells them. */
export const Relation = Object.fromEntries(relationNames.map((name) => [name, name])) as { [R in RelationName]: R };
registerEnumType(Relation, {
  name: 'Relation',
  description:
    'How one entity stands to another, read from the record that states it: a publication is `ABOUT` a theme.',
});

@ObjectType({ description: 'The passage of a source that says so.' })
export class Evidence {
  @Field(() => String, { description: 'The passage, word for word.' })
  text!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Where it stands: the `title` or `text` of the page, or its markup, such as `json-ld`.',
  })
  in?: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Where it starts in that title or text, in UTF-16 code units; null for what stands in the markup.',
  })
  start?: number;

  @Field(() => Int, { nullable: true, description: 'Where it ends.' })
  end?: number;
}

@ObjectType({ description: 'One link of the graph with what it stands on.' })
export class Statement {
  @Field(() => ID, { description: 'Stays the same as long as the statement does.' })
  id!: string;

  @Field(() => Relation, { description: 'How `from` stands to `to`.' })
  relation!: RelationName;

  @Field(() => String, { nullable: true, description: 'The article or section of an instrument that is meant.' })
  provision?: string;

  @Field(() => String, {
    nullable: true,
    description: 'The standing of a country towards an instrument: `ratification`.',
  })
  status?: string;

  @Field(() => String, { nullable: true, description: 'Since when, an ISO date cut to what is known.' })
  date?: string;

  @Field(() => String, { description: 'How it was found: `curated`, `metadata` or `mention`.' })
  method!: string;

  @Field(() => Float, { description: 'From 0 to 1; 0.5 for what a curated source says but nobody has verified.' })
  confidence!: number;

  @Field(() => Evidence, { nullable: true, description: 'The passage that says so, where it was found in a text.' })
  evidence?: Evidence;

  @Field(() => String, { nullable: true, description: 'Who has looked at it.' })
  reviewedBy?: string;

  @Field(() => Int, { description: 'The revision of the graph it came with.' })
  revision!: number;

  @Field(() => Source, { description: 'Where it comes from.' })
  source!: Source;
}

@Resolver(() => Statement)
export class StatementResolver {
  @FieldResolver(() => Node, { description: 'The entity whose record states it.' })
  from(@Root() { from }: StatementRecord, @Ctx() context: Context): Soon<CatalogueRecord | null> {
    return context.loaders.record.load(from);
  }

  @FieldResolver(() => Node, { description: 'The entity it is about.' })
  to(@Root() { to }: StatementRecord, @Ctx() context: Context): Soon<CatalogueRecord | null> {
    return context.loaders.record.load(to);
  }
}

@Resolver(() => Node)
export class NodeStatementsResolver {
  @FieldResolver(() => [Statement], {
    description: 'What the records of all its sources state, each with its provenance, in the order of the records.',
  })
  async statements(
    @Root() { id }: CatalogueRecord,
    @Arg('relation', () => Relation, { nullable: true, description: 'Only those of this relation.' })
    relation: RelationName | undefined,
    @Ctx() context: Context,
  ): Promise<StatementRecord[]> {
    const statements = await context.loaders.statementsFrom.load(id);
    return spend(context, relation ? statements.filter((statement) => statement.relation === relation) : statements);
  }
}
