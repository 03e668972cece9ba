import { createHash } from 'node:crypto';
import type { EventStore, NewEvent } from '@duban/event-store';

const uuidOf = (text: string): string =>
  createHash('sha256')
    .update(text)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');

const eventOf = (commandId: string, index: number): NewEvent => ({
  id: uuidOf(`${commandId}/${index}`),
  type: 'ProgressReported',
  schemaVersion: 1,
  data: { itemId: 'i-1', organ: 'water', text: '整改'.repeat(60), index },
  metadata: {
    commandId,
    commandDigest: 'c'.repeat(64),
    correlationId: commandId,
    causationId: commandId,
    actor: { id: 'person:1', role: 'responsible-unit', organ: 'water' },
    onBehalfOf: null,
    basis: {},
    occurredAt: '2026-03-05T09:00:00+08:00',
    ruleSet: null,
    calendar: null,
  },
});

export type CaseLog = { readonly cases: number; readonly eventsPerCase: number; readonly perAppend: number };

const AT_ONCE = 64;

/** What the consumer must end up with: of each case, the ids in order. */
export const idsOf = ({ eventsPerCase, perAppend }: CaseLog, number: number): readonly string[] =>
  Array.from({ length: eventsPerCase / perAppend }, (_, round) => round).flatMap((round) =>
    Array.from({ length: perAppend }, (_, index) => uuidOf(`c${number}-r${round}/${index}`)),
  );

/** Appends number `from` up to `to` of all that the log needs: to every case in turn, so that pages are well mixed. */
export const writeAppends = async (
  store: EventStore,
  { cases, perAppend }: CaseLog,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<void> => {
  for (let first = from; first < to; first += AT_ONCE) {
    const appends = Array.from({ length: Math.min(AT_ONCE, to - first) }, (_, at) => first + at);
    await Promise.all(
      appends.map((append) => {
        const [number, round] = [append % cases, Math.floor(append / cases)];
        const events = Array.from({ length: perAppend }, (_, index) =>
          eventOf(`c${number}-r${round}`, index),
        );
        return store.append(`case-${number}`, events, 'any');
      }),
    );
  }
};
