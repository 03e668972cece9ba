import type { Actor } from '@duban/kernel';
import type { TwoPersonAct } from '../two-persons/two-persons.ts';
import { isHeldOn, samePerson, type PostsState } from './posts.state.ts';

type Around = {
  readonly actor: Actor;
  readonly decidedOn: string;
  readonly confirmedByOne?: readonly TwoPersonAct[];
};

/**
 * Whether somebody else could confirm what this administrator proposes: another person who holds the same post that day, and
 * whom the act is not about.
 */
const hasSecondAdministrator = (
  state: PostsState,
  { actor, decidedOn }: Around,
  about: readonly string[],
): boolean =>
  state.grants.some(
    (grant) =>
      grant.role === 'security-admin' &&
      grant.organ === actor.organ &&
      isHeldOn(grant, decidedOn, state) &&
      [actor.id, ...about].every((id) => !samePerson(id, grant.personId, state)),
  );

/** One stands for two: at the machine, where the rule set lists the act, and where there is nobody else. It is recorded. */
export const mayStandForTwo = (
  act: TwoPersonAct,
  state: PostsState,
  around: Around,
  about: readonly string[],
): boolean =>
  (around.confirmedByOne?.includes(act) ?? false) || !hasSecondAdministrator(state, around, about);
