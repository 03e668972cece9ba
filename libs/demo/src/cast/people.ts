import type { Actor } from '@duban/kernel';
import { SYSTEM_ACTOR } from '@duban/application';

const congress = (name: string, role: string, organ: string): Actor => ({
  id: `person:demo-${name}`,
  role,
  organ,
});

/** Everybody on the Congress's side, and the government's office. All invented; the first of a role is its persona. */
export const people = {
  office: congress('so', 'supervision-office', 'cq-so'),
  council: congress('cc', 'chairpersons-council', 'cq-cc'),
  /** In charge of one field; enters what a meeting of the Council decided about it. */
  viceChair: congress('vice-chair', 'chairpersons-council', 'cq-cc'),
  generalOffice: congress('go', 'general-office', 'cq-general-office'),
  urban: congress('wb', 'working-body', 'cq-urban-committee'),
  social: congress('wb-social', 'working-body', 'cq-social-committee'),
  legal: congress('wb-legal', 'working-body', 'cq-legal-committee'),
  finance: congress('wb-finance', 'working-body', 'cq-finance-committee'),
  deputiesCommittee: congress('wb-deputies', 'working-body', 'cq-deputies-committee'),
  government: congress('gov', 'government-office', 'cq-government'),
  deputy: congress('deputy', 'deputy', 'cq-deputies'),
  secondDeputy: congress('deputy-2', 'deputy', 'cq-deputies'),
  clock: SYSTEM_ACTOR,
} as const;

/** Personas of the sign-in page whose names are not made of their organ's id. */
const PERSONAS: Readonly<Record<string, string>> = {
  'cq-civil-affairs organ-lead': 'civil',
  'cq-traffic-police organ-lead': 'traffic',
  'cq-emergency organ-co': 'emergency',
  'cq-emergency organ-lead': 'emergency-lead',
};

const handler = (organ: string, role: 'organ-lead' | 'organ-co'): Actor => {
  const short = organ.replace(/^cq-/, '');
  const name = PERSONAS[`${organ} ${role}`] ?? (role === 'organ-lead' ? short : `${short}-co`);
  return { id: `person:demo-${name}`, role, organ };
};

/** Who acts for an organ that leads, or handles an item separately 主办、分办. */
export const leadOf = (organ: string): Actor => handler(organ, 'organ-lead');

/** Who acts for an organ that contributes 会办. */
export const coOf = (organ: string): Actor => handler(organ, 'organ-co');

/** The office of a district's government, which answers for the district 区政府办公室. */
export const districtOffice = (organ: string): Actor => ({
  id: `person:demo-${organ.replace(/^cq-/, '')}-office`,
  role: 'government-office',
  organ,
});
