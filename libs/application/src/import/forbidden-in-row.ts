import { CodedError } from '@duban/kernel';
import { forbiddenCharacter, type ForbiddenCharacter } from '@duban/contracts';
import type { ImportableRow, ImportSource, UnusableRow } from './import-source.ts';

type Named = readonly [name: string, found: ForbiddenCharacter | null];

const inTexts = (texts: Readonly<Record<string, unknown>>): readonly Named[] =>
  Object.entries(texts).flatMap(([name, text]) =>
    typeof text === 'string' ? [[name, forbiddenCharacter(text, 'file')] as const] : [],
  );

/** What an additional column is called goes into the log as well. */
const inColumns = (columns: Readonly<Record<string, string>>): readonly Named[] =>
  Object.keys(columns).map((name) => [name, forbiddenCharacter(name, 'file')]);

const detailOf = ([name, found]: Named): string =>
  found === null ? name : `${name}: ${found.codePoint} (${String(found.at)})`;

/**
 * A row with a character that no later release could take out of the log again: refused, with the field or column, the
 * character and its place in the text, from 1. Null for a row that may come in.
 */
export const forbiddenInRow = ({ row, number, documentNo, facts }: ImportableRow): UnusableRow | null => {
  const { otherFacts, proposers, ...texts } = facts;
  const found = [
    ['number', forbiddenCharacter(number, 'line')] as const,
    ...inTexts({ documentNo, ...texts, ...Object.fromEntries(proposers.entries()) }),
    ...inColumns(otherFacts),
    ...inTexts(otherFacts),
  ].find(([, character]) => character !== null);
  return found === undefined
    ? null
    : { row, number, code: 'row.forbidden-character', detail: detailOf(found) };
};

/** @throws CodedError `file.forbidden-character`: these names stand in every event of the batch */
export const refuseForbiddenNames = ({ registerName, fileName, opening }: ImportSource): void => {
  const found = [
    ['register', forbiddenCharacter(registerName, 'line')] as const,
    ['file', forbiddenCharacter(fileName, 'line')] as const,
    ...inTexts({ ...opening }),
  ].find(([, character]) => character !== null);
  if (found !== undefined) throw new CodedError('file.forbidden-character', detailOf(found));
};
