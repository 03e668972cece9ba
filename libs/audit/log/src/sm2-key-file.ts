import { CodedError } from '@duban/kernel';
import { readIfThere } from './durable-file.ts';
import { refuseExposed } from './key-file.ts';

/** A private number as 64 hex digits; `null` where there is no such file, which is the common case. */
export const loadSm2KeyFile = (path: string): string | null => {
  const text = readIfThere(path)?.trim();
  if (text === undefined) return null;
  refuseExposed(path);
  if (!/^[0-9a-f]{64}$/.test(text))
    throw new CodedError('audit.key-unusable', `${path} does not hold 64 hex digits`);
  return text;
};
