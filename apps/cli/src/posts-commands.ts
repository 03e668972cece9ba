import { parsePost, type Post } from '@duban/kernel';
import { InvalidArgumentError, type Command } from 'commander';
import type { AdoptOptions, KeepOptions, PostsOptions } from './commands/posts.command.ts';
import type { Environment } from './environment.ts';
import type { helpTexts } from './texts/help.texts.ts';

type Key = keyof typeof helpTexts;
type Making = {
  readonly say: (key: Key) => string;
  readonly env: Environment;
  readonly setExitCode: (code: number) => void;
};
type Make = (name: string, description: Key) => Command;

const postOf = (text: string): Post => {
  const post = parsePost(text);
  if (post === null) throw new InvalidArgumentError('security-admin@cq-information-centre, …');
  return post;
};

const keep = (command: Command, say: Making['say']): Command =>
  command
    .argument('<person>', say('person'))
    .argument('<post>', say('post'), postOf)
    .requiredOption('--basis <text>', say('postBasis'))
    .option('--as <person>', say('as'));

/** `duban posts …`: the first post of an installation, and all of them after an upgrade. */
export const postsCommands = (command: Make, { say, env, setExitCode }: Making): readonly Command[] => [
  command('list', 'postsList').action(async (options: PostsOptions) => {
    const { runPostsList } = await import('./commands/posts.command.ts');
    setExitCode(await runPostsList(options, env));
  }),
  keep(command('grant', 'postsGrant'), say)
    .option('--from <date>', say('postFrom'))
    .option('--until <date>', say('postUntil'))
    .action(async (person: string, post: Post, options: KeepOptions) => {
      const { runPostsGrant } = await import('./commands/posts.command.ts');
      setExitCode(await runPostsGrant(person, post, options, env));
    }),
  keep(command('end', 'postsEnd'), say)
    .option('--last-day <date>', say('postLastDay'))
    .action(async (person: string, post: Post, options: KeepOptions) => {
      const { runPostsEnd } = await import('./commands/posts.command.ts');
      setExitCode(await runPostsEnd(person, post, options, env));
    }),
  command('adopt', 'postsAdopt')
    .option('--basis <text>', say('adoptBasis'))
    .option('--until <date>', say('postUntil'))
    .option('--as <person>', say('as'))
    .action(async (options: AdoptOptions) => {
      const { runPostsAdopt } = await import('./commands/posts.command.ts');
      setExitCode(await runPostsAdopt(options, env));
    }),
];
