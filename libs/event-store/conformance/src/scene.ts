import type { Clock, Position } from '@duban/kernel';
import type { EventStore } from '@duban/event-store';
import type { LogFactory, LogUnderTest } from './log-under-test.ts';

const START = Date.UTC(2026, 2, 5, 1);

/** A clock that stands still until a case sets it. */
export type SetClock = Clock & { set: (now: number) => void };

const createSetClock = (): SetClock => {
  let time = START;
  return {
    now: () => time,
    set: (now) => {
      time = now;
    },
  };
};

/** What one case works with. */
export type Scene = {
  readonly store: EventStore;
  readonly clock: SetClock;
  /** Where the log ended when the case began: a log that is shared with others is not empty. */
  readonly origin: Position;
  /** How long a listener may have to wait for a wake-up that no append causes. */
  readonly wakeWithinMs: number;
  /** Another client of the same log. */
  readonly another: () => Promise<EventStore>;
  readonly restart: (how: 'close' | 'crash') => Promise<EventStore>;
};

class Stage {
  readonly clock = createSetClock();
  readonly #opened: EventStore[] = [];
  #log: LogUnderTest | null = null;

  async prepare(factory: LogFactory, wakeWithinMs: number): Promise<Scene> {
    this.#log = await factory(this.clock);
    const store = await this.open();
    const origin = await store.head();
    return {
      store,
      origin,
      clock: this.clock,
      wakeWithinMs,
      another: () => this.open(),
      restart: (how) => this.#restart(how),
    };
  }

  async open(): Promise<EventStore> {
    if (this.#log === null) throw new Error('the stage has no log yet');
    const store = await this.#log.open();
    this.#opened.push(store);
    return store;
  }

  async clear(): Promise<void> {
    await Promise.allSettled(this.#opened.map((store) => store.close()));
    await this.#log?.remove();
  }

  async #restart(how: 'close' | 'crash'): Promise<EventStore> {
    if (how === 'crash') await this.#log?.crash();
    else await Promise.all(this.#opened.map((store) => store.close()));
    return this.open();
  }
}

/** Sets up a log, lets `play` work with it and clears up whatever happens. */
export const withScene = async (
  factory: LogFactory,
  wakeWithinMs: number,
  play: (scene: Scene) => Promise<void>,
): Promise<void> => {
  const stage = new Stage();
  try {
    await play(await stage.prepare(factory, wakeWithinMs));
  } finally {
    await stage.clear();
  }
};
