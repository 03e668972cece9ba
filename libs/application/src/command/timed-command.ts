import type { Message } from '@duban/kernel';
import { refuseGrounds, refuseStatedTime, type GroundRejection, type TimeRejection } from '@duban/domain';
import type { CommandEnvelope } from './command-envelope.ts';
import type { PreparedCommand } from './command-handler.ts';
import { statedTimeOf } from './stated-time-of.ts';

/** A command that needs no rules and no calendar: its time and its grounds are held against the limits of one on a case. */
export const timed = <Command extends Message>(
  stream: string,
  sent: CommandEnvelope<Command>,
): PreparedCommand<Command, TimeRejection | GroundRejection> => ({
  stream,
  sent,
  decidedAt: (instant) => {
    const time = statedTimeOf(sent, instant);
    return {
      command: sent,
      grounds: { occurredAt: time.occurredAt, ruleSet: null, calendar: null },
      refused: refuseStatedTime(time) ?? refuseGrounds(sent),
    };
  },
});
