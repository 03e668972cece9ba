import { outletState } from '@duban/application';
import type { EventReader } from '@duban/event-store';
import type { Relay } from '@duban/messaging';

type Log = Pick<EventReader, 'readStream' | 'onAppended'>;
type IsHeld = () => boolean;

/** Holds a relay while the log says that its outlet is paused, or while nothing may be written. Looks at once, and after every append. */
export const obeyPauses = (
  log: Log,
  outlet: string,
  relay: Pick<Relay, 'pause' | 'resume'>,
  isHeld: IsHeld = () => false,
): { readonly looked: Promise<void>; readonly stop: () => Promise<void> } => {
  let turn: Promise<void> = Promise.resolve();
  let isWaiting = false;
  const look = async (): Promise<void> => {
    isWaiting = false;
    const { isPaused } = await outletState(log, outlet);
    if (isPaused || isHeld()) relay.pause();
    else relay.resume();
  };
  const wake = (): void => {
    if (isWaiting) return;
    isWaiting = true;
    // A log that is away wakes its listeners when it is back.
    turn = turn.then(look).catch(() => undefined);
  };
  const end = log.onAppended(wake);
  wake();
  return {
    looked: turn,
    stop: async () => {
      end();
      await turn;
    },
  };
};
