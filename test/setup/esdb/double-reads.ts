import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import type {
  ReadReq as ReadRequest,
  ReadResp as ReadAnswer,
} from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerWritableStream } from '@grpc/grpc-js';
import type { DoubleLog, DoubleRecord } from './double-log.ts';
import { nameOf, notFound, recorded } from './double-messages.ts';

export type ReadCall = ServerWritableStream<ReadRequest, ReadAnswer>;
type Options = NonNullable<ReturnType<ReadRequest['getOptions']>>;
type Place = { readonly commit: bigint; readonly prepare: bigint };

export const compare = (a: Place, b: Place): number =>
  a.commit === b.commit ? Number(a.prepare - b.prepare) : Number(a.commit - b.commit);

export const placeOf = (position: {
  getCommitPosition: () => string;
  getPreparePosition: () => string;
}): Place => ({
  commit: BigInt(position.getCommitPosition()),
  prepare: BigInt(position.getPreparePosition()),
});

const { BACKWARDS } = streamsPb.ReadReq.Options.ReadDirection;

/** Number of records before the first that is at or after the place. */
export const indexOf = (records: readonly DoubleRecord[], place: Place): number => {
  let [low, high] = [0, records.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const record = records[middle];
    if (record !== undefined && compare(record, place) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** From a position on forwards, and from before it backwards. */
const pageOfAll = ({ records }: DoubleLog, options: Options, count: number): readonly DoubleRecord[] => {
  const all = options.getAll();
  const position = all?.getPosition();
  const backwards = options.getReadDirection() === BACKWARDS;
  const start =
    position !== undefined ? indexOf(records, placeOf(position)) : all?.hasEnd() ? records.length : 0;
  return backwards
    ? records.slice(Math.max(0, start - count), start).reverse()
    : records.slice(start, start + count);
};

/** A page that begins beyond the end of the stream is empty, whatever its direction. */
const pageOfStream = (
  known: readonly DoubleRecord[],
  options: Options,
  count: number,
): readonly DoubleRecord[] => {
  const stream = options.getStream();
  const last = known.at(-1)?.revision ?? -1;
  const backwards = options.getReadDirection() === BACKWARDS;
  const from = stream?.hasRevision() ? Number(stream.getRevision()) : stream?.hasEnd() ? last : 0;
  const [low, high] = backwards ? [from - count + 1, from] : [from, from + count - 1];
  const page = known.filter(({ revision }) => revision >= low && revision <= high);
  return backwards ? page.reverse() : page;
};

export const readPage = (
  log: DoubleLog,
  options: Options,
  hidesPositions: boolean,
): readonly ReadAnswer[] => {
  const count = Number(options.getCount());
  if (options.hasAll()) return pageOfAll(log, options, count).map((record) => recorded(record, false));
  const name = nameOf(options.getStream()?.getStreamIdentifier());
  const known = log.streams.get(name);
  if (known === undefined || known.length === 0) return [notFound(name)];
  return pageOfStream(known, options, count).map((record) => recorded(record, hidesPositions));
};
