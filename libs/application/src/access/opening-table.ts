import type { Audience } from '@duban/contracts';
import { isRestricted, isResultPublished, type ItemState, type OpenedCase } from '@duban/domain';
import { isRole, type Role } from '@duban/kernel';
import { takesPart } from './participation.ts';

/** Who asks, as data: a part, an organ and a person. */
export type Reader = { readonly id: string; readonly role: string; readonly organ: string };

/**
 * What somebody is to a case. `party`: an organ that it is addressed to or was assigned to; `lead`: the committee that leads the
 * supervision; `proposer`: who proposed or signed
 * an item of it; `told`: what deputies are told of by law.
 */
type Relation = 'party' | 'lead' | 'proposer' | 'told' | 'anybody';

const proposes = ({ proposers, proposersCarried }: ItemState, person: string): boolean =>
  proposers.includes(person) || proposersCarried.includes(person);

const isSuggestion = ({ opened, items }: OpenedCase): boolean =>
  opened.supervisionForm === 'suggestion' || Object.values(items).some((item) => item.proposers.length > 0);

const isPublished = (state: OpenedCase): boolean => isResultPublished(state) && state.withheld === null;

const HOLDS: Readonly<Record<Relation, (state: OpenedCase, reader: Reader) => boolean>> = {
  party: (state, { organ }) => takesPart(state, organ),
  lead: ({ opened }, { organ }) => opened.leadCommittee === organ,
  proposer: ({ items }, { id }) => Object.values(items).some((item) => proposes(item, id)),
  // Reports, opinions and how they were handled are told to deputies (SL 17, 29, 37); a suggestion is its signers' until it is published.
  told: (state) => !isSuggestion(state) || isPublished(state),
  anybody: () => true,
};

type Rows = Readonly<Record<Role, readonly (readonly [Relation, Audience])[]>>;

/** The first relation that holds says what is read; who has none of them does not open the case. */
const OPENING: Rows = {
  'supervision-office': [['anybody', 'office']],
  'general-office': [['anybody', 'office']],
  'chairpersons-council': [['anybody', 'office']],
  'working-body': [['anybody', 'congress']],
  deputy: [
    ['proposer', 'congress'],
    ['told', 'congress'],
    ['anybody', 'analysis'],
  ],
  'organ-lead': [['party', 'parties']],
  'organ-co': [['party', 'parties']],
  'government-office': [['party', 'parties']],
  auditor: [['anybody', 'audit']],
  'audit-admin': [],
  analyst: [],
  'system-admin': [],
  'security-admin': [],
};

/** The same while the case is restricted: office, chair and those who work on it. What deputies proposed is not shown to them, either. */
const RESTRICTED: Rows = {
  ...OPENING,
  'working-body': [['lead', 'congress']],
  deputy: [],
  auditor: [],
};

/**
 * What this reader is to the case as it is now, also where its past is asked about; null: to them it is not there. Deny by
 * default: what no row lets in stays outside, such as bodies of other levels, which have no part here.
 */
export const audienceIn = (state: OpenedCase, reader: Reader): Audience | null => {
  const table = isRestricted(state) ? RESTRICTED : OPENING;
  const rows = isRole(reader.role) ? table[reader.role] : [];
  return rows.find(([relation]) => HOLDS[relation](state, reader))?.[1] ?? null;
};

/** What a restriction keeps from a role, whichever case it is: nothing, every restricted case, or those that it does not work on. */
export const restrictionShuts = (role: string): 'none' | 'all' | 'others' => {
  const rows = isRole(role) ? RESTRICTED[role] : [];
  if (rows.length === 0) return 'all';
  return rows.some(([relation]) => relation === 'anybody') ? 'none' : 'others';
};

/** Who is told by number and day that there is a restricted case, and no more: whoever checks that nothing is hidden for ever. */
export const learnsOfRestricted = (role: string): boolean => role === 'auditor';
