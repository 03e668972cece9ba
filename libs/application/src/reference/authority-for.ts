import { decodeEventOf } from '@duban/contracts';
import {
  bodyDecider,
  bodyStream,
  postsDecider,
  POSTS_STREAM,
  registers,
  type KnownAuthority,
  type PostsState,
  type RegisterCommand,
  type RegisterKind,
} from '@duban/domain';
import type { EventReader } from '@duban/event-store';
import type { CommandEnvelope } from '../command/command-envelope.ts';
import { namedAuthority, readEntry } from '../command/named-authority.ts';

const bodies = { decider: bodyDecider, decode: decodeEventOf('body') };
const posts = { decider: postsDecider, decode: decodeEventOf('posts') };

/** Ids of the bodies that a command on a register speaks of: whose meeting or mandate it is, and who decided. */
const bodiesIn = ({ data, decision }: CommandEnvelope<RegisterCommand>): readonly string[] => [
  ...new Set([...('body' in data ? [data.body] : []), ...(decision === undefined ? [] : [decision.body])]),
];

/** The register of posts, for acts that ask who else could confirm; undefined for all others. */
export const postsFor = async (reader: EventReader, kind: RegisterKind): Promise<PostsState | undefined> =>
  registers[kind].leansOn?.posts === true ? (await readEntry(reader, posts, POSTS_STREAM))?.state : undefined;

/** What the registers say of the bodies, the meeting and the mandate that a command on a register names. */
export const authorityFor = async (
  reader: EventReader,
  sent: CommandEnvelope<RegisterCommand>,
): Promise<KnownAuthority> => {
  const ids = bodiesIn(sent);
  if (ids.length === 0) return { bodies: {}, meeting: null, mandate: null, termEnds: [] };
  const [named, register, ...read] = await Promise.all([
    namedAuthority(reader, sent),
    readEntry(reader, posts, POSTS_STREAM),
    ...ids.map(async (id) => [id, await readEntry(reader, bodies, bodyStream(id))] as const),
  ]);
  const known = read.flatMap(([id, entry]) => (entry === null ? [] : [[id, entry] as const]));
  return { ...named, bodies: Object.fromEntries(known), termEnds: register?.state.termEnds ?? [] };
};
