import { canonicalJson } from './canonical-json.ts';

export type RecordLine = {
  readonly kind: 'record';
  /** RFC 8785 text, or `null` where the bundle has none. */
  readonly event: string | null;
  readonly leaf: string | null;
  /** Hex of the leaf hash as it was sealed. */
  readonly hash: string | null;
  readonly index: number | null;
};

export type BundleLine =
  | RecordLine
  | { readonly kind: 'checkpoint'; readonly note: string }
  | { readonly kind: 'timestamp'; readonly size: number; readonly token: string }
  | { readonly kind: 'end'; readonly size: number };

type Members = Readonly<Record<string, unknown>>;

export const readMembers = (text: string): Members | null => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : null;
  } catch {
    return null; // not JSON
  }
};

const EVENT = '{"event":';
// Quotes inside JSON strings are escaped, so the last of each of these is the member itself.
const TAIL = /,"hash":(null|"[0-9a-f]{64}"),"index":(null|\d{1,16}),"leaf":(null|\{[^{}]*\})\}$/;
const TAIL_ROOM = 90 + 16 + 40;

/** The exporter's own spelling: the sealed bytes are cut out as they are, which is fast and needs no trust. */
const cutRecord = (line: string): RecordLine | null => {
  const leafAt = line.lastIndexOf(',"leaf":');
  const from = Math.max(0, leafAt - TAIL_ROOM);
  const hashAt = line.lastIndexOf(',"hash":', leafAt);
  if (!line.startsWith(EVENT) || leafAt < 0 || hashAt < from) return null;
  const [, hash, index, leaf] = TAIL.exec(line.slice(hashAt)) ?? [];
  if (hash === undefined || index === undefined || leaf === undefined) return null;
  const event = line.slice(EVENT.length, hashAt);
  return {
    kind: 'record',
    event: event === 'null' ? null : event,
    leaf: leaf === 'null' ? null : leaf,
    hash: hash === 'null' ? null : hash.slice(1, -1),
    index: index === 'null' ? null : Number(index),
  };
};

const textOrNull = (value: unknown): string | null => (value === null ? null : canonicalJson(value));

/** Any other spelling of the same record, for bundles that went through a JSON tool. */
const parseRecord = ({ event, leaf, hash, index }: Members): RecordLine | null => {
  if (event === undefined || leaf === undefined) return null;
  return {
    kind: 'record',
    event: textOrNull(event),
    leaf: textOrNull(leaf),
    hash: typeof hash === 'string' ? hash : null,
    index: typeof index === 'number' ? index : null,
  };
};

const sizeIn = (value: unknown): number | null => {
  if (typeof value !== 'object' || value === null || !('size' in value)) return null;
  return typeof value.size === 'number' ? value.size : null;
};

const timestampIn = (value: unknown): BundleLine | null => {
  const size = sizeIn(value);
  if (size === null || typeof value !== 'object' || value === null || !('token' in value)) return null;
  return typeof value.token === 'string' ? { kind: 'timestamp', size, token: value.token } : null;
};

/** `null` where the line is none of the four. */
export const readBundleLine = (line: string): BundleLine | null => {
  const cut = cutRecord(line);
  if (cut !== null) return cut;
  const members = readMembers(line);
  if (members === null) return null;
  const { checkpoint, timestamp, end } = members;
  if (typeof checkpoint === 'string') return { kind: 'checkpoint', note: checkpoint };
  if (timestamp !== undefined) return timestampIn(timestamp);
  const size = sizeIn(end);
  return size === null ? parseRecord(members) : { kind: 'end', size };
};
