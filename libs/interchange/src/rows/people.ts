import { hash } from 'node:crypto';
import type { Mapping } from '../mapping/mapping.ts';

/** `等2人`: more signers than are named. */
const AND_OTHERS = /等\d*人?$/;

/** The log never holds a name (contracts.md section 1): the same name in the same register is the same identifier. */
const pseudonym = (register: string, name: string): string =>
  hash('sha256', `${register}\n${name}`).slice(0, 24);

/** `person:<id>` of everyone a cell names. */
export const proposersOf = (text: string, { register, proposers }: Mapping): readonly string[] => {
  const names = text
    .split(proposers.separatedBy)
    .map((name) => name.trim().replace(AND_OTHERS, ''))
    .filter((name) => name !== '');
  return [...new Set(names)].map(
    (name) => `person:${proposers.are === 'identifiers' ? name : pseudonym(register, name)}`,
  );
};

/** What identifiers alone would lose; names are left out of it. */
export const othersSigned = (text: string, { proposers }: Mapping): string | null =>
  proposers.are === 'identifiers' && AND_OTHERS.test(text.trim()) ? text : null;
