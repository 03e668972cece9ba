import { caseCommands, caseKind, loadStream, referenceCommands, referenceSource } from '@duban/application';
import { caseStream, type ItemState, type OpenedCase } from '@duban/domain';
import { CodedError } from '@duban/kernel';
import type { EventStore, StoredEvent } from '@duban/event-store';
import { openMemoryStore } from '@duban/event-store-memory';
import type { DemoOffice, DemoTime } from './seed-demo.ts';

const CHOICE = { ruleSetId: 'cq-default', region: 'CN' };

/** For specs only: an office on a log whose clock is moved by hand. */
export type TestOffice = DemoOffice & {
  readonly store: EventStore;
  readonly time: DemoTime;
  readonly now: () => number;
};

type Clock = { now: () => number };

export const openOffice = async (
  open: (clock: Clock) => EventStore | Promise<EventStore> = (clock) => openMemoryStore({ clock }),
): Promise<TestOffice> => {
  let instant = 0;
  const clock: Clock = { now: () => instant };
  const store = await open(clock);
  const reference = referenceSource(store, CHOICE);
  const ports = { store, clock, pause: async () => undefined };
  return {
    store,
    cases: caseCommands({ ...ports, reference, tenant: 'cq' }),
    references: referenceCommands(ports),
    now: clock.now,
    time: {
      moveTo: (at) => {
        instant = Temporal.Instant.from(at).epochMilliseconds;
      },
    },
  };
};

export const wholeLog = async ({ store }: TestOffice): Promise<readonly StoredEvent[]> => {
  const events: StoredEvent[] = [];
  for (
    let page = await store.readLog();
    page.events.length > 0;
    page = await store.readLog({ after: page.next })
  ) {
    events.push(...page.events);
  }
  return events;
};

export const caseOf = async ({ store }: TestOffice, caseId: string): Promise<OpenedCase> => {
  const { state } = await loadStream(store, caseKind, caseStream(caseId));
  if (state.status === 'unopened') throw new CodedError('demo.case-unknown', caseId);
  return state;
};

export const itemOf = (state: OpenedCase, itemId: string): ItemState => {
  const item = state.items[itemId];
  if (item === undefined) throw new CodedError('demo.item-unknown', itemId);
  return item;
};
