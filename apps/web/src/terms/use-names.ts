import { useCallback, useMemo } from 'react';
import { useAnswer } from '../api/use-answer.ts';
import { useSession } from '../session/session.ts';

/** Names of organs by id. Where one is unknown its id is shown, never a blank. */
export const useNames = (): ((reference: string) => string) => {
  const session = useSession();
  const { data } = useAnswer('/v1/organs', {}, { enabled: session !== null });
  const items = data?.body.items;
  const names = useMemo(
    () => new Map(items?.map(({ organId, names: all }) => [organId, all.at(-1)?.name ?? organId])),
    [items],
  );
  return useCallback((reference) => names.get(reference) ?? reference, [names]);
};
