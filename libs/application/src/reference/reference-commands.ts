import type { Actor, Clock, Message } from '@duban/kernel';
import { decodeEventOf } from '@duban/contracts';
import {
  calendarDecider,
  calendarStream,
  organDecider,
  organStream,
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
} from '@duban/domain';
import type { CommandEnvelope } from '../command/command-envelope.ts';
import {
  commandHandler,
  type CommandHandlerPorts,
  type PreparedCommand,
} from '../command/command-handler.ts';
import type { CommandOutcome } from '../command/command-outcome.ts';
import { legalTimeOf } from '../command/legal-time.ts';
import { encodeThroughRegistry, type StreamKind } from '../command/stream-kind.ts';

type Sent<Command extends Message> = CommandEnvelope<Command>;

/** Commands on what all cases lean on: working days, local rules, and the register of organs. */
export type ReferenceCommands = {
  readonly calendar: (sent: Sent<CalendarCommand>) => Promise<CommandOutcome<CalendarRejection>>;
  readonly ruleSet: (sent: Sent<RuleSetCommand>) => Promise<CommandOutcome<RuleSetRejection>>;
  readonly organ: (sent: Sent<OrganCommand>) => Promise<CommandOutcome<OrganRejection>>;
};

const calendarKind: StreamKind<CalendarState, CalendarCommand, CalendarEvent, CalendarRejection> = {
  decider: calendarDecider,
  encode: encodeThroughRegistry,
  decode: decodeEventOf('calendar'),
};

const ruleSetKind: StreamKind<RuleSetState, RuleSetCommand, RuleSetEvent, RuleSetRejection> = {
  decider: ruleSetDecider,
  encode: encodeThroughRegistry,
  decode: decodeEventOf('ruleset'),
};

const organKind: StreamKind<OrganState, OrganCommand, OrganEvent, OrganRejection> = {
  decider: organDecider,
  encode: encodeThroughRegistry,
  decode: decodeEventOf('organ'),
};

const prepared = <Command extends Message>(
  stream: string,
  sent: Sent<Command>,
  clock: Clock,
): PreparedCommand<Command> => ({
  stream,
  sent,
  command: sent,
  grounds: { occurredAt: sent.occurredAt ?? legalTimeOf(clock.now()), ruleSet: null, calendar: null },
});

export const referenceCommands = (
  ports: CommandHandlerPorts & { readonly clock: Clock },
): ReferenceCommands => {
  const calendars = commandHandler(ports, calendarKind);
  const ruleSets = commandHandler(ports, ruleSetKind);
  const organs = commandHandler(ports, organKind);
  return {
    calendar: (sent) => calendars(prepared(calendarStream(sent.data.region), sent, ports.clock)),
    ruleSet: (sent) => ruleSets(prepared(ruleSetStream(sent.data.rules.id), sent, ports.clock)),
    organ: (sent) => organs(prepared(organStream(sent.data.organId), sent, ports.clock)),
  };
};

/** The clock's own actor: reminders, recomputed dates and first settings are its doing. */
export const SYSTEM_ACTOR: Actor = { id: 'system:duban', role: 'system', organ: 'duban' };
