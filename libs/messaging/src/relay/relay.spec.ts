import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CodedError, LOG_START, type Position } from '@duban/kernel';
import { numberedPosition, type EventStore } from '@duban/event-store';
import { openMemoryStore } from '@duban/event-store-memory';
import { until } from '@duban/testing';
import { TOPICS } from '../translate/cloud-event.ts';
import { eventOf } from './relay.fixture.ts';
import { createMemoryOutlet, type MemoryOutlet } from './memory-outlet.ts';
import type { Outlet } from './outlet.port.ts';
import { startRelay, type Relay, type RelayOptions } from './relay.ts';
import { openSqlitePositionStore } from './sqlite-position-store.ts';
import type { Turn } from './turn.port.ts';

let store: EventStore;
let outlet: MemoryOutlet;
let positions: ReturnType<typeof openSqlitePositionStore>;
const relays: Relay[] = [];
beforeEach(() => {
  store = openMemoryStore();
  outlet = createMemoryOutlet();
  positions = openSqlitePositionStore(':memory:');
});
afterEach(async () => {
  for (const relay of relays.splice(0)) await relay.stop();
  await store.close();
});

const start = (more: Partial<RelayOptions> = {}): Relay => {
  const backoff = { firstMs: 1, mostMs: 2 };
  const relay = startRelay({
    name: 'kafka',
    tenant: 't',
    reader: store,
    outlet,
    positions,
    backoff,
    ...more,
  });
  relays.push(relay);
  return relay;
};

/** Public events, `count` to each of two cases, in turn. */
const write = async (count: number): Promise<void> => {
  for (let at = 0; at < count; at += 1) {
    for (const stream of ['case-a', 'case-b']) {
      await store.append(stream, [eventOf('ReceiptAcknowledged', { itemId: 'i', organ: 'o' })], 'any');
    }
  }
};

const sent = (topic: string = TOPICS.case): readonly string[] =>
  outlet.messages(topic).map(({ key, value }) => {
    const { sequence } = JSON.parse(value) as { sequence: string };
    return `${key} ${Number(sequence)}`;
  });

