import { registerDecider } from '../register/register.decider.ts';
import type { CommandOf, EventOf, Register } from '../register/register.ts';
import { confirmGrant } from './confirm-grant.step.ts';
import { confirmLink } from './confirm-link.step.ts';
import { declineGrant } from './decline-grant.step.ts';
import { declineLink } from './decline-link.step.ts';
import { endPost } from './end-post.step.ts';
import { grantPost } from './grant-post.step.ts';
import { linkPersons } from './link-persons.step.ts';
import { partPersons } from './part-persons.step.ts';
import { NO_POSTS, type PostsState } from './posts.state.ts';
import { proposeGrant } from './propose-grant.step.ts';
import { proposeLink } from './propose-link.step.ts';
import { setTermEnd } from './set-term-end.step.ts';

const postSteps = {
  GrantPost: grantPost,
  ProposeGrant: proposeGrant,
  ConfirmGrant: confirmGrant,
  DeclineGrant: declineGrant,
  EndPost: endPost,
  SetTermEnd: setTermEnd,
  LinkPersons: linkPersons,
  ProposeLink: proposeLink,
  ConfirmLink: confirmLink,
  DeclineLink: declineLink,
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
  initialState: NO_POSTS,
  leansOn: { rules: true },
  refuse: () => null,
  steps: postSteps,
};

export const postsDecider = registerDecider(postRegister);
