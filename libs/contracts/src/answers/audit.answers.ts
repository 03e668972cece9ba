import { actor } from './case-parts.answers.ts';
import { answer, flag, instant, list, orNull, text, whole, type Answer } from './parts.ts';

export const consistency = answer(
  'ConsistencyProof',
  {
    from: whole('Size seen earlier'),
    to: whole(),
    fromRoot: text('Base64, as in a checkpoint'),
    toRoot: text('Base64'),
    proof: list(text('Base64'), 'RFC 9162 section 2.1.4'),
  },
  'That the log of the first size is the beginning of the log of the second',
);

const recordedRead = answer('RecordedRead', {
  reader: actor,
  subject: text('What kind of thing was read'),
  what: text('`GET /v1/cases/:caseId/events`: the route, without what was searched for'),
  about: orNull(text('The item, the person or the event that was asked for')),
  traceId: text(),
  at: instant(),
  many: flag('The answer showed other cases, too'),
});

export const whoSaw = answer('WhoSaw', {
  couldSee: answer('CouldSee', {
    roles: list(text(), 'Roles that see every case'),
    ownRoles: list(text(), 'Roles that see the cases of their own organ'),
    organs: list(text(), 'Whose organs those were'),
  }),
  items: list(recordedRead, 'Newest first'),
  more: flag('There were more than are told: ask about a shorter time'),
});

export type WhoSaw = Answer<typeof whoSaw>;
export type ConsistencyAnswer = Answer<typeof consistency>;
