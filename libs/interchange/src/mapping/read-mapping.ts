import { hash } from 'node:crypto';
import { fileFault, FileRefused } from '../sheet/file-refused.ts';
import type { FieldSource, MappingFile, Rule } from './mapping.schema.ts';
import { checkMapping } from './mapping-check.ts';
import type { Mapping, Stand, Take, TextField, Verdict } from './mapping.ts';

const DEFAULT_RULES: Readonly<Record<Rule, Verdict>> = {
  doubled: 'refuse',
  'organ-missing': 'warn',
  'made-on-missing': 'warn',
  'closed-without-date': 'warn',
  'text-missing': 'accept',
  'date-zero': 'warn',
  'cell-error': 'warn',
  'cells-merged': 'warn',
  'cells-merged-across': 'warn',
  hidden: 'warn',
  'title-missing': 'warn',
  'made-in-future': 'refuse',
  'closed-in-future': 'refuse',
  'closed-before-made': 'refuse',
  'due-before-made': 'warn',
};

const TEXT_FIELDS: readonly TextField[] = [
  'number',
  'title',
  'text',
  'organ',
  'category',
  'status',
  'reply',
  'documentNo',
];

const takeOf = (source: FieldSource | undefined): Take | null => {
  if (source === undefined) return null;
  if (typeof source === 'string') return { columns: [source], take: 'first', joinedBy: '/', atMost: null };
  const { columns, take = 'first', joinedBy = '/', atMost = null } = source;
  return { columns, take, joinedBy, atMost };
};

const openingOf = ({ case: of, register }: MappingFile): Mapping['opening'] => ({
  supervisionForm: of.form,
  addressee: of.addressee ?? null,
  leadCommittee: of.leadCommittee ?? null,
  topic: of.topic ?? register,
});

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const found = cause instanceof Error ? cause.message : 'JSON';
    throw new FileRefused([fileFault('mapping.invalid', { found })], { cause });
  }
};

const asMapping = (file: MappingFile, digest: string): Mapping => ({
  register: file.register,
  sheet: file.sheet,
  headerRow: file.headerRow ?? 1,
  identity: file.identity,
  opening: openingOf(file),
  texts: Object.fromEntries(TEXT_FIELDS.map((field) => [field, takeOf(file.fields[field])])) as Record<
    TextField,
    Take | null
  >,
  dateColumns: {
    madeOn: file.fields.madeOn ?? null,
    closedOn: file.fields.closedOn ?? null,
    dueOn: file.fields.dueOn ?? null,
  },
  proposers: {
    column: file.fields.proposers ?? null,
    are: file.proposers?.are ?? 'names',
    separatedBy: file.proposers?.separatedBy ?? '、',
  },
  dateFormats: file.dates ?? ['yyyy-MM-dd'],
  statuses: new Map<string, Stand>(Object.entries(file.statuses ?? {})),
  withoutStatus: file.withoutStatus ?? null,
  rules: { ...DEFAULT_RULES, ...file.rules },
  digest,
});

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
};

const digestOf = (file: MappingFile): string => {
  const { notes: _, ...meaning } = file;
  return `sha256:${hash('sha256', JSON.stringify(sorted(meaning)))}`;
};

/**
 * Reads a mapping file.
 * @throws FileRefused `mapping.invalid` with every fault by its JSON Pointer
 */
export const readMapping = (text: string): Mapping => {
  const checked = checkMapping(parsed(text.replace(/^\uFEFF/, '')));
  if ('register' in checked) return asMapping(checked, digestOf(checked));
  const [first, ...rest] = checked.map(({ pointer, found }) =>
    fileFault('mapping.invalid', { column: pointer, found }),
  );
  throw new FileRefused([first ?? fileFault('mapping.invalid'), ...rest]);
};
