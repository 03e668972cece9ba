import { status } from '@grpc/grpc-js';
import type { Metadata, ServiceError } from '@grpc/grpc-js';
import type { DoubleOptions, DoubleStats, Fault, FaultPlace } from './double-control.ts';
import { FaultPlan } from './double-faults.ts';
import { DoubleLog } from './double-log.ts';
import { type Endpoint, failure, notLeader } from './double-messages.ts';
import type { DoubleSubscription } from './double-subscription.ts';

/** A member as its services see it. */
export type Seat = { readonly index: number; readonly port: () => number; readonly cut: () => void };

/** What all members share: one log, one plan of faults, one leader. */
export class DoubleCore {
  readonly faults = new FaultPlan();
  readonly log: DoubleLog;
  readonly options: DoubleOptions;
  readonly seats: Seat[] = [];
  readonly subscriptions = new Set<DoubleSubscription>();
  leader = 0;
  muted = false;
  #waiting = 0;
  #mostWaiting = 0;

  constructor(options: DoubleOptions) {
    this.options = options;
    this.log = new DoubleLog(options.file, options.noise ?? 3);
    this.log.onWritten(() => {
      for (const subscription of this.subscriptions) subscription.pump();
    });
  }

  /** Certificates are made out to names, and Node takes no address for the name of a server. */
  get host(): string {
    return this.options.secured === undefined ? '127.0.0.1' : 'localhost';
  }

  leaderAt(): Endpoint {
    return { host: this.host, port: this.seats[this.leader]?.port() ?? 0 };
  }

  appendBegan(): void {
    this.#waiting += 1;
    this.#mostWaiting = Math.max(this.#mostWaiting, this.#waiting);
  }

  appendEnded(): void {
    this.#waiting -= 1;
  }

  stats(connections: number): DoubleStats {
    return {
      calls: this.faults.calls,
      struck: this.faults.struck,
      mostAppendsWaiting: this.#mostWaiting,
      subscriptions: this.subscriptions.size,
      connections,
      streams: Object.fromEntries(
        [...this.log.streams].map(([stream, known]) => [stream, known.at(-1)?.revision ?? -1]),
      ),
    };
  }

  reset(): void {
    this.log.reset();
    this.#mostWaiting = 0;
  }

  mute(muted: boolean): void {
    this.muted = muted;
    for (const subscription of this.subscriptions) subscription.muted = muted;
  }
}

/** One call, as the plan of faults deals with it. */
export type Struck = {
  readonly seat: Seat;
  readonly metadata: Metadata;
  readonly fail: (error: ServiceError) => void;
};

const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const isLetIn = ({ options: { secured } }: DoubleCore, metadata: Metadata): boolean =>
  secured === undefined ||
  metadata.get('authorization')[0] === `Basic ${Buffer.from(secured.user).toString('base64')}`;

/** Answers whether the call goes on, and with which fault in mind. */
export const admit = async (
  core: DoubleCore,
  place: FaultPlace,
  { seat, metadata, fail }: Struck,
): Promise<{ goesOn: boolean; fault: Fault | null }> => {
  const fault = core.faults.next(place);
  const refuse = (error: ServiceError) => {
    fail(error);
    return { goesOn: false, fault };
  };
  if (fault?.kind === 'cut') seat.cut();
  if (fault?.kind === 'cut' || fault?.kind === 'silence') return { goesOn: false, fault };
  if (fault?.kind === 'not-leader') return refuse(notLeader(core.leaderAt()));
  if (fault?.kind === 'not-leader-unnamed') return refuse(notLeader(null));
  if (fault?.kind === 'error') return refuse(failure(status[fault.code ?? 'UNKNOWN'], 'on purpose'));
  if (fault?.kind === 'slow') await later(fault.ms ?? 0);
  const isOpenToAll = place === 'features' || place === 'gossip';
  if (!isOpenToAll && !isLetIn(core, metadata))
    return refuse(failure(status.UNAUTHENTICATED, 'Unauthenticated'));
  const wantsLeader = metadata.get('requires-leader')[0] === 'true';
  if (wantsLeader && seat.index !== core.leader) return refuse(notLeader(core.leaderAt()));
  return { goesOn: true, fault };
};
