import { Arg, Ctx, Extensions, ID, Mutation, Resolver } from 'type-graphql';
import { merge, undo, withdraw, withdrawSource } from '../graph/retire.ts';
import { holderOf, mustBe } from './access.ts';
import type { Context } from './context.ts';
import { reasonRule, write } from './write.ts';
import { tellWritten, Written } from './written.ts';

@Resolver()
export class RetireResolver {
  @Extensions({ role: 'curator' })
  @Mutation(() => Written, {
    description:
      'Makes one entity of two: the survivor stands on the records of both, and the first id leads to it from now on. ' +
      '`undo` takes it back. Needs the key of a curator.',
  })
  async merge(
    @Ctx() context: Context,
    @Arg('from', () => ID, { description: 'The id that leads to the other from now on.' }) from: string,
    @Arg('into', () => ID, { description: 'The id that stays; of the same kind.' }) into: string,
    @Arg('reason', () => String, { nullable: true, description: reasonRule }) reason?: string,
  ): Promise<Written> {
    const survivor = await write(context, reason, (store, act) => merge(store, act, from, into));
    return tellWritten(context, from, survivor);
  }

  @Extensions({ role: 'curator', admin: 'erase' })
  @Mutation(() => Written, {
    description:
      'Takes an entity out of the catalogue: its id answers `GONE`, with the reason. Or takes back what one source says ' +
      'of it. `undo` brings a whole entity back, unless it was erased. Needs the key of a curator.',
  })
  async withdraw(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'What is withdrawn.' }) id: string,
    @Arg('reason', () => String, { description: reasonRule }) reason: string,
    @Arg('source', () => String, {
      nullable: true,
      description: 'The address or file name of a source: only what it says of the entity is withdrawn.',
    })
    source?: string,
    @Arg('erase', () => Boolean, {
      defaultValue: false,
      description:
        'Delete what was known of it for good, its history too; backups and files that were exported stay as they ' +
        'are. Needs the key of an admin.',
    })
    erase?: boolean,
  ): Promise<Written> {
    if (erase) mustBe(holderOf(context), 'admin', 'erase: true');
    await write(context, reason, (store, act) =>
      source === undefined
        ? withdraw(store, { ...act, reason }, id, erase)
        : withdrawSource(store, act, id, source, erase),
    );
    return tellWritten(context, id);
  }

  @Extensions({ role: 'curator' })
  @Mutation(() => Written, {
    description: 'Takes a merge or a withdrawal back. Needs the key of a curator.',
  })
  async undo(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'The id that was merged or withdrawn.' }) id: string,
    @Arg('reason', () => String, { nullable: true, description: reasonRule }) reason?: string,
  ): Promise<Written> {
    await write(context, reason, (store, act) => undo(store, act, id));
    return tellWritten(context, id);
  }
}
