/** One message on its way out: `key` decides what keeps its order, `value` is a CloudEvent as JSON text. */
export type OutletMessage = { readonly topic: string; readonly key: string; readonly value: string };

/** Where public events go. An adapter passes the contract suite in `test/messages`. */
export type Outlet = {
  /**
   * Resolves when all of them are there for good. Messages of one topic and key keep their order, also over calls that are
   * made one after another. After a rejection any of them may be there: publish all again, from the same one on (E34).
   * @throws CodedError `outlet.unavailable` (try again), `outlet.message-too-large` (nothing was sent), `outlet.closed`
   */
  readonly publish: (messages: readonly OutletMessage[]) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** UTF-8 bytes of a message: the largest event of the log with its envelope, and room to spare. */
export const LARGEST_MESSAGE_BYTES = 1_310_720;
