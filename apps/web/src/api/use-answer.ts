import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useLanguage } from '../language/use-language.ts';
import { getJson, type Answer, type Body, type JsonPath, type Params } from './get-json.ts';

type Options = { readonly enabled?: boolean; readonly keep?: boolean };

/** One GET, shared by everything on the page that asks the same. `keep`: the former answer stays while the next is on its way. */
export const useAnswer = <Path extends JsonPath>(
  path: Path,
  params: Params<Path> = {},
  { enabled = true, keep = false }: Options = {},
): UseQueryResult<Answer<Body<Path>>> => {
  const language = useLanguage();
  return useQuery({
    queryKey: [path, params, language],
    queryFn: ({ signal }) => getJson({ path, params, language, signal }),
    enabled,
    ...(keep ? { placeholderData: keepPreviousData } : {}),
  });
};
