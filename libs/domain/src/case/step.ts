import type { ActorRole, Message, Recorded, Rejected } from '@duban/kernel';
import type { TSchema } from '@sinclair/typebox';
import type { Data } from '../schema/data.ts';
import type { CaseDecision } from './case.decisions.ts';
import type { CaseEventType } from './case.events.ts';
import type { CaseRejection } from './case.rejections.ts';
import type { ItemState, OpenedCase } from './case.state.ts';
import type { ItemStage } from './case.vocabulary.ts';
import type { CommandContext } from './command-context.ts';

/**
 * Who may see an event unless its case says otherwise: everyone once results are published, the office and the organs
 * and deputies concerned, the office alone (papers: auditors see that they exist, by number and day), or the office and
 * the auditors (how the house is kept) (DESIGN).
 */
export type Visibility = 'public' | 'parties' | 'office' | 'auditors';

/** Where a step on an item stands: who asks, and what there is. */
export type StepPlace = { readonly role: string; readonly state: OpenedCase; readonly item: ItemState };

/** Everything that is true of one event of a case, said once. */
export interface EventRecord<Event extends Message> {
  readonly data: TSchema;
  readonly seenBy: Visibility;
  /** Whether the world outside is told of it; `false` for the office's own papers and for what is not to be carried away. */
  readonly published: boolean;
  /**
   * Whose a text is besides the stream's: a path in dots, and the members of the data that hold `person:<id>`s. A path that
   * the schema does not mark as free text is encrypted all the same once it stands here.
   */
  readonly personal?: Readonly<Record<string, readonly string[]>>;
  /** What stands in clear until it concerns somebody; members as in `personal`. */
  readonly personalWithPersons?: Readonly<Record<string, readonly string[]>>;
  /** Members that are not told where only number and day of the event may be known. Left out: none is told. */
  readonly untold?: readonly string[];
  /**
   * Of what people decided on: the JSON Pointers that one person may correct, spelling and the names of places; every other
   * field is material. Left out: nobody decided on it, and no field is.
   */
  readonly clerical?: readonly RegExp[];
  /** Folds the recorded event into an opened case. Never refuses: what happened, happened. */
  readonly fold: (state: OpenedCase, event: Recorded<Event>) => OpenedCase;
  /** What a case is from this event on that was not there before it. Left out: the event says nothing of such a case. */
  readonly begin?: (event: Recorded<Event>) => OpenedCase;
}

/** What is true of an event besides what it does to a case. */
export type EventRules = Omit<EventRecord<Message>, 'fold' | 'begin'>;

/** The rules of the event of this name; undefined where no step has it. */
export type RulesOf = (type: CaseEventType) => EventRules | undefined;

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
  /** The body's `data`; dates are ISO dates in Asia/Shanghai. What the server adds to it is none of it: `Added`. */
  readonly data: Sent;
  /** Parts that may send it; the column "who" of domain.md section 2.3. Whose organ it must be is decided, not declared. */
  readonly who: readonly ActorRole[];
  /** Stages of an item at which it can be accepted at all; `case`: it is about the case as a whole. */
  readonly at: readonly ItemStage[] | 'case';
  /** States of a case that is there in which a step on it as a whole can be accepted; left out: while it is open. */
  readonly during?: readonly OpenedCase['status'][];
  /** What else must be there for the step to have an object: an open escalation, a promise, a reply. */
  readonly when?: (place: StepPlace) => boolean;
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
