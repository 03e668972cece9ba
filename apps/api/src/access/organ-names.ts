import type { Moment, ReadStore } from '@duban/read-store';

/** What organs were called last, at a moment: how sentences and registers name them. */
export const organNames = (read: ReadStore, moment: Moment = {}): ReadonlyMap<string, string> =>
  new Map(
    read.reference('organ', moment).flatMap(({ organId, names }) => {
      const name = names.at(-1)?.name;
      return name === undefined ? [] : [[organId, name]];
    }),
  );
