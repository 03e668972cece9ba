import { answer, date, list, orNull, text, type Answer } from './parts.ts';

const heldPost = answer('HeldPost', {
  post: text('What stands in `Duban-Post`: `organ-lead@cq-housing`'),
  role: text(),
  organ: text(),
  until: orNull(date('Its last day; null: none is set')),
});

export const me = answer('Me', {
  id: text('`person:<id>`: all that the log knows'),
  name: text('As the token says; the id where it says none'),
  posts: list(heldPost, 'All that are held today; several: every other request names one'),
});

export type Me = Answer<typeof me>;
