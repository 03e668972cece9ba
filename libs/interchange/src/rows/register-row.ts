import type { RowFaultCode } from '@duban/contracts';
import type { ItemImported } from '@duban/domain';

/** A row that can become an item: what the register says, before ids and batch are given. */
export type ItemRow = {
  readonly row: number;
  readonly number: string;
  /** Tells the row from every other of its register, today and in later files. */
  readonly identity: string;
  readonly documentNo: string;
  /** Names of who proposed it: not in `facts` before they are pseudonyms. */
  readonly signers: readonly string[];
  readonly facts: Omit<ItemImported['data'], 'itemId' | 'batchId' | 'register'>;
};

/** A row that becomes no item, and why. `detail` names columns and values, in no language but the register's. */
export type RefusedRow = {
  readonly row: number;
  readonly number: string | null;
  readonly code: RowFaultCode;
  readonly detail: string;
};

export type RegisterRow = ItemRow | RefusedRow;

export const isRefusedRow = (row: RegisterRow): row is RefusedRow => 'code' in row;
