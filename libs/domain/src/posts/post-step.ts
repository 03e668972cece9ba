import type { Message } from '@duban/kernel';
import type { TSchema } from '@sinclair/typebox';
import type { RegisterStep } from '../register/register-step.ts';
import type { TwoPersonRejection } from '../two-persons/two-persons.ts';
import type { PostsState } from './posts.state.ts';

export type PostRejection =
  | 'post.own'
  | 'post.without-basis'
  | 'post.date-invalid'
  | 'post.in-the-past'
  | 'post.ends-before-it-begins'
  | 'post.held-already'
  | 'post.incompatible'
  | 'post.never-granted'
  | 'post.one-person'
  | 'post.not-linked'
  | 'post.needs-second'
  | TwoPersonRejection;

/** A step of the register of posts: who holds which, until when, and which ids are one person. */
export type PostStep<Sent extends TSchema, Event extends Message> = RegisterStep<
  PostsState,
  Sent,
  Event,
  PostRejection
>;

/** One stream for the whole installation, so that one append sees all posts of a person. It names nobody. */
export const POSTS_STREAM = 'posts-register';
