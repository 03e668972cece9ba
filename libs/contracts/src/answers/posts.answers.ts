import { POST_SOURCES } from '@duban/kernel';
import { answer, date, enumeration, list, orNull, text, type Answer } from './parts.ts';

const grant = answer('PostGrant', {
  personId: text(),
  post: text('What stands in `Duban-Post`: `organ-lead@cq-housing`'),
  role: text(),
  organ: text(),
  from: date('First day'),
  until: orNull(date('Last day, by its own date or the end of the term; null: none is set')),
});

export const posts = answer('Posts', {
  source: enumeration('PostSource', POST_SOURCES),
  termEnds: list(date(), 'Last days of terms'),
  grants: list(grant, 'Past ones included, in the order in which they were granted'),
  links: list(answer('PersonLink', { personId: text(), otherId: text() }), 'Ids that are one person'),
});

export type Posts = Answer<typeof posts>;
