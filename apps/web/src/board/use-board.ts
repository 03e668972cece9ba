import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { getJson } from '../api/get-json.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useAsOf } from '../as-of/use-as-of.ts';
import { useLanguage } from '../language/use-language.ts';
import { readBoardSearch, without, type BoardField, type BoardSearch } from './board-search.ts';

const PAGE = 50;

export const useBoardSearch = (): {
  readonly search: BoardSearch;
  readonly show: (search: BoardSearch) => void;
} => {
  const search = readBoardSearch(useSearch({ from: '/inside/board' }));
  const { params } = useAsOf();
  const navigate = useNavigate();
  return {
    search,
    show: (next) => void navigate({ to: '/board', search: { ...params, ...next }, resetScroll: false }),
  };
};

/** `sort` orders a list; counts and figures know nothing of it. */
const filterOf = (search: BoardSearch): BoardSearch => without(search, 'sort');

export const useBoardItems = (search: BoardSearch) => {
  const { params } = useAsOf();
  const language = useLanguage();
  return useInfiniteQuery({
    queryKey: ['/v1/board', search, params, language],
    queryFn: ({ pageParam, signal }) =>
      getJson({
        path: '/v1/board',
        params: { query: { ...search, ...params, limit: PAGE, cursor: pageParam } },
        language,
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ body }) => body.next ?? undefined,
    placeholderData: (before) => before,
  });
};

export const useBoardSummary = () => {
  const { params } = useAsOf();
  return useAnswer('/v1/board/summary', { query: params }, { keep: true });
};

/** How a list would split by one thing: its own filter left out, so that the other choices stay to be seen. */
export const useBoardCounts = (search: BoardSearch, groupBy: string, field: BoardField) => {
  const { params } = useAsOf();
  return useAnswer(
    '/v1/board/counts',
    { query: { ...filterOf(without(search, field)), ...params, groupBy } },
    { keep: true },
  );
};

export const useBoardTotal = (search: BoardSearch) => {
  const { params } = useAsOf();
  return useAnswer(
    '/v1/board/counts',
    { query: { ...filterOf(search), ...params, groupBy: 'light' } },
    { keep: true },
  );
};