describe('relay', () => {
  it('sends what is there and what comes, keyed by case, and lags behind nothing', async () => {
    await write(2);
    const relay = start({ pageSize: 3 });
    await until(() => relay.state().isCaughtUp);
    await write(1);
    await until(() => relay.state().passed === 6 && relay.state().isCaughtUp);
    expect(sent()).toEqual(['a 0', 'b 0', 'a 1', 'b 1', 'a 2', 'b 2']);
    expect(relay.state()).toMatchObject({ status: 'running', sent: 6, failures: 0, lagMs: 0 });
    expect(relay.state().position).toBe(await store.head());
  });

  it('passes over private events and moves its position behind them', async () => {
    await store.append('case-a', [eventOf('PartyReportRecorded')], 'any');
    const relay = start();
    await until(() => relay.state().isCaughtUp);
    expect(relay.state()).toMatchObject({ sent: 0, passed: 1, position: numberedPosition(1) });
  });

  it('sends nothing of a case whose results are withheld, from then on and after every restart', async () => {
    await write(1);
    await start({ until: numberedPosition(2) }).ended;
    await store.append('survey-s', [eventOf('SurveyDesigned', { caseId: 'a' })], 'any');
    await store.append('case-a', [eventOf('PublicationWithheld')], 'any');
    await store.append('survey-s', [eventOf('SurveyWaveClosed')], 'any');
    await write(1);
    await start({ until: numberedPosition(7) }).ended;
    expect([sent(), sent(TOPICS.survey)]).toEqual([['a 0', 'b 0', 'b 1'], []]);
  });

  it('sends nothing of such a case that was waiting before it became one', async () => {
    await write(2);
    await store.append('case-a', [eventOf('PublicationWithheld')], 'any');
    await start({ until: numberedPosition(5), pageSize: 1 }).ended;
    expect(sent()).toEqual(['b 0', 'b 1']);
  });

  it('goes on from its place after a restart', async () => {
    await write(1);
    await start({ until: numberedPosition(2) }).ended;
    await write(1);
    await start({ until: numberedPosition(4) }).ended;
    expect(sent()).toEqual(['a 0', 'b 0', 'a 1', 'b 1']);
  });

  it('sends a failed page again from its start, so that no event is missing and none overtakes another', async () => {
    await write(3);
    outlet.failAfter(3);
    const relay = start({ until: numberedPosition(6) });
    await relay.ended;
    expect(sent()).toEqual(['a 0', 'b 0', 'a 1', 'a 0', 'b 0', 'a 1', 'b 1', 'a 2', 'b 2']);
    expect(relay.state()).toMatchObject({ failures: 1, status: 'ended' });
    expect(relay.state().lastFault).toContain('outlet.unavailable');
  });

  it('keeps trying while the outlet is away, and reads the log two pages far at most', async () => {
    await write(10);
    let reads = 0;
    let isUp = false;
    const reader = {
      ...store,
      readLog: (options: Parameters<EventStore['readLog']>[0]) => {
        if (options?.types === undefined) reads += 1;
        return store.readLog(options);
      },
    };
    const away: Outlet = {
      ...outlet,
      publish: async (messages) => {
        if (!isUp) throw new CodedError('outlet.unavailable', 'away');
        await outlet.publish(messages);
      },
    };
    const now = (): number => Date.now() + 60_000;
    const relay = start({ outlet: away, reader, pageSize: 2, until: numberedPosition(20), now });
    await until(() => relay.state().failures >= 5);
    expect(relay.state().lagMs).toBeGreaterThanOrEqual(60_000);
    expect(relay.state()).toMatchObject({ status: 'retrying', position: LOG_START, sent: 0 });
    expect(reads).toBeLessThanOrEqual(relay.state().failures * 2 + 2);
    isUp = true;
    await relay.ended;
    expect(sent()).toHaveLength(20);
  });

  it('stops where a newer release wrote, names the code and passes nothing over', async () => {
    await write(1);
    await store.append('case-a', [eventOf('ReceiptAcknowledged', {}, 99)], 'any');
    await write(1);
    const relay = start({ pageSize: 1 });
    await expect(relay.ended).rejects.toMatchObject({ code: 'event.version-unknown' });
    expect(relay.state()).toMatchObject({ status: 'failed', position: numberedPosition(2) });
    expect(sent()).toEqual(['a 0', 'b 0']);
  });

  it('holds its place while it is paused, and can be stopped then', async () => {
    const relay = start();
    await until(() => relay.state().isCaughtUp);
    relay.pause();
    await until(() => relay.state().status === 'paused');
    await write(1);
    await until(() => !relay.state().isCaughtUp);
    expect(relay.state()).toMatchObject({ position: LOG_START, status: 'paused', sent: 0 });
    relay.resume();
    await until(() => relay.state().passed === 2);
    relay.pause();
    await until(() => relay.state().status === 'paused');
    await relay.stop();
    expect(relay.state().status).toBe('ended');
  });

  it('sends nothing that is there when it starts paused', async () => {
    await write(1);
    const relay = start({ startsPaused: true });
    await until(() => relay.state().status === 'paused');
    await write(1);
    expect([sent(), relay.state().isCaughtUp]).toEqual([[], false]);
    relay.resume();
    await until(() => relay.state().passed === 4 && relay.state().isCaughtUp);
    expect(sent()).toHaveLength(4);
  });

  it('replays from a position into a topic of its own, without moving the place of the other', async () => {
    await write(2);
    await start({ until: numberedPosition(4) }).ended;
    const again = { name: 'replay-1', start: numberedPosition(2), topicOf: (topic: string) => `${topic}.r1` };
    await start({ ...again, until: numberedPosition(4) }).ended;
    expect(sent(`${TOPICS.case}.r1`)).toEqual(['a 1', 'b 1']);
    expect(sent()).toHaveLength(4);
    expect((await positions.claim('kafka', LOG_START)).position).toBe(numberedPosition(4));
  });

  it('does not start behind the end of a log of which an older copy was put back', async () => {
    await write(1);
    const far = { from: LOG_START, to: numberedPosition(3), sent: 1 };
    await positions.advance('kafka', (await positions.claim('kafka', LOG_START)).epoch, far);
    const relay = start();
    await expect(relay.ended).rejects.toMatchObject({ code: 'relay.ahead-of-log' });
    expect(sent()).toEqual([]);
  });

  it('is fenced by whoever claims its place, and then writes nothing more', async () => {
    const relay = start();
    await until(() => relay.state().isCaughtUp);
    await positions.claim('kafka', LOG_START);
    await write(1);
    await expect(relay.ended).rejects.toMatchObject({ code: 'relay.fenced' });
    expect((await positions.claim('kafka', LOG_START)).position).toBe(LOG_START);
  });
});

