import type { ActorRole, Grounds, Message, Recorded, Rejected } from '@duban/kernel';
import type { TSchema } from '@sinclair/typebox';
import type { KnownAuthority } from '../authority/known-authority.ts';
import type { PostsState } from '../posts/posts.state.ts';
import type { Data } from '../schema/data.ts';
import type { EventRules } from '../step/event-rules.ts';
import type { StatedTime } from '../time/stated-time.ts';
import type { TwoPersonAct } from '../two-persons/two-persons.ts';

/** What a decision of a register needs besides its state: who acts, on what paper, and when. */
export type RegisterContext = StatedTime &
  Grounds & {
    /** What the registers of bodies, meetings and mandates say of the ids that the command names; left out: nothing. */
    readonly known?: KnownAuthority;
    /** Acts of two persons that one may do alone: what the rule set in force lists, and all at the machine itself; left out: none. */
    readonly confirmedByOne?: readonly TwoPersonAct[];
    /** The register of posts, for whoever asks who else could confirm; left out: it knows nobody. */
    readonly posts?: PostsState;
  };

/** Everything that is true of one event of a register, said once. */
export interface RegisterEventRecord<State, Event extends Message> extends EventRules {
  /** Folds the recorded event. Never refuses: what happened, happened. */
  readonly fold: (state: State, event: Recorded<Event>) => State;
}

/**
 * One command on an entry of a register, with what is decided and what comes of it: the same shape as a step of a case
 * (`case/step.ts`), without stages. A record is declared with its type, never inferred.
 */
export interface RegisterStep<State, Sent extends TSchema, Event extends Message, Reason extends string> {
  /** What it is called where it can be taken. */
  readonly label: { readonly zh: string; readonly en: string };
  /** The body's `data` together with what the address says; dates are ISO dates in Asia/Shanghai. */
  readonly data: Sent;
  /** Parts that may send it. */
  readonly who: readonly ActorRole[];
  /** It rests on the decision of a body, and judges it. Left out: a decision that is stated is refused. */
  readonly takesDecision?: true;
  /** Pure; an empty answer means "already so". */
  readonly decide: (
    data: Data<Sent>,
    state: State,
    context: RegisterContext,
  ) => readonly Event[] | Rejected<Reason>;
  readonly events: {
    readonly [Type in Event['type']]: RegisterEventRecord<State, Extract<Event, { readonly type: Type }>>;
  };
}

/** What the record of a step was declared with. */
export type Declared<Record> =
  Record extends RegisterStep<infer State, infer Sent, infer Event, infer Reason>
    ? { state: State; data: Data<Sent>; event: Event; reason: Reason }
    : never;

/** A step whose register is known at run time only. */
export type AnyRegisterStep = RegisterStep<unknown, TSchema, Message, string>;
