import type { Actor } from '@duban/kernel';
import { decodeEventOf } from '@duban/contracts';
import {
  registerDeciders,
  registers,
  TWO_PERSON_ACTS,
  type Placed,
  type RegisterCommands,
  type RegisterEvents,
  type RegisterKind,
  type RegisterRejection,
  type TwoPersonAct,
} from '@duban/domain';
import type { CommandEnvelope } from '../command/command-envelope.ts';
import { commandHandler, type CommandHandlerPorts } from '../command/command-handler.ts';
import type { CommandOutcome } from '../command/command-outcome.ts';
import { groundsOf } from '../command/grounds-of.ts';
import { groundsAsRead } from '../command/named-authority.ts';
import { statedTimeOf } from '../command/stated-time-of.ts';
import { authorityFor, postsFor } from './authority-for.ts';
import type { ReferenceSource } from './reference-data.ts';
import { encodeThroughRegistry, type StreamKind } from '../command/stream-kind.ts';

/** Takes a command on an entry of one register. */
export type KeepRegister<Kind extends RegisterKind> = (
  sent: CommandEnvelope<RegisterCommands[Kind]>,
) => Promise<CommandOutcome<RegisterRejection>>;

/** Commands on what all cases lean on: working days, local rules, organs, and whatever else has a register. */
export type ReferenceCommands = { readonly [Kind in RegisterKind]: KeepRegister<Kind> };

/** What the commands on registers lean on besides the log. */
export type ReferenceCommandPorts = CommandHandlerPorts & {
  /** Where the rule set in force is known. Absent: no act of two persons is one that a single person may do. */
  readonly reference?: ReferenceSource;
  /** Whoever sits at the machine stands for two, and is named with what they do. */
  readonly atTheMachine?: true;
};

type Sent = CommandEnvelope<RegisterCommands[RegisterKind]>;
type Command = Placed<RegisterCommands[RegisterKind]>;
type Event = RegisterEvents[RegisterKind];

/** Acts of two persons that one may do alone on this day. The rules in force are made anew after every change of a register: only who leans on them waits. */
const confirmedByOne = async (
  { reference, atTheMachine }: ReferenceCommandPorts,
  kind: RegisterKind,
): Promise<(day: string) => readonly TwoPersonAct[]> => {
  if (registers[kind].leansOn?.rules !== true) return () => [];
  if (atTheMachine === true) return () => TWO_PERSON_ACTS;
  const known = await reference?.current();
  return (day) => known?.ruleSets[known.ruleSetOn(day) ?? '']?.confirmedByOne ?? [];
};

const keeping = (ports: ReferenceCommandPorts, kind: RegisterKind) => {
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
    const byOne = await confirmedByOne(ports, kind);
    const posts = await postsFor(ports.store, kind);
    return handle({
      stream: `${kind}-${idOf(data)}`,
      sent,
      decidedAt: (instant) => {
        const time = statedTimeOf(sent, instant);
        const context = {
          ...{ ...time, ...groundsOf(sent), known, confirmedByOne: byOne(time.decidedOn) },
          ...(posts === undefined ? {} : { posts }),
        };
        const judged = groundsAsRead(groundsOf(sent), known);
        const grounds = { occurredAt: context.occurredAt, ruleSet: null, calendar: null, judged };
        return { command: { type, data, context } as Command, grounds };
      },
    });
  };
};

export const referenceCommands = (ports: ReferenceCommandPorts): ReferenceCommands =>
  Object.fromEntries(
    (Object.keys(registers) as readonly RegisterKind[]).map((kind) => [kind, keeping(ports, kind)]),
  ) as ReferenceCommands;

/** The clock's own actor: reminders, recomputed dates and first settings are its doing. */
export const SYSTEM_ACTOR: Actor = { id: 'system:duban', role: 'system', organ: 'duban' };
