import type { Moment, ReadStore } from '@duban/read-store';

/** What organs were called last, at a moment: how sentences and registers name them. */
export const organNames = (
  read: ReadStore,
  moment: Moment = {},
): ((reference: string) => string | undefined) => {
  const names = new Map(
    read.reference('organ', moment).map((organ) => [organ.organId, organ.names.at(-1)?.name]),
  );
  return (reference) => names.get(reference);
};
