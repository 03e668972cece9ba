import type { ImportBatchEvent, ImportCompleted, ImportStarted, ImportUndone } from '@duban/contracts';

/** What the stream of one import says so far. */
export type ImportBatchState = {
  readonly started: ImportStarted['data'] | null;
  readonly completed: ImportCompleted['data'] | null;
  readonly undone: ImportUndone['data'] | null;
};

export const noImport: ImportBatchState = { started: null, completed: null, undone: null };

export const evolveImport = (state: ImportBatchState, event: ImportBatchEvent): ImportBatchState => {
  switch (event.type) {
    case 'ImportStarted':
      return { ...state, started: event.data };
    case 'ImportCompleted':
      return { ...state, completed: event.data };
    case 'ImportUndone':
      return { ...state, undone: event.data };
  }
};
