import { errorEntry, isErrorCode } from '@duban/contracts';
import { CodedError } from '@duban/kernel';

/** Why a process cannot start, for whoever started it: a sentence, what to do, and the code to end with. */
export type StartFault = { readonly text: string; readonly exitCode: number };

type SystemFault = {
  readonly is: readonly (string | number)[];
  readonly code: string;
  readonly remedy: string;
};

/** By Node's code, or SQLite's primary result code. */
const SYSTEM: readonly SystemFault[] = [
  {
    is: ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EISDIR', 'EEXIST', 'ENOENT', 3, 8, 14, 23],
    code: 'start.place-unusable',
    remedy:
      'see that DUBAN_DATA is a folder on a local disk in which this user may write, and all that is in it',
  },
  {
    is: ['ENOSPC', 'EDQUOT', 13],
    code: 'start.disk-full',
    remedy: 'the disk is full: make room, then start again',
  },
  {
    is: ['EIO', 10],
    code: 'start.disk-fails',
    remedy: 'the disk cannot be read or written: look at it before anything else',
  },
  {
    is: ['EMFILE', 'ENFILE'],
    code: 'start.too-many-files',
    remedy: 'too many files are open: raise the limit (ulimit -n)',
  },
  {
    is: [11, 26],
    code: 'start.damaged-file',
    remedy: 'a database in DUBAN_DATA is damaged: run npx duban doctor, which names it',
  },
];

const PRIMARY = 0xff;

const marksOf = (error: object): readonly unknown[] => [
  'code' in error ? error.code : undefined,
  'errcode' in error && typeof error.errcode === 'number' ? error.errcode & PRIMARY : undefined,
];

const systemFaultOf = (error: unknown): SystemFault | undefined => {
  if (typeof error !== 'object' || error === null) return undefined;
  const marks = marksOf(error);
  return SYSTEM.find(({ is }) => is.some((mark) => marks.includes(mark)));
};

const exitCodeOf = (code: string): number => (isErrorCode(code) ? errorEntry(code).exitCode : 1);

/** Stack traces are for faults that nobody foresaw, and then come behind the sentence. */
export const startFaultOf = (error: unknown): StartFault => {
  if (error instanceof CodedError) return { text: error.message, exitCode: exitCodeOf(error.code) };
  const system = systemFaultOf(error);
  const said = error instanceof Error ? error.message : String(error);
  if (system !== undefined)
    return { text: `${system.code}: ${said}: ${system.remedy}`, exitCode: exitCodeOf(system.code) };
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  return {
    text: `start.failed: ${said}: nobody foresaw this; give these lines to whoever looks after Duban\n${stack}`.trimEnd(),
    exitCode: exitCodeOf('start.failed'),
  };
};
