import type { Message } from '@duban/kernel';
import type { TSchema } from '@sinclair/typebox';
import type { RegisterContext, RegisterStep } from '../register/register-step.ts';
import { linkedPersonsOf, NO_POSTS } from '../posts/posts.state.ts';
import { mayStandForTwo } from '../posts/second-administrator.ts';
import { samePersonBy, type TwoPersonRejection } from '../two-persons/two-persons.ts';
import type { ErasureState } from './erasure.state.ts';

export type ErasureRejection = 'erasure.needs-second' | TwoPersonRejection;

/** A step on the way to an erasure. */
export type ErasureStep<Sent extends TSchema, Event extends Message> = RegisterStep<
  ErasureState,
  Sent,
  Event,
  ErasureRejection
>;

/** Who acts, as the register of posts knows them; where it knows nobody, one stands for two. */
export const administratorsAround = (context: RegisterContext) => {
  const posts = context.posts ?? NO_POSTS;
  return {
    around: {
      ...{ actor: context.actor, today: context.decidedOn },
      samePerson: samePersonBy(linkedPersonsOf(posts)),
    },
    alone: mayStandForTwo('erasure', posts, context, []),
  };
};
