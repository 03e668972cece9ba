import type { Config } from '@duban/config';
import { allProjections } from '@duban/projections';
import { rebuildReadModels, removeOlderFiles } from '@duban/read-store';
import type { OpenLog } from '../log/open-log.ts';
import { placesOf } from '../places.ts';

/** Read models of this process without what was erased, in place of all that hold it. */
export const rebuildAfterErasure =
  (config: Config, { store }: Pick<OpenLog, 'store'>, forget: () => void) =>
  async (): Promise<void> => {
    const { readModels: dir } = placesOf(config);
    forget();
    await rebuildReadModels({ dir, reader: store, projections: allProjections });
    removeOlderFiles(dir, allProjections);
  };
