import { forbiddenCell } from './forbidden-cell.ts';
import { columnsOf, type Mapping, type Stand } from '../mapping/mapping.ts';
import type { DateSystem, Sheet, SheetRow } from '../sheet/sheet.ts';
import { doubtRules, unreadableCells } from './doubtful-cells.ts';
import { namedCells, taken, type NamedCells } from './named-cells.ts';
import { implausibleDates, type Broken } from './plausible-dates.ts';
import { identifiedIn, othersSigned, signersIn } from './people.ts';
import { datesOf, type Dates } from './read-dates.ts';
import type { ItemRow, RefusedRow, RegisterRow } from './register-row.ts';

type Facts = ItemRow['facts'];

/** A row is read by rules of its mapping; the first thing that stops it is what it is refused for. */
export const rowReader = (
  sheet: Sheet,
  mapping: Mapping,
  today: string,
): ((row: SheetRow) => RegisterRow) => {
  const named = namedCells(sheet);
  const spokenOf = new Set(columnsOf(mapping));
  const others = sheet.header.filter((column) => column !== '' && !spokenOf.has(column));
  return (raw) => {
    const read = readRow(named(raw), mapping, { others, today, system: sheet.dateSystem });
    const detail = forbiddenCell(sheet, raw);
    return detail === null
      ? read
      : { row: raw.row, number: read.number, code: 'row.forbidden-character', detail };
  };
};

const orNull = (text: string): string | null => (text === '' ? null : text);

const SEPARATOR = '\u001F';
const identityOf = ({ cell }: NamedCells, { identity }: Mapping): string | null => {
  const parts = identity.map((column) => cell(column)?.text ?? '');
  return parts.every((part) => part === '') ? null : parts.join(SEPARATOR);
};

const standOf = (status: string, mapping: Mapping): Stand | null =>
  status === '' ? mapping.withoutStatus : (mapping.statuses.get(status) ?? null);

const otherFactsOf = (
  { cell }: NamedCells,
  mapping: Mapping,
  others: readonly string[],
): Readonly<Record<string, string>> => {
  const { column } = mapping.proposers;
  const signed = column === null ? null : othersSigned(cell(column)?.text ?? '', mapping);
  const kept = others.flatMap((name) => {
    const text = cell(name)?.text;
    return text === undefined ? [] : [[name, text] as const];
  });
  return Object.fromEntries(signed === null || column === null ? kept : [...kept, [column, signed]]);
};

const missing = (facts: Omit<Facts, 'warnings'>): readonly Broken['rule'][] => [
  ...(facts.organ === null ? (['organ-missing'] as const) : []),
  ...(facts.madeOn === null ? (['made-on-missing'] as const) : []),
  ...(facts.stage === 'CLOSED' && facts.closedOn === null ? (['closed-without-date'] as const) : []),
  ...(facts.text === '' ? (['text-missing'] as const) : []),
  ...(facts.title === '' ? (['title-missing'] as const) : []),
];

const signedBy = ({ cell }: NamedCells, { proposers: { column } }: Mapping): string =>
  column === null ? '' : (cell(column)?.text ?? '');

const factsOf = (
  cells: NamedCells,
  mapping: Mapping,
  known: Dates & Stand & { readonly others: readonly string[] },
): Omit<Facts, 'warnings'> => {
  const { texts } = mapping;
  const { others, ...standing } = known;
  return {
    ...standing,
    title: taken(cells, texts.title),
    text: taken(cells, texts.text),
    organ: orNull(taken(cells, texts.organ)),
    category: orNull(taken(cells, texts.category)),
    registerStatus: orNull(taken(cells, texts.status)),
    reply: orNull(taken(cells, texts.reply)),
    proposers: identifiedIn(signedBy(cells, mapping), mapping),
    otherFacts: otherFactsOf(cells, mapping, others),
  };
};

type OfSheet = { readonly others: readonly string[]; readonly system: DateSystem; readonly today: string };

const readRow = (cells: NamedCells, mapping: Mapping, { others, system, today }: OfSheet): RegisterRow => {
  const { row } = cells;
  const number = taken(cells, mapping.texts.number);
  const refuse = (code: RefusedRow['code'], detail: string): RefusedRow => ({
    row,
    number: orNull(number),
    code,
    detail,
  });
  const unreadable = unreadableCells(cells);
  if (unreadable !== null) return refuse('row.cell-unreadable', unreadable);
  const identity = identityOf(cells, mapping);
  if (identity === null || number === '') return refuse('row.number-missing', mapping.identity.join(', '));
  const dates = datesOf(cells, mapping, system);
  if ('column' in dates) return refuse('row.date-unreadable', `${dates.column}: ${dates.found}`);
  const status = taken(cells, mapping.texts.status);
  const standing = standOf(status, mapping);
  if (standing === null) return refuse('row.status-unknown', status);
  const facts = factsOf(cells, mapping, { ...dates, ...standing, others });
  const broken: readonly Broken[] = [
    ...[...missing(facts), ...doubtRules(cells, mapping)].map((rule) => ({ rule, detail: number })),
    ...implausibleDates(dates, mapping, today),
  ];
  const fatal = broken.find(({ rule }) => mapping.rules[rule] === 'refuse');
  if (fatal !== undefined) return refuse(`row.${fatal.rule}`, fatal.detail);
  const warnings = broken.map(({ rule }) => rule).filter((rule) => mapping.rules[rule] === 'warn');
  const documentNo = taken(cells, mapping.texts.documentNo);
  const signers = signersIn(signedBy(cells, mapping), mapping);
  return { row, number, identity, documentNo, signers, facts: { ...facts, warnings } };
};
