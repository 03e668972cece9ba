import type { Disposition, ItemStage, SupervisionForm } from '@duban/domain';
import type { Rule } from './mapping.schema.ts';

export type Verdict = 'refuse' | 'warn' | 'accept';

/** Columns that make one field. */
export type Take = {
  readonly columns: readonly string[];
  readonly take: 'first' | 'joined';
  readonly joinedBy: string;
  readonly atMost: number | null;
};

export type Stand = { readonly stage: ItemStage; readonly disposition: Disposition | null };

export type TextField =
  'number' | 'title' | 'text' | 'organ' | 'category' | 'status' | 'reply' | 'documentNo';
export type DateField = 'madeOn' | 'closedOn' | 'dueOn';

/** A mapping with every default filled in. */
export type Mapping = {
  readonly register: string;
  readonly sheet: string | number | undefined;
  readonly headerRow: number;
  readonly identity: readonly string[];
  readonly opening: {
    readonly supervisionForm: SupervisionForm;
    readonly addressee: string | null;
    readonly leadCommittee: string | null;
    readonly topic: string;
  };
  readonly texts: Readonly<Record<TextField, Take | null>>;
  readonly dateColumns: Readonly<Record<DateField, string | null>>;
  readonly proposers: {
    readonly column: string | null;
    readonly are: 'identifiers' | 'names';
    readonly separatedBy: string;
  };
  readonly dateFormats: readonly string[];
  readonly statuses: ReadonlyMap<string, Stand>;
  readonly withoutStatus: Stand | null;
  readonly rules: Readonly<Record<Rule, Verdict>>;
  /** `sha256:<hex>` of the mapping's meaning: notes and layout of the file do not count. */
  readonly digest: string;
};

/** Every column that the mapping speaks of. */
export const columnsOf = ({ identity, texts, dateColumns, proposers }: Mapping): readonly string[] => [
  ...new Set([
    ...identity,
    ...Object.values(texts).flatMap((take) => take?.columns ?? []),
    ...Object.values(dateColumns).flatMap((column) => column ?? []),
    ...(proposers.column === null ? [] : [proposers.column]),
  ]),
];
