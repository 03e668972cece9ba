import type { CaseOpened, ItemImported } from '@duban/domain';

/** A row ready to become an item; its ids come from its register and identity. */
export type ImportableRow = {
  readonly row: number;
  readonly number: string;
  readonly identity: string;
  readonly documentNo: string;
  readonly facts: Omit<ItemImported['data'], 'itemId' | 'batchId' | 'register'>;
  /** What an earlier release called the same proposers, who are known again by it where the log has them so. */
  readonly formerProposers?: readonly string[];
};

/** A row that the reading of the file already refused. */
export type UnusableRow = {
  readonly row: number;
  readonly number: string | null;
  readonly code: string;
  readonly detail: string;
};

/** A register as its reader hands it over: whole, in the order of the file, structure already checked. */
export type ImportSource = {
  readonly registerName: string;
  readonly fileName: string;
  readonly fileDigest: string;
  readonly mappingDigest: string;
  readonly opening: Pick<CaseOpened['data'], 'supervisionForm' | 'addressee' | 'leadCommittee' | 'topic'>;
  readonly rows: readonly (ImportableRow | UnusableRow)[];
};

export const isUnusable = (row: ImportableRow | UnusableRow): row is UnusableRow => 'code' in row;
