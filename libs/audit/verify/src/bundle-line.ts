import { canonicalJson } from './canonical-json.ts';
import type { ReasonCode } from './reasons.ts';
import { jsonFault } from './strict-json.ts';

export type RecordLine = {
  readonly kind: 'record';
  /** RFC 8785 text, or `null` where the bundle has none. */
  readonly event: string | null;
  readonly leaf: string | null;
  /** Hex of the leaf hash as it was sealed. */
  readonly hash: string | null;
  readonly index: number | null;
  /** The exporter's own spelling; otherwise texts were made canonical here. */
  readonly isAsExported: boolean;
};

/** A line that says more, or something else, than what is compared. */
export type LineFault = { readonly kind: 'fault'; readonly code: ReasonCode; readonly found: string };

export type BundleLine =
  | RecordLine
  | { readonly kind: 'checkpoint'; readonly note: string }
  | { readonly kind: 'timestamp'; readonly size: number; readonly token: string }
  | { readonly kind: 'end'; readonly size: number }
  | LineFault;

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
    isAsExported: true,
  };
};

const textOrNull = (value: unknown): string | null => (value === null ? null : canonicalJson(value));

const MEMBERS = {
  record: ['event', 'hash', 'index', 'leaf'],
  checkpoint: ['checkpoint'],
  timestamp: ['timestamp'],
  end: ['end'],
} as const;

const foreign = (found: string): LineFault => ({ kind: 'fault', code: 'line.member-foreign', found });

/** The first member that does not belong here; whoever reads it takes it for sealed. */
export const foreignIn = (members: object, known: readonly string[]): LineFault | null => {
  const name = Object.keys(members).find((each) => !known.includes(each));
  return name === undefined ? null : foreign(name);
};

const HASH = /^[0-9a-f]{64}$/;

/** Any other spelling of the same record, for bundles that went through a JSON tool. */
const parseRecord = ({ event, leaf, hash = null, index = null }: Members): RecordLine | null => {
  if (event === undefined || leaf === undefined) return null;
  if (hash !== null && (typeof hash !== 'string' || !HASH.test(hash))) return null;
  if (index !== null && (typeof index !== 'number' || !Number.isSafeInteger(index))) return null;
  return {
    kind: 'record',
    event: textOrNull(event),
    leaf: textOrNull(leaf),
    hash,
    index,
    isAsExported: false,
  };
};

const objectIn = (value: unknown): Members | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : null;

const parseTimestamp = (value: unknown): BundleLine | null => {
  const members = objectIn(value);
  const { size, token } = members ?? {};
  if (members === null || typeof size !== 'number' || typeof token !== 'string') return null;
  return foreignIn(members, ['size', 'token']) ?? { kind: 'timestamp', size, token };
};

const parseEnd = (value: unknown): BundleLine | null => {
  const members = objectIn(value);
  if (members === null || typeof members['size'] !== 'number') return null;
  return foreignIn(members, ['size']) ?? { kind: 'end', size: members['size'] };
};

const parseLine = (members: Members): BundleLine | null => {
  const { checkpoint, timestamp, end } = members;
  if (checkpoint !== undefined)
    return typeof checkpoint === 'string'
      ? (foreignIn(members, MEMBERS.checkpoint) ?? { kind: 'checkpoint', note: checkpoint })
      : null;
  if (timestamp !== undefined) return foreignIn(members, MEMBERS.timestamp) ?? parseTimestamp(timestamp);
  if (end !== undefined) return foreignIn(members, MEMBERS.end) ?? parseEnd(end);
  const record = parseRecord(members);
  return record && (foreignIn(members, MEMBERS.record) ?? record);
};

/** A line that is not in the exporter's own spelling, or only looks like it. */
export const readAnySpelling = (line: string): BundleLine | null => {
  const members = readMembers(line);
  if (members === null) return null;
  const fault = jsonFault(line);
  return fault === null ? parseLine(members) : { kind: 'fault', code: fault.code, found: fault.found };
};

/** `null` where the line is none of the four. */
export const readBundleLine = (line: string): BundleLine | null => {
  const cut = cutRecord(line);
  if (cut !== null) return cut;
  return readAnySpelling(line);
};
