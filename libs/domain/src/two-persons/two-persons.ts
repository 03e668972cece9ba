import { ownEntry } from '../case/own-entry.ts';
import { rejected, type Actor, type Rejected } from '@duban/kernel';
import { addCalendarDays } from '../calendar/iso-date.ts';

/** Acts that take two persons, one who proposes and another who confirms, as rule sets name them. */
export const TWO_PERSON_ACTS = ['correction', 'erasure', 'renaming', 'grant', 'closing'] as const;
export type TwoPersonAct = (typeof TWO_PERSON_ACTS)[number];

export const PROPOSAL_STATUSES = ['waiting', 'confirmed', 'declined'] as const;

/** What was proposed and waits for a second person. */
export type Proposal = {
  readonly proposalId: string;
  readonly proposedBy: Actor;
  /** ISO date: the last day on which it can be confirmed. */
  readonly expiresOn: string;
  readonly status: (typeof PROPOSAL_STATUSES)[number];
};

/** Whether two actors are one human being: judged on the person, whatever post each of them holds. */
export type SamePerson = (left: Pick<Actor, 'id'>, right: Pick<Actor, 'id'>) => boolean;

/** Ids that belong to one person, each with the id that stands for all; an id that is not there stands for itself. */
export type LinkedPersons = Readonly<Record<string, string>>;

export const samePersonBy =
  (linked: LinkedPersons = {}): SamePerson =>
  (left, right) => {
    const personOf = ({ id }: Pick<Actor, 'id'>): string => ownEntry(linked, id) ?? id;
    return personOf(left) === personOf(right);
  };

export type TwoPersonRejection =
  | 'proposal.unknown'
  | 'proposal.own'
  | 'proposal.expired'
  | 'proposal.ended'
  | 'proposal.waiting'
  | 'proposal.not-yours';

/** How long a proposal waits, in calendar days (DESIGN): what nobody confirms in a month is proposed anew. */
const PROPOSAL_DAYS = 30;

export const expiryOf = (proposedOn: string): string => addCalendarDays(proposedOn, PROPOSAL_DAYS);

export const isWaiting = ({ status, expiresOn }: Proposal, today: string): boolean =>
  status === 'waiting' && today <= expiresOn;

type Around = {
  readonly actor: Actor;
  /** ISO date on which the second person acts, by the clock and not as stated. */
  readonly today: string;
  readonly samePerson: SamePerson;
};

/** Why nobody can end this proposal any more; null while it waits. */
export const refuseEnded = (
  { proposalId, status, expiresOn }: Proposal,
  today: string,
): Rejected<TwoPersonRejection> | null => {
  if (status !== 'waiting') return rejected('proposal.ended', { proposalId, status });
  return today > expiresOn ? rejected('proposal.expired', { proposalId, expiresOn }) : null;
};

/** One person stands for two: who confirms is who proposed, in whichever post. */
export const standsForTwo = ({ proposedBy }: Proposal, { actor, samePerson }: Around): boolean =>
  samePerson(proposedBy, actor);

/**
 * Why this actor cannot be the second person; null when they can. `allowedAlone`: the rule set says that the office has too
 * few people for this act, so that one may stand for two; whoever lets that pass records it.
 */
export const refuseSecondPerson = (
  proposal: Proposal,
  around: Around,
  allowedAlone: boolean,
): Rejected<TwoPersonRejection> | null => {
  const ended = refuseEnded(proposal, around.today);
  if (ended !== null) return ended;
  return standsForTwo(proposal, around) && !allowedAlone
    ? rejected('proposal.own', { proposalId: proposal.proposalId })
    : null;
};
