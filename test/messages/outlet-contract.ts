import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LARGEST_MESSAGE_BYTES, type Outlet, type OutletMessage } from '@duban/messaging';

export type OutletUnderTest = {
  readonly open: (topics: readonly string[]) => Outlet;
  /** What whoever reads the topic from its start sees, once at least `count` have come, in order per key. */
  readonly read: (topic: string, count: number) => Promise<readonly OutletMessage[]>;
  readonly close: () => Promise<void>;
};

const messagesTo = (topic: string, count: number, keys: number): readonly OutletMessage[] =>
  Array.from({ length: count }, (_, at) => ({
    topic,
    key: `case-${at % keys}`,
    value: JSON.stringify({ at }),
  }));

const byKey = (messages: readonly OutletMessage[]): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    [...Map.groupBy(messages, ({ key }) => key)].map(([key, group]) => [
      key,
      group.map(({ value }) => value),
    ]),
  );

/** What every outlet promises, whatever is behind it. */
export const describeOutlet = (name: string, start: () => Promise<OutletUnderTest>): void => {
  describe(`outlet: ${name}`, () => {
    const topic = `t-${randomUUID()}`;
    const other = `t-${randomUUID()}`;
    let under: OutletUnderTest;
    let outlet: Outlet;
    beforeAll(async () => {
      under = await start();
      outlet = under.open([topic, other]);
    });
    afterAll(async () => {
      await outlet.close();
      await under.close();
    });

    it('keeps the order of every key, within a call and over calls', async () => {
      const messages = messagesTo(topic, 500, 7);
      await outlet.publish(messages.slice(0, 333));
      await outlet.publish(messages.slice(333));
      expect(byKey(await under.read(topic, 500))).toEqual(byKey(messages));
    });

    it('takes an empty list for done', async () => {
      await expect(outlet.publish([])).resolves.toBeUndefined();
    });

    it('carries many large messages of one key in one call, whole and in order', async () => {
      const messages = Array.from({ length: 9 }, (_, at) => ({
        topic: other,
        key: 'one',
        value: JSON.stringify({ at, text: '督'.repeat(340_000) }),
      }));
      await outlet.publish(messages);
      expect(await under.read(other, 9)).toEqual(messages);
    });

    it('refuses a message over the limit before it sends any', async () => {
      const large = { topic: other, key: 'one', value: 'x'.repeat(LARGEST_MESSAGE_BYTES + 1) };
      const small = { topic: other, key: 'one', value: '{}' };
      await expect(outlet.publish([small, large])).rejects.toMatchObject({
        code: 'outlet.message-too-large',
      });
      expect(await under.read(other, 9)).toHaveLength(9);
    });

    it('refuses to publish once it is closed, and is closed twice without harm', async () => {
      const closing = under.open([topic]);
      await closing.close();
      await closing.close();
      await expect(closing.publish(messagesTo(topic, 1, 1))).rejects.toMatchObject({ code: 'outlet.closed' });
    });
  });
};
