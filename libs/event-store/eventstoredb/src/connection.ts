import type { EventStoreDBClient } from '@eventstore/db-client';
import { CodedError } from '@duban/kernel';
import { readConnectionString, type ServerAddress } from './connection-string.ts';
import { createGuardedClient, type GuardedClient } from './guarded-client.ts';

/** The one client of this process, and its replacement when it is stuck. */
export class Connection {
  readonly #address: ServerAddress;
  #current: GuardedClient;
  #renewing: Promise<void> | null = null;
  #renewals = 0;
  #isOpen = true;

  constructor(address: ServerAddress) {
    this.#address = address;
    this.#current = this.#create();
  }

  /** How often the client was replaced. */
  get renewals(): number {
    return this.#renewals;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  async client(): Promise<EventStoreDBClient> {
    while (this.#renewing !== null) await this.#renewing;
    return this.#current.client;
  }

  /** Whether this client was neither replaced nor disposed of, and is not going to be. */
  isCurrent(client: EventStoreDBClient): boolean {
    return this.#isOpen && this.#renewing === null && this.#current.client === client;
  }

  /**
   * Replaces the client if it is still this one. What is under way on it ends with an error. The old one is gone
   * before the new one appends: their table of pending appends is the same.
   */
  async renew(stale: EventStoreDBClient): Promise<void> {
    if (this.isCurrent(stale)) {
      this.#renewals += 1;
      const old = this.#current;
      this.#renewing = old
        .dispose()
        .catch(() => undefined)
        .then(() => {
          this.#current = this.#create();
          this.#renewing = null;
        });
    }
    await this.#renewing;
  }

  async dispose(): Promise<void> {
    this.#isOpen = false;
    await this.#renewing;
    await this.#current.dispose();
  }

  #create(): GuardedClient {
    const guarded: GuardedClient = createGuardedClient(this.#address, () => void this.renew(guarded.client));
    return guarded;
  }
}

type Shared = { readonly text: string; readonly connection: Connection; users: number };

let shared: Shared | null = null;
let disposed: Promise<void> = Promise.resolve();

/** A share in the connection; the last one to give it back closes it. */
export type Share = { readonly connection: Connection; readonly giveBack: () => Promise<void> };

/**
 * All stores of a process share one client, because a failure of one client rejects the appends of every other
 * (field-lessons A3a). Stores of two servers in one process are refused.
 * @throws CodedError `log.second-server`, `log.bad-connection-string`
 */
export const shareConnection = async (text: string): Promise<Share> => {
  await disposed;
  if (shared !== null && shared.text !== text) {
    throw new CodedError(
      'log.second-server',
      'this process is connected to EventStoreDB by another connection string; use one per process',
    );
  }
  const mine = (shared ??= { text, connection: new Connection(readConnectionString(text)), users: 0 });
  mine.users += 1;
  let isMine = true;
  return {
    connection: mine.connection,
    giveBack: async () => {
      if (!isMine) return;
      isMine = false;
      mine.users -= 1;
      if (mine.users > 0) return;
      shared = null;
      disposed = mine.connection.dispose();
      await disposed;
    },
  };
};