/** A turn of which the test says whose it is. */
const turns = () => {
  const turn = { owner: '', asked: 0 };
  const of = (name: string): Turn => {
    let mine = false;
    return {
      hold: async () => {
        turn.asked += 1;
        await new Promise(setImmediate);
        const before = mine;
        mine = turn.owner === name;
        if (!mine) return 'waited';
        return before ? 'held' : 'taken';
      },
    };
  };
  return { turn, of };
};

describe('a relay that takes turns', () => {
  it('sends only in its turn, and goes on behind what the other one sent', async () => {
    const { turn, of } = turns();
    turn.owner = 'one';
    await write(2);
    const [one, two] = [start({ turn: of('one') }), start({ turn: of('two') })];
    await until(() => one.state().sent === 4);
    await until(() => two.state().status === 'standby' || two.state().isCaughtUp);
    turn.owner = 'two';
    await write(1);
    await until(() => two.state().sent === 2 && two.state().isCaughtUp);
    await until(() => one.state().status === 'standby' || one.state().isCaughtUp);
    expect(sent()).toEqual(['a 0', 'b 0', 'a 1', 'b 1', 'a 2', 'b 2']);
    expect([one.state().failures, two.state().failures]).toEqual([0, 0]);
  });

  it('takes no turn for what is private', async () => {
    const { turn, of } = turns();
    turn.owner = 'one';
    await store.append('case-a', [eventOf('PartyReportRecorded')], 'any');
    const relay = start({ turn: of('one') });
    await until(() => relay.state().isCaughtUp);
    expect([turn.asked, relay.state().status]).toEqual([0, 'standby']);
    expect(relay.state().position).toBe(await store.head());
  });

  it('waits, where it lost its turn in the middle, without calling it a failure', async () => {
    const { turn, of } = turns();
    turn.owner = 'one';
    const inner = of('one');
    let isLost = true;
    const losing: Turn = {
      hold: async (signal) => {
        const held = await inner.hold(signal);
        if (held !== 'held' || !isLost) return held;
        isLost = false;
        throw new CodedError('lease.lost', 'to somebody else');
      },
    };
    await write(1);
    const relay = start({ turn: losing, until: numberedPosition(2) });
    await relay.ended;
    expect(sent()).toEqual(['a 0', 'b 0']);
    expect(relay.state().failures).toBe(0);
  });
});

describe('position store', () => {
  const [one, two] = [numberedPosition(1), numberedPosition(2)];

  it('begins where it is told and moves only from where it is', async () => {
    const { epoch, position } = await positions.claim('r', one);
    expect(position).toBe(one);
    const wrong = { from: LOG_START, to: two, sent: 1 };
    await expect(positions.advance('r', epoch, wrong)).rejects.toMatchObject({ code: 'relay.fenced' });
    await positions.advance('r', epoch, { from: one, to: two, sent: 1 });
    expect(await positions.read('r', epoch)).toBe(two);
  });

  it('fences an owner whose place was claimed', async () => {
    const first = await positions.claim('r', LOG_START);
    const second = await positions.claim('r', one);
    expect(second).toMatchObject({ epoch: first.epoch + 1, position: LOG_START satisfies Position });
    await expect(positions.read('r', first.epoch)).rejects.toMatchObject({ code: 'relay.fenced' });
  });
});
