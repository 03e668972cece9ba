import type { ReadReq as ReadRequest } from '@eventstore/db-client/generated/streams_pb.js';
import { status } from '@grpc/grpc-js';
import type { DoubleLog, DoubleRecord } from './double-log.ts';
import { caughtUp, checkpoint, confirmation, failure, recorded } from './double-messages.ts';
import { indexOf, placeOf, type ReadCall } from './double-reads.ts';

type Options = NonNullable<ReturnType<ReadRequest['getOptions']>>;
type Place = { readonly commit: bigint; readonly prepare: bigint };
const BEFORE_ALL: Place = { commit: -1n, prepare: -1n };

const filterOf = (options: Options): ((record: DoubleRecord) => boolean) => {
  const filter = options.getFilter();
  const expression = filter?.getStreamIdentifier() ?? filter?.getEventType();
  if (filter === undefined || expression === undefined) return () => true;
  const textOf = ({ stream, type }: DoubleRecord) => (filter.hasStreamIdentifier() ? stream : type);
  const pattern = expression.getRegex() === '' ? null : new RegExp(expression.getRegex());
  const prefixes = expression.getPrefixList();
  return (record) =>
    pattern === null
      ? prefixes.some((prefix) => textOf(record).startsWith(prefix))
      : pattern.test(textOf(record));
};

const startOf = ({ records }: DoubleLog, options: Options): Place => {
  const all = options.getAll();
  const position = all?.getPosition();
  if (position !== undefined) return placeOf(position);
  return (all?.hasEnd() ? records.at(-1) : undefined) ?? BEFORE_ALL;
};

/** A catch-up subscription to the whole log that goes live, with the checkpoints of a filtered one. */
export class DoubleSubscription {
  muted = false;
  readonly #call: ReadCall;
  readonly #log: DoubleLog;
  readonly #isWanted: (record: DoubleRecord) => boolean;
  readonly #checkpointEvery: number;
  #passed: Place;
  #sinceCheckpoint = 0;

  constructor(call: ReadCall, log: DoubleLog, options: Options) {
    this.#call = call;
    this.#log = log;
    this.#isWanted = filterOf(options);
    const filter = options.getFilter();
    this.#checkpointEvery = filter
      ? Math.max(1, filter.getMax()) * filter.getCheckpointintervalmultiplier()
      : Infinity;
    this.#passed = startOf(log, options);
    call.write(confirmation(globalThis.crypto.randomUUID()));
    this.pump();
    call.write(caughtUp());
  }

  /** Only what was passed already counts: after a reset the log goes on from where it was. */
  pump(): void {
    if (this.muted) return;
    const { records } = this.#log;
    const passed = this.#passed;
    for (
      let index = indexOf(records, { ...passed, prepare: passed.prepare + 1n });
      index < records.length;
      index += 1
    ) {
      const record = records[index];
      if (record !== undefined) this.#pass(record);
    }
  }

  drop(how: 'end' | 'error'): void {
    if (how === 'end') this.#call.end();
    else this.#call.emit('error', failure(status.ABORTED, 'Operation timed out'));
  }

  #pass(record: DoubleRecord): void {
    this.#passed = record;
    if (this.#isWanted(record)) this.#call.write(recorded(record, false));
    this.#sinceCheckpoint += 1;
    if (this.#sinceCheckpoint < this.#checkpointEvery) return;
    this.#sinceCheckpoint = 0;
    this.#call.write(checkpoint(record));
  }
}
