import { isRejected, type Message, type Rejected } from '@duban/kernel';
import type { AppendResult, EventStore } from '@duban/event-store';
import type { CommandEnvelope } from './command-envelope.ts';
import type { CommandOutcome } from './command-outcome.ts';
import { firstAnswer } from './first-answer.ts';
import type { LoadedStream } from './loaded-stream.ts';
import { newEvents, type DecisionGrounds } from './new-events.ts';
import type { StreamKind } from './stream-kind.ts';
import { streamStates, type StreamStates } from './stream-states.ts';
import { streamTurns } from './stream-turns.ts';

export type CommandHandlerPorts = {
  readonly store: EventStore;
  /** Waits before try `attempt` + 1 of a lost race; carries the jitter. */
  readonly pause: (attempt: number) => Promise<void>;
};

export type CommandHandlerLimits = {
  /** Streams whose state stays in memory between commands. */
  readonly cachedStreams: number;
  /** Lost races before the caller is told `revision-conflict`. */
  readonly attempts: number;
};

export const DEFAULT_LIMITS: CommandHandlerLimits = { cachedStreams: 4096, attempts: 12 };

/** One command, ready to be decided: what was sent, and the decider's command made of it. */
export type PreparedCommand<Command extends Message> = {
  readonly stream: string;
  readonly sent: CommandEnvelope;
  readonly command: Command;
  readonly grounds: DecisionGrounds;
};

/** Says no before the rules are asked: to senders who may not even know of this stream. */
export type Refuse<State, Reason extends string> = (state: State) => Rejected<Reason> | null;

export type HandleCommand<State, Command extends Message, Reason extends string> = (
  prepared: PreparedCommand<Command>,
  refuse?: Refuse<State, Reason>,
) => Promise<CommandOutcome<Reason>>;

type Attempt<Reason extends string> = CommandOutcome<Reason> | 'lost-race';

type Pipeline<State, Command extends Message, Event extends Message, Reason extends string> = {
  readonly store: EventStore;
  readonly kind: StreamKind<State, Command, Event, Reason>;
  readonly states: StreamStates<State>;
  readonly refuse: Refuse<State, Reason>;
};

const answerOf = <State>(
  states: StreamStates<State>,
  stream: string,
  before: LoadedStream<State>,
  result: AppendResult,
): Attempt<never> => {
  if (result.outcome === 'key-reused') return result;
  if (result.outcome === 'conflict') {
    states.forget(stream);
    return 'lost-race';
  }
  if (result.outcome === 'appended') states.appended(stream, before, result.events);
  return {
    outcome: 'accepted',
    revision: result.revision,
    position: result.position,
    events: result.events.map(({ type, id }) => ({ type, id })),
    replayed: result.outcome === 'repeated',
  };
};

/** Decides on one loaded state and appends what was decided, naming the revision it rests on. */
const decideOn = async <State, Command extends Message, Event extends Message, Reason extends string>(
  { store, kind, states, refuse }: Pipeline<State, Command, Event, Reason>,
  { stream, sent, command, grounds }: PreparedCommand<Command>,
  loaded: LoadedStream<State>,
): Promise<Attempt<Reason>> => {
  const refused = refuse(loaded.state);
  if (refused !== null) return { outcome: 'rejected', revision: null, ...refused };
  if (sent.ifRevision !== undefined && sent.ifRevision !== loaded.revision) {
    return { outcome: 'revision-conflict', currentRevision: loaded.revision };
  }
  const events = kind.decider.decide(command, loaded.state);
  if (isRejected(events)) return { outcome: 'rejected', revision: loaded.revision, ...events };
  if (events.length === 0) {
    return { outcome: 'nothing-to-do', revision: loaded.revision, position: loaded.position };
  }
  const written = newEvents(kind.encode, stream, sent, { events, grounds });
  const result = await store.append(stream, written, loaded.revision ?? 'no-stream');
  return answerOf(states, stream, loaded, result);
};

/** Whatever is no append is only answered on the latest state, and only if this command did not write before. */
const attempt = async <State, Command extends Message, Event extends Message, Reason extends string>(
  pipeline: Pipeline<State, Command, Event, Reason>,
  prepared: PreparedCommand<Command>,
): Promise<Attempt<Reason>> => {
  const { stream, sent } = prepared;
  const { loaded, fresh } = await pipeline.states.load(stream);
  const first = await decideOn(pipeline, prepared, loaded);
  if (first === 'lost-race' || first.outcome === 'accepted' || first.outcome === 'key-reused') return first;
  const latest = fresh ? loaded : await pipeline.states.latest(stream);
  const outcome = latest.revision === loaded.revision ? first : await decideOn(pipeline, prepared, latest);
  if (outcome === 'lost-race' || outcome.outcome === 'accepted') return outcome;
  return (await firstAnswer(pipeline.store, stream, sent)) ?? outcome;
};

/**
 * Load, decide, append (architecture.md section 4). The state of hot streams stays in memory but is never trusted over
 * the log: every append names the revision it was decided on, and a refusal is only given on the latest one.
 */
export const commandHandler = <State, Command extends Message, Event extends Message, Reason extends string>(
  ports: CommandHandlerPorts,
  kind: StreamKind<State, Command, Event, Reason>,
  limits: CommandHandlerLimits = DEFAULT_LIMITS,
): HandleCommand<State, Command, Reason> => {
  const { store, pause } = ports;
  const states = streamStates(store, kind, limits.cachedStreams);
  const inTurn = streamTurns();
  return (prepared, refuse = () => null) =>
    inTurn(prepared.stream, async () => {
      const pipeline = { store, kind, states, refuse };
      for (let tries = 1; ; tries += 1) {
        const outcome = await attempt(pipeline, prepared);
        if (outcome !== 'lost-race') return outcome;
        if (tries >= limits.attempts) {
          const { revision } = await states.latest(prepared.stream);
          return { outcome: 'revision-conflict', currentRevision: revision };
        }
        await pause(tries);
      }
    });
};
