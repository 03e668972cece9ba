import { hash } from 'node:crypto';
import type { Mapping } from '../mapping/mapping.ts';

/** `等2人`: more signers than are named. */
const AND_OTHERS = /等\d*人?$/;

/** Everyone a cell names: names, or identifiers of the register's own. */
const namedIn = (text: string, { proposers }: Mapping): readonly string[] => [
  ...new Set(
    text
      .split(proposers.separatedBy)
      .map((name) => name.trim().replace(AND_OTHERS, ''))
      .filter((name) => name !== ''),
  ),
];

/** Names that a cell holds; none where the register has identifiers. They leave this library as pseudonyms only. */
export const signersIn = (text: string, mapping: Mapping): readonly string[] =>
  mapping.proposers.are === 'names' ? namedIn(text, mapping) : [];

/** `person:<id>` of everyone a cell identifies by the register's own identifiers. */
export const identifiedIn = (text: string, mapping: Mapping): readonly string[] =>
  mapping.proposers.are === 'identifiers' ? namedIn(text, mapping).map((id) => `person:${id}`) : [];

/** What identifiers alone would lose; names are left out of it. */
export const othersSigned = (text: string, { proposers }: Mapping): string | null =>
  proposers.are === 'identifiers' && AND_OTHERS.test(text.trim()) ? text : null;

/**
 * As earlier releases wrote it: without a key, so whoever has a list of names finds them in a log. Only for knowing
 * again what such a log already holds, never for anything new.
 */
export const guessablePseudonym = (register: string, name: string): string =>
  `person:${hash('sha256', `${register}\n${name}`).slice(0, 24)}`;
