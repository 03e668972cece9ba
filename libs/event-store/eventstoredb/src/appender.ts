import type { EventStoreDBClient } from '@eventstore/db-client';
import type { Clock } from '@duban/kernel';
import type { EncodedAppend } from '@duban/event-store';
import { type ClientFault, faultOf } from './client-faults.ts';
import type { Session } from './session.ts';
import { toProposals } from './stored-form.ts';
import type { Timeline } from './timeline.ts';

/** `unknown`: it may be written now, later or never. */
export type Fate = { readonly kind: 'written'; readonly tail: number } | ClientFault;

export type AppenderParts = {
  readonly session: Session;
  readonly prefix: string;
  readonly timeline: Timeline;
  readonly clock: Clock;
};

type Attempt = { readonly append: EncodedAppend; readonly writeId: string; readonly tail: number | null };

/** One try of one append, under a timer of our own: the client would wait for ever (A3a). */
export class Appender {
  readonly #parts: AppenderParts;

  constructor(parts: AppenderParts) {
    this.#parts = parts;
  }

  /** Only ever at an exact revision (E26): sent twice, the same events are written once. `null`: a new stream. */
  async try(append: EncodedAppend, writeId: string, tail: number | null): Promise<Fate> {
    const { connection, pulse, timeouts } = this.#parts.session;
    const client = await connection.client();
    const begun = performance.now();
    const fate = await within(timeouts.appendMs, this.#send(client, { append, writeId, tail }));
    if (fate.kind === 'written' || isAnswer(fate)) pulse.appendAnswered();
    else pulse.failed(fate.text);
    if (fate.kind === 'unknown' && !pulse.appendsAnsweredSince(begun)) await connection.renew(client);
    return fate;
  }

  /**
   * Opens the way for appends by one that must fail, and so writes nothing: many first appends on a fresh connection
   * were seen to hang (#304). It also shows that we may write at all.
   */
  async warmUp(): Promise<Fate> {
    const { session, prefix } = this.#parts;
    const client = await session.connection.client();
    const nothing = {
      id: globalThis.crypto.randomUUID(),
      contentType: 'application/json',
      type: 'WarmUp',
    } as const;
    const answer = client.appendToStream(`${prefix}warm-up`, [{ ...nothing, data: {}, metadata: {} }], {
      expectedRevision: 0n,
      requiresLeader: true,
      deadline: session.timeouts.appendMs,
    });
    return within(session.timeouts.appendMs, fateOf(answer));
  }

  #send(client: EventStoreDBClient, { append, writeId, tail }: Attempt): Promise<Fate> {
    const { prefix, timeline, clock, session } = this.#parts;
    // At the last moment, so that the order of the times is the order of the log.
    const proposals = toProposals(append, { recordedAt: timeline.stamp(clock.now()), writeId });
    return fateOf(
      client.appendToStream(prefix + append.stream, proposals, {
        expectedRevision: tail === null ? 'no_stream' : BigInt(tail),
        requiresLeader: true,
        deadline: session.timeouts.appendMs,
      }),
    );
  }
}

/** Also a refusal of what was sent, but not of us. */
const isAnswer = (fault: ClientFault): boolean =>
  fault.kind === 'conflict' || (fault.kind === 'refused' && fault.fault.code === 'event.unserialisable');

const fateOf = (answer: Promise<{ readonly nextExpectedRevision: bigint }>): Promise<Fate> =>
  answer.then(
    ({ nextExpectedRevision }): Fate => ({ kind: 'written', tail: Number(nextExpectedRevision) }),
    faultOf,
  );

/**
 * `fate` never rejects, so nobody misses it when it comes too late. A loop that was busy gets a turn to hear the answer
 * before it counts as missing.
 */
const within = async (ms: number, fate: Promise<Fate>): Promise<Fate> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Fate>((resolve) => {
    timer = setTimeout(() => {
      setImmediate(resolve, { kind: 'unknown', text: `an append was not answered within ${ms} ms` });
    }, ms);
  });
  try {
    return await Promise.race([fate, late]);
  } finally {
    clearTimeout(timer);
  }
};
