import type { ActorRole, Message, Recorded } from '@duban/kernel';
import type { TSchema } from '@sinclair/typebox';
import type { Data } from '../schema/data.ts';
import type { CaseDecision } from './case.decisions.ts';
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
  /** Folds the recorded event into an opened case. Never refuses: what happened, happened. */
  readonly fold: (state: OpenedCase, event: Recorded<Event>) => OpenedCase;
}

export type EventRecords<Event extends Message> = {
  readonly [Type in Event['type']]: EventRecord<Extract<Event, { readonly type: Type }>>;
};

/**
 * Everything that is true of one step of the loop, said once: what is sent, by whom, when, what it decides, and the events
 * that come of it. Registries, hints, forms and documents are computed from it. A record is declared with its type, so
 * that the types of state and events can be made of the schemas beside it.
 */
export interface Step<Sent extends TSchema, Event extends Message = never> {
  /** The body's `data`; dates are ISO dates in Asia/Shanghai. */
  readonly data: Sent;
  /** Parts that may send it; the column "who" of domain.md section 2.3. Whose organ it must be is decided, not declared. */
  readonly who: readonly ActorRole[];
  /** Stages of an item at which it can be accepted at all; `case`: it is about the case as a whole. */
  readonly at: readonly ItemStage[] | 'case';
  /** What else must be there for the step to have an object: an open escalation, a promise, a reply. */
  readonly when?: (place: StepPlace) => boolean;
  /** `server`: made by the server out of what it stored. `import`: taken inside a started batch only. Left out: sent by people. */
  readonly origin?: 'server' | 'import';
  /** One decision on an opened case. Pure; an empty answer means "already so". */
  readonly decide: (data: Data<Sent>, state: OpenedCase, context: CommandContext) => CaseDecision;
  readonly events: EventRecords<Event>;
}
