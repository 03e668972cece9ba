import type { Actor, ActorRole, Message, Recorded, Rejected } from '@duban/kernel';
import type { TSchema } from '@sinclair/typebox';
import type { DecidedBy, DecidedForAnother } from '../authority/deciding-bodies.ts';
import type { Data } from '../schema/data.ts';
import type { EventRules } from '../step/event-rules.ts';
import type { CaseDecision } from './case.decisions.ts';
import type { CaseEventType } from './case.events.ts';
import type { CaseRejection } from './case.rejections.ts';
import type { ItemState, OpenedCase } from './case.state.ts';
import type { ItemStage } from './case.vocabulary.ts';
import type { CommandContext } from './command-context.ts';
import type { Source } from './law.texts.ts';

/** Whose affair a step is, and how that is said. */
export type Whose = {
  readonly zh: string;
  readonly en: string;
  readonly isTheirs: (place: StepPlace) => boolean;
};

/** Where a step on an item stands: who asks, for which organ, and what there is. */
export type StepPlace = Actor & { readonly state: OpenedCase; readonly item: ItemState };

/** Everything that is true of one event of a case, said once. */
export interface EventRecord<Event extends Message> extends EventRules {
  /** The author's own judgement: corrected by that person alone, since nobody else may have a say in it. */
  readonly ownJudgement?: true;
  /** The signed paper, by its digest, that a correction is held against: it lies with the case. */
  readonly heldAgainst?: (data: Event['data']) => string;
  /**
   * What the fact must satisfy besides its schema, as it is corrected: the checks that it passed when it was stated. `standing` is what
   * it says until then.
   */
  readonly recheck?: (
    data: Event['data'],
    state: OpenedCase,
    context: CommandContext,
    standing: Event['data'],
  ) => Rejected<CaseRejection> | null;
  /** Folds the recorded event into an opened case. Never refuses: what happened, happened. */
  readonly fold: (state: OpenedCase, event: Recorded<Event>) => OpenedCase;
  /** What a case is from this event on that was not there before it. Left out: the event says nothing of such a case. */
  readonly begin?: (event: Recorded<Event>) => OpenedCase;
}

/** What is true of an event of a case besides what it does to it. */
export type CaseEventRules = Omit<EventRecord<Message>, 'fold' | 'begin'>;

/** The rules of the event of this name; undefined where no step has it. */
export type RulesOf = (type: CaseEventType) => CaseEventRules | undefined;

export type EventRecords<Event extends Message> = {
  readonly [Type in Event['type']]: EventRecord<Extract<Event, { readonly type: Type }>>;
};

/**
 * Everything that is true of one step of the loop, said once: what is sent, by whom, when, what it decides, and the events
 * that come of it. Registries, hints, forms and documents are computed from it. A record is declared with its type, so
 * that the types of state and events can be made of the schemas beside it.
 */
export interface Step<Sent extends TSchema, Event extends Message = never, Added = unknown> {
  /** What it is called where it can be taken: on a button, in a hint, in a list of what may be done. */
  readonly label: { readonly zh: string; readonly en: string };
  /** The articles that prescribe it or that it was made after. Left out: no article does, it is ours (DESIGN). */
  readonly source?: Source;
  /** The body's `data`; dates are ISO dates in Asia/Shanghai. What the server adds to it is none of it: `Added`. */
  readonly data: Sent;
  /** Parts that may send it; the column "who" of domain.md section 2.3. */
  readonly who: readonly ActorRole[];
  /** Stages of an item at which it can be accepted at all; `case`: it is about the case as a whole. */
  readonly at: readonly ItemStage[] | 'case';
  /** States of a case that is there in which a step on it as a whole can be accepted; left out: while it is open. */
  readonly during?: readonly OpenedCase['status'][];
  /** Whether it is the asker's affair: their own assignment or suggestion, and no work of their own that they judge. Left out: of all in `who`. */
  readonly whose?: Whose;
  /** What else must be there for the step to have an object: an open escalation, a promise, a reply. */
  readonly when?: (place: StepPlace) => boolean;
  /** Whose decision it is, where it is an act of a body. Left out: nobody decides it in a body's name. */
  readonly decidedBy?: DecidedBy;
  /** The committee that leads the case takes it, another one by decision of these bodies. Left out: any of those in `who`. */
  readonly byLeadCommittee?: DecidedForAnother;
  /** 可代录: organs and deputies may hand it in on paper, and the offices enter it for them. Left out: never, a vote least of all. */
  readonly onPaper?: true;
  /** What a post of the Council does as a member of the house: it needs no paper of the Council. */
  readonly inOwnName?: true;
  /** `server`: made by the server out of what it stored. `import`: taken inside a started batch only. Left out: sent by people. */
  readonly origin?: 'server' | 'import';
  /** Why it is not taken here, whatever the case is; null where nothing speaks against it. */
  readonly refuse?: (data: Data<Sent> & Added, context: CommandContext) => Rejected<CaseRejection> | null;
  /** The same decision where the case is not there yet. Left out: there is nothing to decide about. */
  readonly open?: (data: Data<Sent> & Added, context: CommandContext) => CaseDecision;
  /** One decision on an opened case. Pure; an empty answer means "already so". */
  readonly decide: (
    data: Data<Sent> & Added,
    state: OpenedCase,
    context: CommandContext,
    rulesOf: RulesOf,
  ) => CaseDecision;
  readonly events: EventRecords<Event>;
}
