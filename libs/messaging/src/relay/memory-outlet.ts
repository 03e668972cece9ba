import { CodedError } from '@duban/kernel';
import { LARGEST_MESSAGE_BYTES, type Outlet, type OutletMessage } from './outlet.port.ts';

export type MemoryOutlet = Outlet & {
  /** In the order of arrival. */
  readonly messages: (topic: string) => readonly OutletMessage[];
  /** The next publish fails after this many of its messages have arrived, as a broker that dies under it does. */
  readonly failAfter: (count: number) => void;
};

/** The outlet for tests, and for a Duban that has nobody to tell. */
export const createMemoryOutlet = (): MemoryOutlet => {
  const arrived: OutletMessage[] = [];
  let isClosed = false;
  let failure: number | null = null;
  return {
    messages: (topic) => arrived.filter((message) => message.topic === topic),
    failAfter: (count) => {
      failure = count;
    },
    publish: async (messages) => {
      if (isClosed) throw new CodedError('outlet.closed', 'the outlet is closed');
      if (messages.some(({ value }) => Buffer.byteLength(value) > LARGEST_MESSAGE_BYTES)) {
        throw new CodedError('outlet.message-too-large', 'a message is over the limit');
      }
      const fails = failure;
      failure = null;
      arrived.push(...messages.slice(0, fails ?? messages.length));
      if (fails !== null) throw new CodedError('outlet.unavailable', 'failed as it was told to');
    },
    close: async () => {
      isClosed = true;
    },
  };
};
