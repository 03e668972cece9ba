import { FileRefused, type FileFault } from './sheet/file-refused.ts';

/** What a reading is refused for; throws when it is not refused. */
export const faultsOf = async (reading: () => unknown): Promise<readonly FileFault[]> => {
  try {
    await reading();
  } catch (error) {
    if (error instanceof FileRefused) return error.faults;
    throw error;
  }
  throw new Error('the file was not refused');
};

/** The same as `code@line:column`. */
export const refusedFor = async (reading: () => unknown): Promise<readonly string[]> =>
  (await faultsOf(reading)).map(told);

const told = ({ code, line, column }: FileFault): string =>
  `${code}${line === null ? '' : `@${line}`}${column === null ? '' : `:${column}`}`;
