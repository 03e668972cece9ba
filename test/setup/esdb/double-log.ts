import { appendFileSync, existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';

export type Proposed = {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
};

export type DoubleRecord = Proposed & {
  readonly stream: string;
  readonly revision: number;
  readonly created: number;
  readonly commit: bigint;
  readonly prepare: bigint;
};

export type Expected = 'any' | 'no-stream' | 'stream-exists' | number;

export type Written =
  | { readonly outcome: 'written'; readonly last: DoubleRecord; readonly first: DoubleRecord }
  | { readonly outcome: 'wrong-version'; readonly current: number | null }
  | { readonly outcome: 'too-large'; readonly limit: number };

const LARGEST_APPEND = 1_048_576;
const encoder = new TextEncoder();
const text = (value: string): Uint8Array => encoder.encode(value);
const sizeOf = ({ type, data, metadata }: Proposed): number =>
  type.length * 2 + data.length + metadata.length;
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** As the server keeps it: bytes between the positions of one record and the next depend on its length. */
export class DoubleLog {
  readonly records: DoubleRecord[] = [];
  readonly streams = new Map<string, DoubleRecord[]>();
  readonly #file: string | undefined;
  readonly #noise: number;
  readonly #listeners = new Set<() => void>();
  #unseen: { readonly records: DoubleRecord[]; readonly streams: Map<string, DoubleRecord[]> } | null = null;
  #next = 1_187n;
  #appends = 0;

  constructor(file: string | undefined, noise: number) {
    this.#file = file;
    this.#noise = noise;
    if (file !== undefined && existsSync(file)) this.#restore(file);
    else this.#begin();
  }

  onWritten(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  append(stream: string, expected: Expected, events: readonly Proposed[]): Written {
    if (events.reduce((sum, event) => sum + sizeOf(event), 0) > LARGEST_APPEND) {
      return { outcome: 'too-large', limit: LARGEST_APPEND };
    }
    const known = this.streams.get(stream) ?? [];
    const current = known.at(-1)?.revision ?? null;
    const repeated = this.#repeated(known, expected, events);
    if (repeated !== null) return repeated;
    const wrong =
      expected === 'no-stream'
        ? current !== null
        : expected === 'stream-exists'
          ? current === null
          : expected !== 'any' && expected !== current;
    if (wrong) return { outcome: 'wrong-version', current };
    const written = this.#write(stream, events);
    this.#appends += 1;
    if (this.#noise > 0 && this.#appends % this.#noise === 0) this.#makeNoise();
    for (const listener of this.#listeners) listener();
    return written;
  }

  reset(): void {
    this.records.length = 0;
    this.streams.clear();
    if (this.#file !== undefined) writeFileSync(this.#file, '');
    this.#begin();
  }

  truncate(stream: string, before: number): void {
    const kept = (this.streams.get(stream) ?? []).filter(({ revision }) => revision >= before);
    this.streams.set(stream, kept);
    this.#keepOnly((record) => record.stream !== stream || record.revision >= before);
  }

  rollBack(records: number): void {
    const kept = new Set(this.records.slice(0, records));
    this.#keepOnly((record) => kept.has(record));
    for (const [stream, known] of this.streams) {
      this.streams.set(
        stream,
        known.filter((record) => kept.has(record)),
      );
    }
  }

  show(records: number | null): void {
    if (records !== null) {
      this.#unseen = { records: [...this.records], streams: new Map(this.streams) };
      const shown = new Set(this.records.splice(records));
      for (const [stream, known] of this.streams) {
        this.streams.set(
          stream,
          known.filter((record) => !shown.has(record)),
        );
      }
      return;
    }
    this.records.splice(0, Infinity, ...(this.#unseen?.records ?? this.records));
    for (const [stream, known] of this.#unseen?.streams ?? []) this.streams.set(stream, known);
    this.#unseen = null;
  }

  /** Same ids at the same expected revision are acknowledged as the first time; for `any` where they are the last. */
  #repeated(known: readonly DoubleRecord[], expected: Expected, events: readonly Proposed[]): Written | null {
    if (expected === 'stream-exists') return null;
    const at =
      expected === 'any'
        ? known.findIndex(({ id }) => id === events[0]?.id)
        : known.findIndex(({ revision }) => revision === (expected === 'no-stream' ? 0 : expected + 1));
    if (at < 0) return null;
    const found = known.slice(at, at + events.length);
    const [first, last] = [found[0], found.at(-1)];
    const same = found.length === events.length && found.every(({ id }, index) => id === events[index]?.id);
    return same && first && last ? { outcome: 'written', first, last } : null;
  }

  /** One commit position and one prepare position each, as in a transaction: neither alone says where an event is. */
  #write(stream: string, events: readonly Proposed[]): Written {
    const known = this.streams.get(stream) ?? [];
    this.streams.set(stream, known);
    const created = Date.now();
    const before = known.at(-1)?.revision ?? -1;
    const prepares = events.map((event) => (this.#next += BigInt(sizeOf(event) + 97)));
    const commit = prepares.at(-1) ?? this.#next;
    const records = events.map((event, index) => ({
      ...event,
      stream,
      revision: before + 1 + index,
      created,
      commit,
      prepare: prepares[index] ?? commit,
    }));
    known.push(...records);
    this.records.push(...records);
    if (this.#file !== undefined) appendFileSync(this.#file, records.map(toLine).join(''));
    const [first, last] = [records[0], records.at(-1)];
    if (first === undefined || last === undefined) throw new RangeError('an append without events');
    return { outcome: 'written', first, last };
  }

  #begin(): void {
    this.#system('$users', '$User', '{"login":"ops"}');
    this.#system('$$$stats', '$metadata', '{"$maxAge":86400}');
    this.#foreign();
  }

  #makeNoise(): void {
    this.#system('$stats-127.0.0.1:2113', '$statsCollected', '{"proc-cpu":1}');
    this.#foreign();
  }

  #system(stream: string, type: string, data: string): void {
    this.#write(stream, [proposed(type, 'application/json', data)]);
  }

  #foreign(): void {
    this.#write('shop-1', [proposed('OrderPlaced', 'application/octet-stream', '\u0000 no JSON')]);
  }

  #restore(file: string): void {
    const lines = readFileSync(file, 'utf8');
    const whole = lines.slice(0, lines.lastIndexOf('\n') + 1);
    // A process that was killed may have left half a line, which nobody was told of.
    if (whole.length < lines.length) truncateSync(file, Buffer.byteLength(whole));
    for (const line of whole.split('\n').filter((one) => one !== '')) {
      const record = fromLine(line);
      const known = this.streams.get(record.stream) ?? [];
      this.streams.set(record.stream, known);
      known.push(record);
      this.records.push(record);
      this.#next = record.commit;
    }
    if (this.records.length === 0) this.#begin();
  }

  #keepOnly(isKept: (record: DoubleRecord) => boolean): void {
    const kept = this.records.filter(isKept);
    this.records.length = 0;
    this.records.push(...kept);
    if (this.#file !== undefined) writeFileSync(this.#file, kept.map(toLine).join(''));
  }
}

export const proposed = (type: string, contentType: string, data: string): Proposed => ({
  id: globalThis.crypto.randomUUID(),
  type,
  contentType,
  data: text(data),
  metadata: text(''),
});

const toLine = (record: DoubleRecord): string =>
  `${JSON.stringify({
    ...record,
    data: base64(record.data),
    metadata: base64(record.metadata),
    commit: String(record.commit),
    prepare: String(record.prepare),
  })}\n`;

const fromLine = (line: string): DoubleRecord => {
  const row = JSON.parse(line) as DoubleRecord & Record<'data' | 'metadata' | 'commit' | 'prepare', string>;
  return {
    ...row,
    data: Buffer.from(row.data, 'base64'),
    metadata: Buffer.from(row.metadata, 'base64'),
    commit: BigInt(row.commit),
    prepare: BigInt(row.prepare),
  };
};
