import type { Actor } from './actor.ts';

/** How a body decides: 会议, 传签, 签批. */
export const DECISION_FORMS = ['meeting', 'circulation', 'signature'] as const;

/** The decision of a body that an act rests on (OL 51, 54): body, form and day, and where it can be read. */
export type DecisionOfBody = {
  /** Id of the organ in whose name it was taken. */
  readonly body: string;
  readonly form: (typeof DECISION_FORMS)[number];
  /** ISO date in Asia/Shanghai. */
  readonly on: string;
  readonly documentNo?: string;
  /** Stream of the meeting. */
  readonly meeting?: string;
  /** Of the meeting's stream, as it was read. */
  readonly revision?: number;
};

/** The mandate 授权 under which somebody acted, and its revision as it was read. */
export type MandateUsed = { readonly id: string; readonly revision: number };

/** A mandate as a sender names it; a revision that is said must be the present one. */
export type MandateNamed = Pick<MandateUsed, 'id'> & Partial<Pick<MandateUsed, 'revision'>>;

/** What was handed in on paper and transcribed 代录: the fact is theirs for whom it was entered, the entry the clerk's. */
export type Paper = {
  /** Id of the organ, or `person:<id>`. */
  readonly enteredFor: string;
  /** 收文号 */
  readonly incomingNo: string;
  /** ISO date in Asia/Shanghai. */
  readonly documentDate: string;
  /** The day it came in: what periods count from. ISO date in Asia/Shanghai. */
  readonly receivedOn: string;
  /** `sha256:<hex>` of a file of the case. */
  readonly attachment: string;
};

/** Whose statement it is: of a paper whoever handed it in (an organ's id, or `person:<id>`), never the office that entered it. */
export const statedBy = ({
  actor,
  paper,
}: {
  readonly actor: Pick<Actor, 'organ'>;
  readonly paper?: Paper | undefined;
}): string => paper?.enteredFor ?? actor.organ;

/** What an act says about its ground besides its basis. */
export type Grounds = {
  readonly decision?: DecisionOfBody;
  readonly mandate?: MandateNamed;
  readonly paper?: Paper;
};

export const ENVELOPE_VERSION = 1;

/** Members of the envelope that came after the first logs. Absent means "before this rule": nothing is guessed. */
export type LaterMembers = Omit<Grounds, 'mandate'> & {
  readonly mandate?: MandateUsed;
  /** Version of the schema of these members; with the first of them it is there. */
  readonly envelope?: number;
  /** When the decision was taken, anew for each attempt. UTC with milliseconds, by the clock of whoever decided. */
  readonly decidedAt?: string;
};
