/**
 * Events of a `privacy-<person id>` stream: that the words of and about a person were made unreadable, on what legal
 * basis and at whose request, and nothing of what they were. These types are storage format: never rename one.
 */
import type { ErasureRequester } from '@duban/domain';
import type { Message } from '@duban/kernel';

export { ERASURE_REQUESTERS, type ErasureRequester } from '@duban/domain';

export type PersonalDataErased = Message<
  'PersonalDataErased',
  {
    /** `person:<id>`, which from now on leads to nobody. */
    readonly person: string;
    /** Article, decision or retention rule. */
    readonly legalBasis: string;
    /** Fields of the log that can be read no more. */
    readonly fields: number;
    readonly requestedBy: ErasureRequester;
  }
>;

export type PrivacyEvent = PersonalDataErased;

const PERSON = 'person:';

export const privacyStream = (person: string): string =>
  `privacy-${person.startsWith(PERSON) ? person.slice(PERSON.length) : person}`;
