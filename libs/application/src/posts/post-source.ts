import { decodeEventOf } from '@duban/contracts';
import { postsDecider, POSTS_STREAM, postsHeldOn, type HeldOn, type PostsState } from '@duban/domain';
import type { EventReader } from '@duban/event-store';
import type { Clock } from '@duban/kernel';
import { legalDateOf } from '../command/legal-time.ts';
import { loadStream, type LoadedStream } from '../command/loaded-stream.ts';

/** A post that was taken away is gone everywhere after so long, whichever process took it. */
const FRESH_MS = 1_000;

export type PostSource = {
  /** The register as of a moment ago. */
  readonly current: () => Promise<PostsState>;
  /** The posts that this person holds today, under any of their ids. */
  readonly heldToday: (personId: string) => Promise<readonly HeldOn[]>;
};

const kind = { decider: postsDecider, decode: decodeEventOf('posts') };

/** The register of posts as the log has it; reads on from where it was, once a second at most. */
export const postSource = (reader: EventReader, clock: Clock): PostSource => {
  let loaded: LoadedStream<PostsState> | undefined;
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<LoadedStream<PostsState>> | null = null;
  const readOn = async (): Promise<LoadedStream<PostsState>> => {
    const startedAt = performance.now();
    const next = await loadStream(reader, kind, POSTS_STREAM, loaded);
    readAt = startedAt;
    return (loaded = next);
  };
  const current = async (): Promise<PostsState> => {
    if (loaded !== undefined && performance.now() - readAt < FRESH_MS) return loaded.state;
    reading ??= readOn().finally(() => {
      reading = null;
    });
    return (await reading).state;
  };
  return {
    current,
    heldToday: async (personId) => postsHeldOn(await current(), personId, legalDateOf(clock.now())),
  };
};
