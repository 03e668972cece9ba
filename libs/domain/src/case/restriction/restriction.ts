import type { OpenedCase, Restriction } from '../case.state.ts';

/** The restriction that holds now; null where the case was never restricted or the last restriction was lifted. */
export const restrictionOf = ({ restrictions }: Pick<OpenedCase, 'restrictions'>): Restriction | null => {
  const last = restrictions.at(-1);
  return last?.lifted === null ? last : null;
};

export const isRestricted = (state: Pick<OpenedCase, 'restrictions'>): boolean =>
  restrictionOf(state) !== null;
