import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createMemoryInbox } from '../inbox/memory-inbox.ts';
import type { PublicEvent } from '../public-event.ts';
import { eventText, names } from '../public-event.fixture.ts';
import type { Subscription, SubscriptionState } from '../subscription.ts';
import { subscribeSse, type SseOptions } from './subscribe-sse.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const open: (Server | Subscription)[] = [];
afterEach(async () => {
  for (const each of open.splice(0).reverse()) {
    if ('stop' in each) await each.stop();
    else each.close().closeAllConnections();
  }
});

/** Each connection gets the next answer, and the last one for ever. */
const serve = async (...answers: readonly Answer[]): Promise<string> => {
  let number = 0;
  const server = createServer((request, response) => {
    answers[Math.min(number, answers.length - 1)]?.(request, response);
    number += 1;
  });
  open.push(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/events`;
};

const messageOf = (caseId: string, sequence: number): string =>
  `id: n1.${String(sequence + 1).padStart(20, '0')}\ndata: ${eventText(caseId, sequence)}\n\n`;

const stream =
  (text: string, then: 'end' | 'stay' | 'cut'): Answer =>
  (_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(text, () => {
      if (then === 'end') response.end();
      if (then === 'cut') response.destroy();
    });
  };

const received = async (url: string, count: number, more: Partial<SseOptions<null>> = {}) => {
  const events: PublicEvent[] = [];
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const subscription = subscribeSse({
    url,
    inbox: createMemoryInbox(),
    apply: (event) => {
      events.push(event);
      if (events.length >= count) resolve(undefined);
    },
    supervision: { firstMs: 1, mostMs: 2 },
    ...more,
  });
  open.push(subscription);
  await Promise.race([promise, subscription.ended]);
  return { events, subscription };
};

describe('subscription over HTTP', () => {
  it('begins at the start with an empty Last-Event-ID, and resumes after what it has taken in', async () => {
    const ids: (string | undefined)[] = [];
    const noting =
      (answer: Answer): Answer =>
      (request, response) => {
        ids.push(request.headers['last-event-id'] as string | undefined);
        answer(request, response);
      };
    const url = await serve(
      noting(stream(messageOf('a', 0) + messageOf('a', 1), 'end')),
      noting(stream(messageOf('a', 2), 'stay')),
    );
    const { events, subscription } = await received(url, 3);
    expect(names(events)).toEqual(['a-0', 'a-1', 'a-2']);
    expect(ids).toEqual(['', 'n1.00000000000000000002']);
    expect(subscription.state()).toMatchObject({ status: 'running', sessions: 2, waiting: null });
  });

  it('passes over what comes again after a cut connection and a broken gateway', async () => {
    const url = await serve(
      stream(messageOf('a', 0) + messageOf('a', 1), 'cut'),
      (_, response) => response.writeHead(502).end(),
      stream(messageOf('a', 1) + messageOf('a', 2), 'stay'),
    );
    const { events } = await received(url, 3);
    expect(names(events)).toEqual(['a-0', 'a-1', 'a-2']);
  });

  it('begins from now on when told to, with a token asked for anew', async () => {
    let asked = 0;
    const url = await serve((request, response) => {
      expect(request.headers['last-event-id']).toBeUndefined();
      if (request.headers.authorization === 'Bearer t2') stream(messageOf('a', 0), 'stay')(request, response);
      else response.writeHead(503).end();
    });
    const token = (): string => `t${(asked += 1)}`;
    expect((await received(url, 1, { begin: 'now', token })).events).toHaveLength(1);
  });

  it('gives up a connection on which nothing is heard, and makes another', async () => {
    const url = await serve(stream(': hello\n\n', 'stay'), stream(messageOf('a', 0), 'stay'));
    const { subscription } = await received(url, 1, {
      supervision: { firstMs: 1, mostMs: 2, silenceMs: 30 },
    });
    expect(subscription.state().lastFault).toContain('nothing was heard');
  });

  it('does not take the work of its own consumer for silence', async () => {
    const url = await serve(stream(messageOf('a', 0) + messageOf('a', 1), 'stay'));
    const seen: [string, number][] = [];
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const subscription = subscribeSse({
      url,
      inbox: createMemoryInbox(),
      supervision: { firstMs: 1, mostMs: 2, silenceMs: 50 },
      apply: async ({ id }) => {
        seen.push([id, subscription.state().sessions]);
        // Longer than what would be silence.
        await new Promise((wake) => setTimeout(wake, 150));
        if (id === 'a-1') resolve(undefined);
      },
    });
    open.push(subscription);
    await promise;
    const { sessions } = subscription.state();
    expect(seen).toEqual([
      ['a-0', sessions],
      ['a-1', sessions],
    ]);
  });

  it('ends by itself when its consumer has had enough', async () => {
    const url = await serve(stream(messageOf('a', 0) + messageOf('a', 1) + messageOf('a', 2), 'stay'));
    const seen: string[] = [];
    const subscription = subscribeSse({
      url,
      inbox: createMemoryInbox(),
      apply: ({ id }) => {
        seen.push(id);
        return seen.length === 2 ? 'enough' : undefined;
      },
    });
    open.push(subscription);
    await subscription.ended;
    expect([seen, subscription.state().status]).toEqual([['a-0', 'a-1'], 'ended']);
  });

  it('begins after a position that it is given, and holds the place that the stream begins with', async () => {
    const ids: (string | undefined)[] = [];
    const url = await serve(
      (request, response) => {
        ids.push(request.headers['last-event-id'] as string | undefined);
        stream('id: n1.00000000000000000007\n\n', 'end')(request, response);
      },
      (request, response) => {
        ids.push(request.headers['last-event-id'] as string | undefined);
        stream(messageOf('a', 9), 'stay')(request, response);
      },
    );
    await received(url, 1, { begin: { after: 'n1.00000000000000000005' } });
    expect(ids).toEqual(['n1.00000000000000000005', 'n1.00000000000000000007']);
  });

  it('tells whoever watches it how the connection stands, with the fault', async () => {
    const states: SubscriptionState[] = [];
    const url = await serve(
      (_, response) => response.writeHead(502).end(),
      stream(messageOf('a', 0), 'stay'),
    );
    const { subscription } = await received(url, 1, { watch: (state) => void states.push(state) });
    await subscription.stop();
    expect(states.map(({ status, lastFault }) => [status, lastFault])).toEqual([
      ['retrying', 'HTTP 502'],
      ['running', 'HTTP 502'],
      ['ended', 'HTTP 502'],
    ]);
  });

  it('ends where the server refuses it, and names the code', async () => {
    const url = await serve((_, response) => response.writeHead(403).end('no'));
    await expect(received(url, 1)).rejects.toMatchObject({ code: 'subscriber.refused' });
  });

  it('ends before the event that its handler fails on, and passes nothing over', async () => {
    const url = await serve(stream(messageOf('a', 0), 'stay'));
    const inbox = createMemoryInbox();
    const failing = received(url, 1, {
      inbox,
      apply: () => {
        throw new Error('broken');
      },
    });
    await expect(failing).rejects.toMatchObject({ code: 'subscriber.handler-failed' });
    expect(await inbox.place(`sse:${url}`)).toBeNull();
  });

  it('ends on what is no public event', async () => {
    const url = await serve(stream('id: n1.00000000000000000001\ndata: {}\n\n', 'stay'));
    await expect(received(url, 1)).rejects.toMatchObject({ code: 'subscriber.unreadable' });
  });
});
