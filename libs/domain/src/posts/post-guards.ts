import { rejected, type Basis, type Rejected } from '@duban/kernel';
import { isIsoDate } from '../calendar/iso-date.ts';
import type { RegisterContext } from '../register/register-step.ts';
import type { PostRejection } from './post-step.ts';
import { samePerson, type PostsState } from './posts.state.ts';

type Refusal = Rejected<PostRejection> | null;

/** Nobody gives a post to oneself, nor says of oneself who one is. */
export const refuseOwn = (
  personIds: readonly string[],
  state: PostsState,
  { actor }: Pick<RegisterContext, 'actor'>,
): Refusal => (personIds.some((id) => samePerson(id, actor.id, state)) ? rejected('post.own') : null);

export const refuseNoBasis = ({ documentNo = '', meeting = '' }: Basis): Refusal =>
  documentNo.trim() === '' && meeting.trim() === '' ? rejected('post.without-basis') : null;

export const refuseNoDate = (...dates: readonly (string | null)[]): Refusal => {
  const date = dates.find((each) => each !== null && !isIsoDate(each));
  return typeof date === 'string' ? rejected('post.date-invalid', { date }) : null;
};

/** Who held what on a past day is what acts of that day were judged by. */
export const refusePast = (date: string, notBefore: string): Refusal =>
  date < notBefore ? rejected('post.in-the-past', { notBefore }) : null;
