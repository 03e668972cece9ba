import type { Actor, Clock, Message, Rejected } from '@duban/kernel';
import { decodeEventOf } from '@duban/contracts';
import {
  calendarDecider,
  calendarStream,
  organDecider,
  organStream,
  refuseStatedTime,
  ruleSetDecider,
  ruleSetStream,
  type CalendarCommand,
  type CalendarEvent,
  type CalendarRejection,
  type CalendarState,
  type OrganCommand,
  type OrganEvent,
  type OrganRejection,
  type OrganState,
  type RuleSetCommand,
  type RuleSetEvent,
  type RuleSetRejection,
  type RuleSetState,
  type TimeRejection,
} from '@duban/domain';
import type { CommandEnvelope } from '../command/command-envelope.ts';
import {
  commandHandler,
  type CommandHandlerPorts,
  type PreparedCommand,
} from '../command/command-handler.ts';
import type { CommandOutcome } from '../command/command-outcome.ts';
import { statedTimeOf } from '../command/stated-time-of.ts';
import { encodeThroughRegistry, type StreamKind } from '../command/stream-kind.ts';

type Sent<Command extends Message> = CommandEnvelope<Command>;

/** Commands on what all cases lean on: working days, local rules, and the register of organs. */
export type ReferenceCommands = {
  readonly calendar: (
    sent: Sent<CalendarCommand>,
  ) => Promise<CommandOutcome<CalendarRejection | TimeRejection>>;
  readonly ruleSet: (sent: Sent<RuleSetCommand>) => Promise<CommandOutcome<RuleSetRejection | TimeRejection>>;
  readonly organ: (sent: Sent<OrganCommand>) => Promise<CommandOutcome<OrganRejection | TimeRejection>>;
};

const calendarKind: StreamKind<
  CalendarState,
  CalendarCommand,
  CalendarEvent,
  CalendarRejection | TimeRejection
> = {
  decider: calendarDecider,
  encode: encodeThroughRegistry,
  decode: decodeEventOf('calendar'),
};

const ruleSetKind: StreamKind<RuleSetState, RuleSetCommand, RuleSetEvent, RuleSetRejection | TimeRejection> =
  {
    decider: ruleSetDecider,
    encode: encodeThroughRegistry,
    decode: decodeEventOf('ruleset'),
  };

const organKind: StreamKind<OrganState, OrganCommand, OrganEvent, OrganRejection | TimeRejection> = {
  decider: organDecider,
  encode: encodeThroughRegistry,
  decode: decodeEventOf('organ'),
};

/** Held against the same limits as the time of a command on a case. */
const timed = <Command extends Message>(
  stream: string,
  sent: Sent<Command>,
  clock: Clock,
): readonly [PreparedCommand<Command>, () => Rejected<TimeRejection> | null] => {
  const time = statedTimeOf(sent, clock);
  const grounds = { occurredAt: time.occurredAt, ruleSet: null, calendar: null };
  return [{ stream, sent, command: sent, grounds }, () => refuseStatedTime(time)];
};

export const referenceCommands = (
  ports: CommandHandlerPorts & { readonly clock: Clock },
): ReferenceCommands => {
  const calendars = commandHandler(ports, calendarKind);
  const ruleSets = commandHandler(ports, ruleSetKind);
  const organs = commandHandler(ports, organKind);
  return {
    calendar: (sent) => calendars(...timed(calendarStream(sent.data.region), sent, ports.clock)),
    ruleSet: (sent) => ruleSets(...timed(ruleSetStream(sent.data.rules.id), sent, ports.clock)),
    organ: (sent) => organs(...timed(organStream(sent.data.organId), sent, ports.clock)),
  };
};

/** The clock's own actor: reminders, recomputed dates and first settings are its doing. */
export const SYSTEM_ACTOR: Actor = { id: 'system:duban', role: 'system', organ: 'duban' };
