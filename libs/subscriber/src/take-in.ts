import { CodedError, hasCode } from '@duban/kernel';
import type { Apply, Inbox, Intake } from './inbox/inbox.port.ts';
import type { SessionContext } from './supervise.ts';

/** What a consumer brings. */
export type Consumer<Tx> = { readonly inbox: Inbox<Tx>; readonly apply: Apply<Tx> };

const OWN = ['subscriber.place-moved', 'subscriber.out-of-order'];

/**
 * Hands what arrived to the consumer's inbox. What goes wrong in there is the consumer's to mend: the subscription stops
 * before the event, and never passes over it (E19).
 * @throws CodedError `subscriber.handler-failed`, `subscriber.out-of-order`, `subscriber.place-moved`
 */
export const takeIn = async <Tx>(
  { inbox, apply }: Consumer<Tx>,
  intake: Intake,
  { record, working }: SessionContext,
): Promise<void> => {
  try {
    record.took(await working(inbox.take(intake, apply)));
  } catch (cause) {
    if (OWN.some((code) => hasCode(cause, code))) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new CodedError('subscriber.handler-failed', `on ${intake.lane}: ${why}`, { cause });
  }
};
