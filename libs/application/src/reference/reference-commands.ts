import type { Actor } from '@duban/kernel';
import { decodeEventOf } from '@duban/contracts';
import {
  registerDeciders,
  registers,
  type Placed,
  type RegisterCommands,
  type RegisterEvents,
  type RegisterKind,
  type RegisterRejection,
} from '@duban/domain';
import type { CommandEnvelope } from '../command/command-envelope.ts';
import { commandHandler, type CommandHandlerPorts } from '../command/command-handler.ts';
import type { CommandOutcome } from '../command/command-outcome.ts';
import { groundsOf } from '../command/grounds-of.ts';
import { groundsAsRead } from '../command/named-authority.ts';
import { statedTimeOf } from '../command/stated-time-of.ts';
import { authorityFor } from './authority-for.ts';
import { encodeThroughRegistry, type StreamKind } from '../command/stream-kind.ts';

/** Takes a command on an entry of one register. */
export type KeepRegister<Kind extends RegisterKind> = (
  sent: CommandEnvelope<RegisterCommands[Kind]>,
) => Promise<CommandOutcome<RegisterRejection>>;

/** Commands on what all cases lean on: working days, local rules, organs, and whatever else has a register. */
export type ReferenceCommands = { readonly [Kind in RegisterKind]: KeepRegister<Kind> };

type Sent = CommandEnvelope<RegisterCommands[RegisterKind]>;
type Command = Placed<RegisterCommands[RegisterKind]>;
type Event = RegisterEvents[RegisterKind];

const keeping = (ports: CommandHandlerPorts, kind: RegisterKind) => {
  const streamKind: StreamKind<unknown, Command, Event, RegisterRejection> = {
    decider: registerDeciders[kind],
    encode: encodeThroughRegistry,
    // Which register it is shows at run time only.
    decode: decodeEventOf(kind),
  };
  // The same: data of one of this register's commands.
  const idOf = registers[kind].idOf as (data: object) => string;
  const handle = commandHandler(ports, streamKind);
  return async (sent: Sent): Promise<CommandOutcome<RegisterRejection>> => {
    const { type, data } = sent;
    const known = await authorityFor(ports.store, sent);
    return handle({
      stream: `${kind}-${idOf(data)}`,
      sent,
      decidedAt: (instant) => {
        const context = { ...statedTimeOf(sent, instant), ...groundsOf(sent), known };
        const judged = groundsAsRead(groundsOf(sent), known);
        const grounds = { occurredAt: context.occurredAt, ruleSet: null, calendar: null, judged };
        return { command: { type, data, context } as Command, grounds };
      },
    });
  };
};

export const referenceCommands = (ports: CommandHandlerPorts): ReferenceCommands =>
  Object.fromEntries(
    (Object.keys(registers) as readonly RegisterKind[]).map((kind) => [kind, keeping(ports, kind)]),
  ) as ReferenceCommands;

/** The clock's own actor: reminders, recomputed dates and first settings are its doing. */
export const SYSTEM_ACTOR: Actor = { id: 'system:duban', role: 'system', organ: 'duban' };
