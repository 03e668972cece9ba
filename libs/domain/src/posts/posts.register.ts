import { registerDecider } from '../register/register.decider.ts';
import type { CommandOf, EventOf, Register } from '../register/register.ts';
import { endPost } from './end-post.step.ts';
import { grantPost } from './grant-post.step.ts';
import { linkPersons } from './link-persons.step.ts';
import { partPersons } from './part-persons.step.ts';
import type { PostsState } from './posts.state.ts';
import { setTermEnd } from './set-term-end.step.ts';

const postSteps = {
  GrantPost: grantPost,
  EndPost: endPost,
  SetTermEnd: setTermEnd,
  LinkPersons: linkPersons,
  PartPersons: partPersons,
};

export type PostCommand = CommandOf<typeof postSteps>;
export type PostEvent = EventOf<typeof postSteps>;

/** The register of posts 岗位: one stream for all, since whether posts go together shows on the person only. */
export const postRegister: Register<PostsState, typeof postSteps> = {
  idOf: () => 'register',
  address: null,
  collection: null,
  route: { path: '/v1/posts/commands/{name}' },
  initialState: { grants: [], termEnds: [], links: [] },
  refuse: () => null,
  steps: postSteps,
};

export const postsDecider = registerDecider(postRegister);
