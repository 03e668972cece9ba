import { useCallback, useMemo } from 'react';
import type { Page } from '../api/answers.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useSession } from '../session/session.ts';

type Organ = {
  readonly organId: string;
  /** In order of their dates; the last one is in use. */
  readonly names: readonly { readonly name: string; readonly from: string }[];
};

/** Names of organs by id. Where one is unknown its id is shown, never a blank. */
export const useNames = (): ((reference: string) => string) => {
  const session = useSession();
  const { data } = useAnswer<Page<Organ>>('/v1/organs', {}, { enabled: session !== null });
  const items = data?.body.items;
  const names = useMemo(
    () => new Map(items?.map(({ organId, names: all }) => [organId, all.at(-1)?.name ?? organId])),
    [items],
  );
  return useCallback((reference) => names.get(reference) ?? reference, [names]);
};
