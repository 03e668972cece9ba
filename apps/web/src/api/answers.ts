/** What the API answers, as far as the pages read it (docs/openapi.json has the whole). */
import type { OpenedCase } from '@duban/contracts/browser';

export type Page<Item> = { readonly items: readonly Item[]; readonly next: string | null };

export type Persona = {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly organ: string;
  readonly token: string;
};

export type Light = {
  readonly color: string;
  readonly ruleId: string;
  readonly workingDaysLeft: number | null;
};

export type BoardItem = {
  readonly caseId: string;
  readonly caseNo: string;
  readonly caseTitle: string;
  readonly itemId: string;
  readonly itemNo: string;
  readonly title: string;
  readonly stage: string;
  readonly disposition: string | null;
  readonly form: string;
  readonly source: { readonly title: string; readonly documentNo: string; readonly date: string | null };
  readonly leadOrgans: readonly string[];
  readonly coOrgans: readonly string[];
  readonly cycle: number;
  readonly due: { readonly date: string; readonly provisional: boolean } | null;
  readonly lookBackDue: string | null;
  readonly openedOn: string | null;
  readonly closedOn: string | null;
  readonly light: Light;
  readonly flags: readonly string[];
  readonly percent: number | null;
  readonly imported: boolean;
  readonly registerStatus: string | null;
};

export type Counts = {
  readonly total: number;
  readonly groups: readonly { readonly key: string | null; readonly count: number }[];
};

export type BoardSummary = {
  readonly total: number;
  readonly figures: readonly {
    readonly key: string;
    readonly filter: Readonly<Record<string, string | boolean | readonly string[]>>;
    readonly count: number;
  }[];
};

export type CaseView = {
  readonly caseId: string;
  readonly revision: number;
  readonly position: string;
  readonly recordedAt: string;
  readonly occurredAt: string;
  readonly state: OpenedCase;
};

export type EventView = {
  readonly id: string;
  readonly revision: number;
  readonly type: string;
  readonly schemaVersion: number;
  readonly itemIds: readonly string[];
  readonly sentence: string;
  readonly actor: { readonly id: string; readonly role: string; readonly organ: string };
  readonly onBehalfOf: string | null;
  readonly basis: { readonly documentNo?: string; readonly meeting?: string; readonly article?: string };
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly recordedLateDays: number;
  readonly ruleSet: string | null;
  readonly calendar: string | null;
  readonly data: unknown;
};
