import { EventStoreDBClient } from '@eventstore/db-client';
import type { Channel } from '@grpc/grpc-js';
import { CodedError } from '@duban/kernel';
import type { ServerAddress } from './connection-string.ts';
import { guardStub } from './guarded-calls.ts';

/** One client and all that it opened. */
export type GuardedClient = {
  readonly client: EventStoreDBClient;
  /** Cancels what is under way, which ends it with an error, and closes the connections. */
  readonly dispose: () => Promise<void>;
};

const LONGEST_DISPOSAL_MS = 1_000;

type Async<Args extends readonly unknown[], Answer> = (...args: Args) => Promise<Answer>;

/** The client's own functions are properties; another release of it may not have them, and must not go unguarded. */
const ownFunction = <Args extends readonly unknown[], Answer>(
  client: EventStoreDBClient,
  name: string,
): Async<Args, Answer> => {
  const found: unknown = Reflect.get(client, name);
  if (typeof found === 'function') return found as Async<Args, Answer>;
  throw new CodedError(
    'log.unavailable',
    `this release of the EventStoreDB client has no ${name}; install 6.2.1`,
  );
};

const create = ({
  hosts,
  discover,
  credentials,
  tls,
  settings,
  ...rest
}: ServerAddress): EventStoreDBClient => {
  const { nodePreference, connectionName } = rest;
  const common = {
    throwOnAppendFailure: true,
    ...settings,
    ...(connectionName !== undefined && { connectionName }),
  };
  const [first] = hosts;
  if (first === undefined) throw new RangeError('a server address without a host');
  if (discover === 'none') return new EventStoreDBClient({ endpoint: first, ...common }, tls, credentials);
  if (discover === 'dns') {
    return new EventStoreDBClient({ discover: first, nodePreference, ...common }, tls, credentials);
  }
  return new EventStoreDBClient({ endpoints: [...hosts], nodePreference, ...common }, tls, credentials);
};

/**
 * The client with its faults fenced in (field-lessons A3a). `onBroken` is called when something of it threw where
 * nobody could have caught it: its calls are in an unknown state then, and it should be replaced.
 */
export const createGuardedClient = (address: ServerAddress, onBroken: () => void): GuardedClient => {
  const client = create(address);
  const channels = new Set<Channel>();
  const handleError = ownFunction<[unknown, unknown], undefined>(client, 'handleError');
  const createChannel = ownFunction<[], Channel>(client, 'createChannel');
  const createStub = ownFunction<[unknown], object>(client, 'createGRPCClient');
  Object.assign(client, {
    // Nobody awaits it, and it waits for a channel whose discovery may fail.
    handleError: (stub: unknown, error: unknown) => handleError(stub, error).catch(onBroken),
    createChannel: async () => {
      const channel = await createChannel();
      channels.add(channel);
      return channel;
    },
    createGRPCClient: async (kind: unknown) => guardStub(await createStub(kind), onBroken),
  });
  return {
    client,
    dispose: async () => {
      await atMost(LONGEST_DISPOSAL_MS, client.dispose());
      for (const channel of channels) channel.close();
      channels.clear();
    },
  };
};

const atMost = async (ms: number, work: Promise<void>): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};
