import { GraphQLJSONObject } from 'graphql-scalars';
import {
  Args,
  ArgsType,
  Ctx,
  Extensions,
  Field,
  ID,
  Int,
  Mutation,
  ObjectType,
  registerEnumType,
  Resolver,
} from 'type-graphql';
import type { GivenPage } from '../draft-reader.ts';
import { fileDraft, type Filed } from '../filing.ts';
import type { Context } from './context.ts';
import { badInput, busy } from './errors.ts';
import { reasonRule, write } from './write.ts';

/** Where a draft went. */
export const FiledIn = { GRAPH: 'graph', REVIEW: 'review', UNCHANGED: 'unchanged' } as const;
registerEnumType(FiledIn, {
  name: 'FiledIn',
  description: 'Where a page went: into the catalogue, into `reviews`, or nowhere, as it said nothing new.',
});

@ArgsType()
export class IngestPageArguments {
  @Field(() => String, {
    nullable: true,
    description: 'The HTML of a page. Give this, or `text`, or `file`, or `url` alone.',
  })
  html?: string;

  @Field(() => String, { nullable: true, description: 'The text of a page.' })
  text?: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The bytes of a page in Base64 (RFC 4648, 4): HTML or text in any encoding, Markdown, a PDF that has a text layer. ' +
      'A request of 5,000,000 bytes has room for about 3,700,000.',
  })
  file?: string;

  @Field(() => String, {
    nullable: true,
    description:
      'What `file` is called, such as `report.pdf`: where the page has no address, that is its source; `.md` is Markdown.',
  })
  name?: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The address of the page. Without `html`, `text` and `file` it is fetched: politely, as its robots.txt allows, and never ' +
      'from private addresses.',
  })
  url?: string;

  @Field(() => Boolean, { defaultValue: true, description: 'False: only say what was read, and write nothing.' })
  write!: boolean;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'True: into `reviews` whatever is sure, so that somebody looks at it before it goes in. A page that was rejected ' +
      'stays so.',
  })
  ask!: boolean;

  @Field(() => String, { nullable: true, description: reasonRule })
  reason?: string;
}

@ObjectType({
  description:
    'The words of a page, which its evidence counts in. They are in this answer and nowhere else: nothing of them is kept ' +
    'but the evidence. E-mail addresses and telephone numbers are covered by dots.',
})
export class ReadPage {
  @Field(() => String, { description: 'Its title; evidence `from: "title"` stands here.' })
  title!: string;

  @Field(() => String, {
    description:
      'Its main content, a line for each block, at most 200,000 characters; evidence `from: "text"` stands here, from ' +
      '`start` to `end` in UTF-16 code units.',
  })
  text!: string;
}

@ObjectType({ description: 'What was read off a page, and what became of it.' })
export class IngestedPage {
  @Field(() => Int, { description: 'The revision of the catalogue that this answer sees: the write is in it.' })
  revision!: number;

  @Field(() => GraphQLJSONObject, {
    nullable: true,
    description: 'The draft, as `ingest` prints it: ids where names were linked, and the evidence for each value.',
  })
  draft!: object | null;

  @Field(() => ReadPage, { nullable: true, description: 'The words it was made of; null where there is no draft.' })
  page!: ReadPage | null;

  @Field(() => String, { nullable: true, description: 'Why there is no draft.' })
  skipped!: string | null;

  @Field(() => FiledIn, { nullable: true, description: 'Where it went; null where nothing was to be written.' })
  filed!: Filed['filed'] | null;

  @Field(() => ID, { nullable: true, description: 'The publication, or the question in `reviews`.' })
  id!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Where it is in the catalogue but for links that are not sure: the question in `reviews` about those.',
  })
  question!: string | null;

  @Field(() => [String], { description: 'Why it, or what of it, waits in `reviews`.' })
  waits!: string[];
}

@Resolver()
export class IngestPageResolver {
  @Extensions({ role: 'curator' })
  @Mutation(() => IngestedPage, {
    description:
      'Reads a page: what is sure goes into the catalogue, the rest waits in `reviews`. The same page again changes ' +
      'nothing. Needs the key of a curator.',
  })
  async ingestPage(
    @Ctx() context: Context,
    @Args(() => IngestPageArguments) given: IngestPageArguments,
  ): Promise<IngestedPage> {
    return ingest(context, given);
  }
}

async function ingest(context: Context, given: IngestPageArguments): Promise<IngestedPage> {
  const reading = context.catalogue.drafts.read(pageOf(given));
  if (!reading) throw busy('Too many pages are being read. Nothing was done; try again in a second.');
  const read = await reading;
  const tell = (filed: Partial<Filed>, rest: object | null): IngestedPage => ({
    revision: context.projection.revision,
    draft: rest,
    page: rest && 'page' in read ? read.page : null,
    skipped: filed.skipped?.reason ?? null,
    filed: filed.filed ?? null,
    id: filed.id ?? null,
    question: filed.question ?? null,
    waits: filed.waits ?? [],
  });
  if ('skipped' in read) return tell(read, null);
  const retrieved = new Date().toISOString().slice(0, 10);
  const done = await write(context, given.reason, (store, act) =>
    fileDraft(store, read.draft, { write: given.write, ask: given.ask, act, retrieved }),
  );
  const { filed: _filed, id: _id, question: _question, waits: _waits, skipped: _skipped, ...rest } = done;
  return tell(done, rest);
}

/** The page that the arguments mean; throws where they mean none, or two. */
function pageOf({ html, text, file, name, url }: IngestPageArguments): GivenPage {
  const given = Object.entries({ html, text, file }).flatMap(([as, value]) => (value === undefined ? [] : as));
  if (given.length > 1) throw badInput(`Both ${given[0]} and ${given[1]} were given; give one of them.`);
  if (url !== undefined && !(URL.canParse(url) && /^https?:/i.test(url)))
    throw badInput(
      `url: ${JSON.stringify(url.slice(0, 200))} is not a whole address such as https://example.org/page.`,
    );
  if (html !== undefined) return { bytes: Buffer.from(html), contentType: 'text/html; charset=utf-8', url };
  if (text !== undefined) return { bytes: Buffer.from(text), contentType: 'text/plain; charset=utf-8', url };
  if (file !== undefined) return { bytes: bytesOf(file), ...namedAs(name), url };
  if (url === undefined) throw badInput('No page was given; give html, text, file or url.');
  return { url };
}

/** Decodes Base64; `Buffer` would leave out whatever is none. */
function bytesOf(file: string): Uint8Array {
  if (file.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(file))
    throw badInput('file: it is not Base64 with + and /, padded with =, on one line.');
  return Buffer.from(file, 'base64');
}

const longestName = 200;

/** The file name alone: a person's folders are nobody's business. */
function namedAs(name: string | undefined): { file?: string; contentType?: string } {
  const own = name?.split(/[\\/]/).at(-1)!.trim();
  if (!own) return {};
  if (own.length > longestName) throw badInput(`name: it has ${own.length} characters; the limit is ${longestName}.`);
  return { file: own, ...(/\.(md|markdown)$/i.test(own) && { contentType: 'text/markdown' }) };
}
