import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { legalDateOf, postSource, type CommandOutcome } from '@duban/application';
import type { Config } from '@duban/config';
import { EXIT, type ExitCode } from '@duban/contracts';
import { lastDayOf, type PostCommand } from '@duban/domain';
import type { EventStore } from '@duban/event-store';
import { openLog, openLogToRead } from '@duban/installation';
import { postText, samePost, type Actor, type Post } from '@duban/kernel';
import type { Environment } from '../environment.ts';
import type { Console } from '../output/console.ts';
import { table } from '../output/table.ts';
import { pastPosts, type PastPost } from '../posts/past-posts.ts';
import { postsTexts } from '../texts/posts.texts.ts';
import { running, type CommonOptions } from './command-run.ts';
import { doneOr, registersAtTheMachine } from './registers-at-the-machine.ts';
import { refuseUnwritable } from './written-options.ts';

export type PostsOptions = CommonOptions & { readonly as?: string };
export type KeepOptions = PostsOptions & {
  readonly basis: string;
  readonly from?: string;
  readonly until?: string;
  readonly lastDay?: string;
};
export type AdoptOptions = PostsOptions & { readonly basis?: string; readonly until?: string };

/** Whoever sits at the machine gives the first posts, and is named with what they do. */
const actorOf = ({ tenant }: Config, { as }: PostsOptions): Actor => ({
  id: `person:${as ?? `cli-${userInfo().username}`}`,
  role: 'security-admin',
  organ: `${tenant}-so`,
});

type Send = (command: PostCommand, basis: string) => Promise<CommandOutcome>;

/** Also beside a running server, which takes the posts over within a second. */
const sending = async <Result>(
  config: Config,
  options: PostsOptions,
  work: (send: Send) => Promise<Result>,
): Promise<Result> => {
  const log = await openLog(config);
  try {
    const { posts } = registersAtTheMachine(log.store);
    const actor = actorOf(config, options);
    return await work((command, documentNo) =>
      posts({ ...command, commandId: randomUUID(), actor, basis: { documentNo } }),
    );
  } finally {
    await log.close();
  }
};

/** A question makes no log. @throws CodedError `log.not-there` */
const reading = async <Result>(
  config: Config,
  work: (reader: EventStore) => Promise<Result>,
): Promise<Result> => {
  const reader = await openLogToRead(config);
  try {
    return await work(reader);
  } finally {
    await reader.close();
  }
};

const settled = (outcome: CommandOutcome): 'done' | 'already' =>
  doneOr(outcome).outcome === 'accepted' ? 'done' : 'already';

const keeping = (options: KeepOptions, env: Environment, commandOn: (today: string) => PostCommand) =>
  running(options, env, async ({ console, config }) => {
    refuseUnwritable(options);
    const command = commandOn(legalDateOf(Date.now()));
    return sending(config, options, async (send) => {
      const outcome = settled(await send(command, options.basis));
      const { output, language, report } = console;
      report(output === 'json' ? JSON.stringify({ outcome }) : postsTexts[outcome][language]);
      return EXIT.ok;
    });
  });

export const runPostsList = (options: PostsOptions, env: Environment): Promise<ExitCode> =>
  running(options, env, ({ console, config }) =>
    reading(config, async (reader) => {
      const { output, language, report } = console;
      const known = await postSource(reader, Date).current();
      const rows = known.grants.map((grant) => ({
        ...{ personId: grant.personId, post: postText(grant), from: grant.from },
        until: lastDayOf(grant, known),
      }));
      if (output === 'json')
        report(JSON.stringify({ grants: rows, termEnds: known.termEnds, links: known.links }, null, 2));
      else if (rows.length === 0) report(postsTexts.nobody[language]);
      else report(table(rows.map(({ personId, post, from, until }) => [personId, post, from, until ?? ''])));
      return EXIT.ok;
    }),
  );

/** As it stands in a token, with or without its prefix. */
const personOf = (text: string): string => (text.startsWith('person:') ? text : `person:${text}`);

export const runPostsGrant = (
  person: string,
  post: Post,
  options: KeepOptions,
  env: Environment,
): Promise<ExitCode> =>
  keeping(options, env, (today) => {
    const { from = today, until = null } = options;
    return { type: 'GrantPost', data: { personId: personOf(person), ...post, from, until } };
  });

export const runPostsEnd = (
  person: string,
  post: Post,
  options: KeepOptions,
  env: Environment,
): Promise<ExitCode> =>
  keeping(options, env, (today) => {
    const { lastDay = today } = options;
    return { type: 'EndPost', data: { personId: personOf(person), ...post, lastDay } };
  });

type Adopting = AdoptOptions & { readonly basis: string };
type Adopted = PastPost & { readonly outcome: string };

const isRefused = ({ outcome }: Adopted): boolean => !(outcome in postsTexts);

const adoptOne = async (past: PastPost, { basis, until }: Adopting, send: Send): Promise<Adopted> => {
  const { personId, role, organ } = past;
  const data = { personId, role, organ, from: legalDateOf(Date.now()), until: until ?? null };
  const outcome = await send({ type: 'GrantPost', data }, basis);
  return { ...past, outcome: outcome.outcome === 'rejected' ? outcome.rejected : settled(outcome) };
};

const showAdopted = ({ output, language, report }: Console, adopted: readonly Adopted[]): void => {
  const word = (outcome: string): string =>
    outcome in postsTexts ? postsTexts[outcome as keyof typeof postsTexts][language] : outcome;
  if (output === 'json') report(JSON.stringify({ posts: adopted }, null, 2));
  else if (adopted.length === 0) report(postsTexts.nothingToAdopt[language]);
  else
    report(table(adopted.map((each) => [each.personId, postText(each), each.lastActed, word(each.outcome)])));
};

/** Posts in which people acted and that nobody has granted yet. */
const newIn = async (reader: EventStore): Promise<readonly PastPost[]> => {
  const { grants } = await postSource(reader, Date).current();
  const isKnown = (past: PastPost): boolean =>
    grants.some((known) => known.personId === past.personId && samePost(known, past));
  return (await pastPosts(reader)).filter((past) => !isKnown(past));
};

/** Proposes the posts in which people acted before there was a register; grants them where a document is named. */
export const runPostsAdopt = (options: AdoptOptions, env: Environment): Promise<ExitCode> =>
  running(options, env, async ({ console, config }) => {
    refuseUnwritable(options);
    const { basis } = options;
    const past = await reading(config, newIn);
    const adopted: Adopted[] = [];
    if (basis === undefined) adopted.push(...past.map((each) => ({ ...each, outcome: 'proposed' })));
    else
      await sending(config, options, async (send) => {
        for (const each of past) adopted.push(await adoptOne(each, { ...options, basis }, send));
      });
    showAdopted(console, adopted);
    return adopted.some(isRefused) ? EXIT.refused : EXIT.ok;
  });
