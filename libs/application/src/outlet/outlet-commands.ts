import type { Decider, Message } from '@duban/kernel';
import { decodeEventOf, outletStream, type OutletEvent } from '@duban/contracts';
import type { GroundRejection, TimeRejection } from '@duban/domain';
import type { EventReader } from '@duban/event-store';
import type { CommandEnvelope } from '../command/command-envelope.ts';
import { commandHandler, type CommandHandlerPorts } from '../command/command-handler.ts';
import type { CommandOutcome } from '../command/command-outcome.ts';
import { timed } from '../command/timed-command.ts';
import { encodeThroughRegistry, type StreamKind } from '../command/stream-kind.ts';

export type OutletCommand =
  | Message<'PauseOutlet', { readonly outlet: string; readonly reason: string }>
  | Message<'ResumeOutlet', { readonly outlet: string; readonly reason: string }>;

/** Who may not go on, by whose word and why; all null while events go out. */
export type OutletState = {
  readonly isPaused: boolean;
  readonly since: string | null;
  readonly by: string | null;
  readonly reason: string | null;
};

export type OutletCommands = (
  sent: CommandEnvelope<OutletCommand>,
) => Promise<CommandOutcome<TimeRejection | GroundRejection>>;

const OPEN: OutletState = { isPaused: false, since: null, by: null, reason: null };

/** A pause is a fact like any other: every process that sends obeys it, and a restart does not forget it. */
const outletDecider: Decider<OutletState, OutletCommand, OutletEvent, never> = {
  initialState: OPEN,
  decide: ({ type, data }, { isPaused }) => {
    if (type === 'PauseOutlet') return isPaused ? [] : [{ type: 'OutletPaused', data }];
    return isPaused ? [{ type: 'OutletResumed', data }] : [];
  },
  evolve: (_state, event) =>
    event.type === 'OutletPaused'
      ? { isPaused: true, since: event.occurredAt, by: event.actor.id, reason: event.data.reason }
      : OPEN,
};

const decode = decodeEventOf('outlet');

const kind: StreamKind<OutletState, OutletCommand, OutletEvent, TimeRejection | GroundRejection> = {
  decider: outletDecider,
  encode: encodeThroughRegistry,
  decode,
};

export const outletCommands = (ports: CommandHandlerPorts): OutletCommands => {
  const handle = commandHandler(ports, kind);
  return (sent) => handle(timed(outletStream(sent.data.outlet), sent));
};

/** As the log says now; the last event is the state. */
export const outletState = async (
  reader: Pick<EventReader, 'readStream'>,
  outlet: string,
): Promise<OutletState> => {
  const { events } = await reader.readStream(outletStream(outlet), { direction: 'backwards', limit: 1 });
  return events.map(decode).reduce(outletDecider.evolve, OPEN);
};
