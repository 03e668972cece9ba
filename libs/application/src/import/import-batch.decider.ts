import { rejected, type Decider } from '@duban/kernel';
import {
  decodeEventOf,
  type ImportBatchEvent,
  type ImportCompleted,
  type ImportStarted,
  type ImportUndone,
} from '@duban/contracts';
import { encodeThroughRegistry, type StreamKind } from '../command/stream-kind.ts';

export type ImportBatchState =
  | { readonly status: 'none' }
  | {
      readonly status: 'open' | 'completed' | 'undone';
      readonly started: ImportStarted['data'];
      readonly undone: ImportUndone['data'] | null;
    };

export type ImportBatchCommand =
  | { readonly type: 'StartImport'; readonly data: ImportStarted['data'] }
  | { readonly type: 'CompleteImport'; readonly data: ImportCompleted['data'] }
  | { readonly type: 'UndoImport'; readonly data: ImportUndone['data'] };

export type ImportBatchRejection = 'import.unknown' | 'import.undone';

/** The life of a batch: started, completed, taken back. Whatever is already so decides nothing. */
const decider: Decider<ImportBatchState, ImportBatchCommand, ImportBatchEvent, ImportBatchRejection> = {
  initialState: { status: 'none' },

  decide: (command, { status }) => {
    switch (command.type) {
      case 'StartImport':
        if (status === 'undone') return rejected('import.undone');
        return status === 'none' ? [{ type: 'ImportStarted', data: command.data }] : [];
      case 'CompleteImport':
        if (status === 'none') return rejected('import.unknown');
        if (status === 'undone') return rejected('import.undone');
        return status === 'open' ? [{ type: 'ImportCompleted', data: command.data }] : [];
      case 'UndoImport':
        if (status === 'none') return rejected('import.unknown');
        return status === 'undone' ? [] : [{ type: 'ImportUndone', data: command.data }];
    }
  },

  evolve: (state, event) => {
    if (event.type === 'ImportStarted') return { status: 'open', started: event.data, undone: null };
    if (state.status === 'none') return state;
    return event.type === 'ImportCompleted'
      ? { ...state, status: state.status === 'undone' ? 'undone' : 'completed' }
      : { ...state, status: 'undone', undone: event.data };
  },
};

export const importBatchKind: StreamKind<
  ImportBatchState,
  ImportBatchCommand,
  ImportBatchEvent,
  ImportBatchRejection
> = { decider, encode: encodeThroughRegistry, decode: decodeEventOf('import') };
