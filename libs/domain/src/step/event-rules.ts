import type { TSchema } from '@sinclair/typebox';

/**
 * Who may see an event unless its case says otherwise: everyone once results are published, the office and the organs
 * and deputies concerned, the office alone (papers: auditors see that they exist, by number and day), or the office and
 * the auditors (how the house is kept) (DESIGN).
 */
export type Visibility = 'public' | 'parties' | 'office' | 'auditors';

/**
 * Who reads a text of a case: the organs concerned and everybody above them, the Congress's side and its auditors, or the
 * office alone. Whoever opens a case and is none of them has its skeleton (DESIGN).
 */
export type TextReaders = 'parties' | 'congress' | 'office';

/** What is true of an event of any stream besides what it does to its state. */
export interface EventRules {
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
  /**
   * Texts by their path in dots that are not for the parties, or that no schema marks as free text: who reads them. What is
   * left out is read by the parties where it is free text or stands in `personal`, and is skeleton otherwise.
   */
  readonly textsSeenBy?: Readonly<Record<string, TextReaders>>;
  /** Members that are not told where only number and day of the event may be known. Left out: none is told. */
  readonly untold?: readonly string[];
}
