import { FileRefused, type FileFault } from './sheet/file-refused.ts';

/** What a reading is refused for, as `code@line:column`; throws when it is not refused. */
export const refusedFor = async (reading: () => unknown): Promise<readonly string[]> => {
  try {
    await reading();
  } catch (error) {
    if (error instanceof FileRefused) return error.faults.map(told);
    throw error;
  }
  throw new Error('the file was not refused');
};

const told = ({ code, line, column }: FileFault): string =>
  `${code}${line === null ? '' : `@${line}`}${column === null ? '' : `:${column}`}`;
