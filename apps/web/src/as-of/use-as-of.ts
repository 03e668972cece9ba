import { useNavigate, useSearch } from '@tanstack/react-router';
import type { TimeAxis } from '../api/answers.ts';
import { readAsOf, type AsOfSearch } from './as-of-search.ts';

type AsOf = {
  readonly asOf: string | undefined;
  readonly by: TimeAxis;
  /** For a query. */
  readonly params: AsOfSearch;
  readonly show: (search: AsOfSearch) => void;
};

export const useAsOf = (): AsOf => {
  const params = readAsOf(useSearch({ strict: false }));
  const navigate = useNavigate();
  return {
    asOf: params.asOf,
    by: params.by === 'occurred' ? 'occurred' : 'recorded',
    params,
    show: ({ asOf, by }) => {
      // A revision names a moment, too: the newer wish wins.
      void navigate({ to: '.', search: (before) => ({ ...before, at: undefined, asOf, by }) });
    },
  };
};
