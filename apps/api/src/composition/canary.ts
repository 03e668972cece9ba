import { randomUUID } from 'node:crypto';
import { encodeEvent } from '@duban/contracts';
import { SYSTEM_ACTOR } from '@duban/application';
import type { EventStore, NewEvent } from '@duban/event-store';
import type { LogState } from '@duban/installation';
import { CodedError } from '@duban/kernel';
import type { ReadStore } from '@duban/read-store';

/** Longer than any page of the reader, shorter than whoever asks for health waits. */
const PATIENCE_MS = 3_000;
/** No stream gets that far: an append behind this revision is decided on by the log, answered, and writes nothing. */
const NEVER_REACHED = 900_000_000;

const unavailable = (code: string, remedy: string): LogState => ({ status: 'unavailable', code, remedy });

const canaryEvent = (): NewEvent => {
  const commandId = `canary:${randomUUID()}`;
  const event = { type: 'LeaseReleased', data: { epoch: 1, holder: 'canary' } } as const;
  const ids = { commandId, commandDigest: 'canary', correlationId: commandId, causationId: commandId };
  const told = {
    onBehalfOf: null,
    basis: {},
    occurredAt: '2026-01-01T00:00:00+08:00',
    ruleSet: null,
    calendar: null,
  };
  const metadata = { ...ids, ...told, actor: SYSTEM_ACTOR };
  return { id: randomUUID(), type: event.type, ...encodeEvent(event), metadata };
};

const tooSlow = (): Promise<LogState> =>
  new Promise((resolve) => {
    const late = unavailable('log.unavailable', 'the log has not answered an append for three seconds');
    setTimeout(resolve, PATIENCE_MS, late).unref();
  });

/**
 * Through the log and back (E57): an append that the log decides on but does not keep, and then whether what is at the
 * head reaches the read models of this process. A socket that is open, or a subscription that was begun, proves neither.
 * A reader that is behind and moves is no fault; one to which nothing comes any more is.
 */
const roundTrip = async (raw: EventStore, read: ReadStore): Promise<LogState> => {
  try {
    const { outcome } = await raw.append(`canary-${randomUUID()}`, [canaryEvent()], NEVER_REACHED);
    if (outcome !== 'conflict')
      return unavailable('log.unavailable', `the log answered a canary with ${outcome}`);
    const before = read.position();
    if (await read.waitFor(await raw.head(), PATIENCE_MS)) return { status: 'ok' };
    if (read.position() !== before) return { status: 'ok' };
    return unavailable(
      'read-model.receives-nothing',
      'nothing from the log reaches this process; restart it',
    );
  } catch (error) {
    if (error instanceof CodedError) return unavailable(error.code, error.message);
    throw error;
  }
};

/** One canary at a time, however many ask. */
export const canary = (raw: EventStore, read: ReadStore): (() => Promise<LogState>) => {
  let flying: Promise<LogState> | null = null;
  return () =>
    (flying ??= Promise.race([roundTrip(raw, read), tooSlow()]).finally(() => {
      flying = null;
    }));
};
