import { guessablePseudonym } from '../rows/people.ts';
import { isRefusedRow, type ItemRow, type RefusedRow } from '../rows/register-row.ts';
import type { Register } from './read-register.ts';

/** A row without a name in it. */
export type NamelessRow = Omit<ItemRow, 'signers'> & {
  /** What an earlier release would have called the same people; empty where the register has identifiers. */
  readonly formerProposers: readonly string[];
};

export type NamelessRegister = Omit<Register, 'rows'> & {
  readonly rows: readonly (NamelessRow | RefusedRow)[];
};

/** Gives everyone whom a register names an id: where it is read nobody has the secret, and a log takes no names. */
export const underPseudonyms = (
  register: Register,
  pseudonymOf: (register: string, name: string) => string,
): NamelessRegister => {
  const { registerName, rows } = register;
  const nameless = ({ signers, ...row }: ItemRow): NamelessRow => {
    const given = signers.map((name) => pseudonymOf(registerName, name));
    const proposers = [...row.facts.proposers, ...given];
    const formerProposers = signers.map((name) => guessablePseudonym(registerName, name));
    return { ...row, facts: { ...row.facts, proposers }, formerProposers };
  };
  return { ...register, rows: rows.map((row) => (isRefusedRow(row) ? row : nameless(row))) };
};
