import { foreignIn, readMembers, type LineFault } from './bundle-line.ts';
import { jsonFault } from './strict-json.ts';
import type { HashName } from './primitives.port.ts';

export type BundleHeader = {
  readonly origin: string;
  readonly hash: HashName;
  readonly size: number;
  /** As the bundle says; they prove nothing by themselves. */
  readonly keys: readonly string[];
};

const MEMBERS = ['format', 'version', 'origin', 'hash', 'size', 'keys'];

/** The header, or why nothing can be checked. */
export const readHeader = (
  line: string,
): BundleHeader | LineFault | 'bundle.unreadable' | 'bundle.unknown-version' => {
  const members = readMembers(line);
  if (members?.['format'] !== 'duban-log') return 'bundle.unreadable';
  const { version, origin, hash, size, keys } = members;
  if (version !== 1 || (hash !== 'sha256' && hash !== 'sm3')) return 'bundle.unknown-version';
  if (typeof origin !== 'string' || typeof size !== 'number' || !Array.isArray(keys))
    return 'bundle.unreadable';
  const fault = jsonFault(line);
  if (fault !== null) return { kind: 'fault', code: fault.code, found: fault.found };
  const stranger = foreignIn(members, MEMBERS);
  if (stranger !== null) return stranger;
  return { origin, hash, size, keys: keys.filter((key) => typeof key === 'string') };
};
