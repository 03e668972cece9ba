import { Writable } from 'node:stream';

type AnyFunction = (...args: unknown[]) => unknown;

const isFunction = (value: unknown): value is AnyFunction => typeof value === 'function';

/** Runs what the client does inside an event or a callback; an exception there would end the process. */
const fenced =
  (run: AnyFunction, onBroken: () => void): AnyFunction =>
  (...args) => {
    try {
      return run(...args);
    } catch {
      onBroken();
      return true;
    }
  };

/**
 * - A late or stray answer makes the client throw inside its data listener, a not-leader answer without a leader
 *   inside its error listener: caught, since no one else can.
 * - `write` always says that there is room. The client would wait for `drain`, which never comes on a failed call, and
 *   the writes queued behind it would be rejected where nobody listens. What waits is bounded by our own gate.
 */
const guardCall = (call: object, onBroken: () => void): object => {
  const emit: unknown = Reflect.get(call, 'emit');
  if (isFunction(emit)) Object.assign(call, { emit: fenced(emit.bind(call), onBroken) });
  const write: unknown = Reflect.get(call, 'write');
  if (isFunction(write)) {
    const send = write.bind(call);
    Object.assign(call, {
      write: (...args: unknown[]) => {
        send(...args);
        return true;
      },
    });
  }
  return call;
};

/** Takes what the client still wants to write to a call that could not be begun. */
const nowhere = (): Writable =>
  new Writable({
    objectMode: true,
    write: (_chunk, _encoding, done) => {
      done();
    },
  });

/**
 * The client begins a unary append inside an executor that nobody listens to, and a channel that has just been closed
 * refuses by an exception: answered through the callback instead.
 */
const began = (start: AnyFunction, args: readonly unknown[]): unknown => {
  const callback = args.at(-1);
  try {
    return start(...args);
  } catch (error) {
    if (!isFunction(callback)) throw error;
    callback(error);
    return nowhere();
  }
};

/** Guards the calls that the adapter makes through a stub of the service Streams; other stubs have none of them. */
export const guardStub = <Stub extends object>(stub: Stub, onBroken: () => void): Stub => {
  for (const name of ['read', 'append', 'batchAppend']) {
    const method: unknown = Reflect.get(stub, name);
    if (!isFunction(method)) continue;
    const start = method.bind(stub);
    Object.assign(stub, {
      [name]: (...args: unknown[]) => {
        const call = began(
          start,
          args.map((one) => (isFunction(one) ? fenced(one, onBroken) : one)),
        );
        return typeof call === 'object' && call !== null ? guardCall(call, onBroken) : call;
      },
    });
  }
  return stub;
};
