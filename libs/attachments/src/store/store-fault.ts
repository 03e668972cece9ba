import { CodedError } from '@duban/kernel';

export const codeOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;

const FULL = ['ENOSPC', 'EDQUOT', 'EFBIG'];

const faultOf = (cause: unknown): unknown => {
  if (cause instanceof CodedError) return cause;
  const code = codeOf(cause);
  // What is no fault of a system call came from the bytes themselves, or is a bug.
  if (code === undefined || !/^E[A-Z0-9]+$/.test(code)) return cause;
  return FULL.includes(code)
    ? new CodedError('attachment.store-full', 'no room for the file; nothing was kept. Make room', { cause })
    : new CodedError('attachment.store-unavailable', `the folder of the attachments: ${code}`, { cause });
};

/** Faults of the file system under the names of the port. */
export const asStoreFault = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
  try {
    return await work();
  } catch (error) {
    throw faultOf(error);
  }
};
