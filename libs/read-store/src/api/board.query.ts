import type { Language } from '@duban/projections';

/**
 * On which time axis a past moment is meant: `recorded` is what the log knew then, `occurred` is what had legally
 * happened by then as far as it is known today (field-lessons.md B3 items 1 and 7).
 */
export type Axis = 'recorded' | 'occurred';

/** A past moment: an instant, ISO 8601 with offset. Absent means now. */
export type Moment = { readonly asOf?: string; readonly by?: Axis };

/** Every value is a code of domain.md, never a label. Values inside one list are alternatives. */
export type BoardFilter = {
  readonly stage?: readonly string[];
  /** Colours of the light rules; `grey` where no clock runs. */
  readonly light?: readonly string[];
  /** Lead, separate or co-organ of the present cycle; the register's organ of an imported item. */
  readonly organ?: string;
  /** The same, lead and separate only. */
  readonly leadOrgan?: string;
  /** The legal addressee of the item. */
  readonly addressee?: string;
  readonly topic?: string;
  readonly form?: readonly string[];
  readonly disposition?: readonly string[];
  readonly registerStatus?: readonly string[];
  readonly category?: string;
  readonly caseId?: string;
  readonly batchId?: string;
  /** ISO dates, both inclusive: the date that a clock runs to, else the due date. */
  readonly dueFrom?: string;
  readonly dueTo?: string;
  /** Part of a title, number or source document. */
  readonly text?: string;
  readonly imported?: boolean;
  /** Closed, merged or withdrawn. */
  readonly ended?: boolean;
  /** A clock runs: something is due and not handed in yet. */
  readonly running?: boolean;
  readonly flag?: BoardFlag;
};

/** `dissatisfied`: at least one dissatisfied conclusion. `overdue` is judged on `today`. */
export type BoardFlag = 'overdue' | 'extended' | 'escalated' | 'suspended' | 'provisional' | 'dissatisfied';

export type BoardSort = 'due' | 'newest' | 'oldest';

/** `today` is a date in Asia/Shanghai and decides the lights; for a past moment it is the date of that moment. */
export type BoardScope = BoardFilter & Moment & { readonly today: string; readonly language?: Language };

export type BoardQuery = BoardScope & {
  readonly sort?: BoardSort;
  /** 1 to 500, default 50. */
  readonly limit?: number;
  /** `next` of the page before; made for the same sort. */
  readonly cursor?: string;
};

/** The rule that holds, or `closed`, `no-due-date`, `no-light-rule`; days are negative when overdue, null where no clock runs. */
export type Light = {
  readonly color: string;
  readonly ruleId: string;
  readonly workingDaysLeft: number | null;
};

export type BoardItem = {
  readonly caseId: string;
  readonly caseNo: string;
  readonly caseTitle: string;
  readonly caseStatus: string;
  readonly itemId: string;
  /** The register's number of an imported item, else the item's id. */
  readonly itemNo: string;
  readonly title: string;
  readonly stage: string;
  readonly disposition: string | null;
  readonly form: string;
  readonly topic: string;
  readonly category: string | null;
  readonly source: { readonly title: string; readonly documentNo: string; readonly date: string | null };
  readonly addressee: string | null;
  readonly leadOrgans: readonly string[];
  readonly coOrgans: readonly string[];
  readonly cycle: number;
  readonly due: { readonly date: string; readonly provisional: boolean } | null;
  readonly lookBackDue: string | null;
  readonly openedOn: string | null;
  readonly closedOn: string | null;
  readonly light: Light;
  readonly flags: readonly BoardFlag[];
  readonly extensions: number;
  readonly failures: number;
  readonly returns: number;
  readonly escalations: number;
  readonly percent: number | null;
  /** Imported, not observed. */
  readonly imported: boolean;
  readonly registerStatus: string | null;
  readonly batchId: string | null;
  readonly ruleSet: string | null;
  readonly changed: { readonly recordedAt: string; readonly occurredAt: string };
  readonly labels: {
    readonly stage: string;
    readonly disposition: string | null;
    readonly form: string;
    readonly light: string;
  };
};

export type Page<Item> = { readonly items: readonly Item[]; readonly next: string | null };

export type CountBy =
  | 'stage'
  | 'light'
  | 'organ'
  | 'form'
  | 'topic'
  | 'disposition'
  | 'registerStatus'
  | 'category'
  | 'imported'
  | 'batch';

export type CountsQuery = BoardScope & { readonly groupBy: CountBy };

/** `key` is null where the item has none. An item of two leads counts in both groups and once in `total`. */
export type Counts = {
  readonly total: number;
  readonly groups: readonly { readonly key: string | null; readonly count: number }[];
};

/**
 * Top row of the board (ux-and-tools.md section 6). `filter` is the link behind the number, on top of the question's own filter:
 * the number is counted by it, so that it equals the list.
 */
export type BoardSummary = {
  readonly total: number;
  readonly figures: readonly {
    readonly key:
      | 'open'
      | 'dueToday'
      | 'dueWithinThreeWorkingDays'
      | 'overdue'
      | 'waitingForSignature'
      | 'waitingForReview'
      | 'dissatisfied';
    readonly filter: BoardFilter;
    readonly count: number;
  }[];
};
