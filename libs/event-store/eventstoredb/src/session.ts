import type { EventStoreDBClient } from '@eventstore/db-client';
import { CodedError } from '@duban/kernel';
import { Backoff } from './backoff.ts';
import { faultOf, unavailable } from './client-faults.ts';
import type { Connection } from './connection.ts';
import type { Timeouts } from './esdb-options.ts';
import { Pulse } from './pulse.ts';

/** What has no effect is asked again until it is answered or patience ends. */
export class Session {
  readonly connection: Connection;
  readonly timeouts: Timeouts;
  readonly pulse = new Pulse();
  #isClosed = false;

  constructor(connection: Connection, timeouts: Timeouts) {
    this.connection = connection;
    this.timeouts = timeouts;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  close(): void {
    this.#isClosed = true;
  }

  refuseWhenClosed(): void {
    if (this.#isClosed) throw closed();
  }

  /** @throws CodedError `log.unavailable`, `log.access-denied` */
  async ask<Answer>(work: (client: EventStoreDBClient) => Promise<Answer>): Promise<Answer> {
    const until = performance.now() + this.timeouts.patienceMs;
    const backoff = new Backoff(this.timeouts.longestPauseMs);
    for (;;) {
      const client = await this.connection.client();
      const begun = performance.now();
      try {
        const answer = await work(client);
        // The client takes its own cancellation for the end of what it reads: half a page would pass for a whole one.
        if (!this.connection.isCurrent(client)) throw REPLACED;
        this.pulse.answered();
        return answer;
      } catch (error) {
        if (!this.connection.isOpen) throw closed();
        await this.#bear(client, error, begun);
        if (performance.now() > until) throw givenUp(error);
      }
      await backoff.pause();
    }
  }

  /** One silent read may be bad luck; when nothing at all was answered meanwhile, the connection is stuck. */
  async #bear(client: EventStoreDBClient, error: unknown, begun: number): Promise<void> {
    const fault = faultOf(error);
    if (fault.kind === 'refused') throw fault.fault;
    this.pulse.failed(fault.text);
    if (fault.kind === 'unknown' && !this.pulse.answeredSince(begun)) await this.connection.renew(client);
  }
}

const closed = () => new CodedError('log.closed', 'the store has been closed; open it again');

const REPLACED = new Error('the connection was replaced meanwhile');

const givenUp = (error: unknown) =>
  unavailable(
    `EventStoreDB does not answer (${faultOf(error).text}); it is asked again with the next request`,
    error,
  );
