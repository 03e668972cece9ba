import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { getJson } from '../api/get-json.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useAsOf } from '../as-of/use-as-of.ts';
import { useLanguage } from '../language/use-language.ts';
import { readCaseSearch, type CaseSearch } from './case-search.ts';

const EVENTS = 200;
const EVENTS_OF = '/v1/cases/{caseId}/events';

export const useCaseAddress = (): {
  readonly caseId: string;
  readonly search: CaseSearch;
  readonly show: (change: CaseSearch) => void;
} => {
  const { caseId } = useParams({ from: '/inside/cases/$caseId' });
  const search = readCaseSearch(useSearch({ from: '/inside/cases/$caseId' }));
  const { params } = useAsOf();
  const navigate = useNavigate();
  return {
    caseId,
    search,
    show: (change) => {
      // A revision is a moment of its own.
      const moment = 'at' in change ? {} : params;
      void navigate({
        to: '/cases/$caseId',
        params: { caseId },
        search: { ...moment, ...search, ...change },
        resetScroll: false,
      });
    },
  };
};

/** The case as it is asked for, and as it is now: the second tells how far there is to go. */
export const useCase = () => {
  const { caseId, search } = useCaseAddress();
  const { params } = useAsOf();
  const moment = search.at === undefined ? params : { version: search.at };
  return {
    shown: useAnswer('/v1/cases/{caseId}', { path: { caseId }, query: moment }, { keep: true }),
    now: useAnswer('/v1/cases/{caseId}', { path: { caseId } }),
  };
};

/** The whole timeline, also what comes after the state shown. */
export const useCaseEvents = () => {
  const { caseId } = useCaseAddress();
  const language = useLanguage();
  const query = useInfiniteQuery({
    queryKey: [EVENTS_OF, caseId, language],
    queryFn: ({ pageParam, signal }) =>
      getJson({
        path: EVENTS_OF,
        params: { path: { caseId }, query: { limit: EVENTS, cursor: pageParam } },
        language,
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ body }) => body.next ?? undefined,
  });
  const { data } = query;
  const events = useMemo(() => data?.pages.flatMap(({ body }) => body.items) ?? [], [data]);
  return { ...query, events };
};
