import { Query } from '@nestjs/cqrs';
import type { ConsistencyAnswer } from '@duban/contracts';

/** The newest signed checkpoint (C2SP tlog-checkpoint) with the cosignatures that came in. */
export class FindCheckpoint extends Query<string> {}

/** Verifier keys, one a line. */
export class FindVerifierKeys extends Query<string> {}

/** A tile of C2SP tlog-tiles, by its path after `tile/`. */
export class FindTile extends Query<Uint8Array> {
  readonly path: string;

  constructor(path: string) {
    super();
    this.path = path;
  }
}

/** A `.tlog-proof` file of one event. */
export class ProveEvent extends Query<string> {
  readonly eventId: string;

  constructor(eventId: string) {
    super();
    this.eventId = eventId;
  }
}

/** That the log of the first size is the beginning of the log of the second. */
export class ProveConsistency extends Query<ConsistencyAnswer> {
  readonly from: number;
  readonly to: number;

  constructor(from: number, to: number) {
    super();
    this.from = from;
    this.to = to;
  }
}
