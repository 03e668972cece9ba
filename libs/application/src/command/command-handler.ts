import { isRejected, type Clock, type Message, type Rejected } from '@duban/kernel';
import type { AppendResult, EventStore } from '@duban/event-store';
import type { CommandEnvelope } from './command-envelope.ts';
import type { CommandOutcome } from './command-outcome.ts';
import { firstAnswer } from './first-answer.ts';
import { instantOf } from './legal-time.ts';
import type { LoadedStream } from './loaded-stream.ts';
import { newEvents, type DecisionGrounds } from './new-events.ts';
import type { StreamKind } from './stream-kind.ts';
import { streamStates, type StreamStates } from './stream-states.ts';
import { streamTurns } from './stream-turns.ts';

export type CommandHandlerPorts = {
  readonly store: EventStore;
  /** Asked anew for each attempt: a command that lost a race is decided on the day on which it is written. */
  readonly clock: Clock;
  /** Waits before try `attempt` + 1 of a lost race; carries the jitter. */
  readonly pause: (attempt: number) => Promise<void>;
};

export type CommandHandlerLimits = {
  /** Streams whose state stays in memory between commands. */
  readonly cachedStreams: number;
  /** Lost races before the caller is told `revision-conflict`. */
  readonly attempts: number;
};

const DEFAULT_LIMITS: CommandHandlerLimits = { cachedStreams: 4096, attempts: 12 };

/** The decider's command, made of what was sent for one attempt; `refused` where its time speaks against it. */
export type AttemptedCommand<Command extends Message, Reason extends string = never> = {
  readonly command: Command;
  readonly grounds: DecisionGrounds;
  readonly refused?: Rejected<Reason> | null;
};

/** One command, ready to be decided: what was sent, and what it is at an instant, in epoch milliseconds. */
export type PreparedCommand<Command extends Message, Reason extends string = never> = {
  readonly stream: string;
  readonly sent: CommandEnvelope;
  readonly decidedAt: (instant: number) => AttemptedCommand<Command, Reason>;
};

/** Says no before the rules are asked: to senders who may not even know of this stream. */
export type Refuse<State, Reason extends string> = (state: State) => Rejected<Reason> | null;

export type HandleCommand<State, Command extends Message, Reason extends string> = (
  prepared: PreparedCommand<Command, Reason>,
  refuse?: Refuse<State, Reason>,
) => Promise<CommandOutcome<Reason>>;

type Attempt<Reason extends string> = CommandOutcome<Reason> | 'lost-race';

type Pipeline<State, Command extends Message, Event extends Message, Reason extends string> = {
  readonly store: EventStore;
  readonly clock: Clock;
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
  { store, clock, kind, states, refuse }: Pipeline<State, Command, Event, Reason>,
  { stream, sent, decidedAt }: PreparedCommand<Command, Reason>,
  loaded: LoadedStream<State>,
): Promise<Attempt<Reason>> => {
  const instant = clock.now();
  const { command, grounds, refused: untimely = null } = decidedAt(instant);
  const refused = refuse(loaded.state) ?? untimely;
  if (refused !== null) return { outcome: 'rejected', revision: null, ...refused };
  if (sent.ifRevision !== undefined && sent.ifRevision !== loaded.revision) {
    return { outcome: 'revision-conflict', currentRevision: loaded.revision };
  }
  const events = kind.decider.decide(command, loaded.state);
  if (isRejected(events)) return { outcome: 'rejected', revision: loaded.revision, ...events };
  if (events.length === 0) {
    return { outcome: 'nothing-to-do', revision: loaded.revision, position: loaded.position };
  }
  const decided = { events, grounds, decidedAt: instantOf(instant) };
  const written = newEvents(kind.encode, stream, sent, decided);
  const result = await store.append(stream, written, loaded.revision ?? 'no-stream');
  return answerOf(states, stream, loaded, result);
};

/** Whatever is no append is only answered on the latest state, and only if this command did not write before. */
const attempt = async <State, Command extends Message, Event extends Message, Reason extends string>(
  pipeline: Pipeline<State, Command, Event, Reason>,
  prepared: PreparedCommand<Command, Reason>,
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
  const { store, clock, pause } = ports;
  const states = streamStates(store, kind, limits.cachedStreams);
  const inTurn = streamTurns();
  return (prepared, refuse = () => null) =>
    inTurn(prepared.stream, async () => {
      const pipeline = { store, clock, kind, states, refuse };
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
