import { type StepName, stepRecords } from '@duban/domain';
import type { Actor } from '@duban/kernel';
import { actors } from '../../libs/domain/src/case/case-story.fixture.ts';
import type { Chance } from './chance.ts';

/** The organ of each part where it has one of its own. */
const HOME: Readonly<Record<string, string>> = {
  'supervision-office': 'npcsc-office',
  'general-office': 'npcsc-office',
  'working-body': 'urban-committee',
  'chairpersons-council': 'npcsc-council',
  'government-office': 'city-government',
  deputy: 'npc-delegation',
};

/** The same person in another part: at its own organ, where the part has one. */
export const inRole = (usual: Actor, role: string): Actor => ({
  ...usual,
  role,
  organ: HOME[role] ?? usual.organ,
});

const BUREAUS = ['housing-bureau', 'market-regulator', 'transport-bureau', 'water-bureau', 'finance-bureau'];

/** It leads no case. */
export const OTHER_COMMITTEE: Actor = { id: 'person:he', role: 'working-body', organ: 'npc-delegation' };

const persons: readonly Actor[] = [
  ...Object.values(actors),
  { id: 'person:gu', role: 'general-office', organ: 'npcsc-office' },
  OTHER_COMMITTEE,
  { id: 'person:deputy-3', role: 'deputy', organ: 'npc-delegation' },
  ...BUREAUS.flatMap((organ): readonly Actor[] => [
    { id: `person:${organ}`, role: 'organ-lead', organ },
    { id: `person:${organ}`, role: 'organ-co', organ },
  ]),
  // With two posts: of the office and of the Council, of a bureau and of the office.
  inRole(actors.office, 'chairpersons-council'),
  inRole(actors.housing, 'supervision-office'),
  { ...actors.market, role: 'government-office', organ: 'city-government' },
  // The office of another government, which handles an item and answers for none.
  { id: 'person:office-of-regulator', role: 'government-office', organ: 'market-regulator' },
  // As nobody should be registered (OL 47): a bureau's own person among those who supervise it.
  { ...actors.housing, role: 'working-body' },
  { id: 'person:auditor', role: 'auditor', organ: 'npcsc-office' },
];

/** A colleague in the same post, and the same person by another login. */
export const colleagueOf = (actor: Actor): Actor => ({ ...actor, id: `${actor.id}-2` });
const again = (actor: Actor): Actor => ({ ...actor, id: `${actor.id}-again` });

/** Whoever might try anything. */
const everybody: readonly Actor[] = persons.flatMap((actor) => [actor, colleagueOf(actor), again(actor)]);

/** Logins that belong to one person, as the register of posts links them. */
export const linkedPersons: Readonly<Record<string, string>> = Object.fromEntries(
  everybody.flatMap(({ id }) => [
    [`${id}-again`, id],
    [`${id}-2-again`, `${id}-2`],
  ]),
);

export const personOf = ({ id }: Pick<Actor, 'id'>): string => linkedPersons[id] ?? id;

const ofBureaus = ['organ-lead', 'organ-co'];

/** Who lawfully sends this step where the usual sender of the walks may not; some other part that may, now and then. */
const lawfulSender = (type: StepName, usual: Actor, chance: Chance): Actor => {
  const { who } = stepRecords[type];
  if ((who as readonly string[]).includes(usual.role) && !chance.inHundred(25)) return usual;
  const role = chance.any(who) ?? usual.role;
  if (role === usual.role) return usual;
  // A bureau leads one item and assists with another: its part goes with the item.
  if (ofBureaus.includes(role) && ofBureaus.includes(usual.role)) return { ...usual, role };
  return inRole(persons.find((person) => person.role === role) ?? usual, role);
};

/** Mostly whoever may; the same person by another login; anybody at all. */
export const senderOf = (type: StepName, usual: Actor, chance: Chance): Actor => {
  const sender = lawfulSender(type, usual, chance);
  if (chance.inHundred(6)) return chance.any(everybody) ?? sender;
  if (sender.role === 'working-body' && chance.inHundred(6)) return OTHER_COMMITTEE;
  // Of the office as well: what they recorded there they do not judge here.
  if (type === 'VerifyCommitment' && chance.inHundred(20)) return inRole(actors.office, 'working-body');
  return chance.inHundred(4) ? again(sender) : sender;
};
