/**
 * What was ever published, one file for each clause of the contract, and SHA256SUMS over them. Both only grow: a file is
 * written once, when its topic or message version is new, and never again.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Clause, Contract } from './contract.ts';

export const PUBLISHED = new URL('./published/', import.meta.url);

const SUMS = 'SHA256SUMS';

export type RegisterFault = {
  readonly code:
    'register.file-changed' | 'register.file-missing' | 'register.file-unlisted' | 'register.listed-twice';
  readonly file: string;
};

const sumOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const sumsOf = (folder: URL): readonly (readonly [sum: string, file: string])[] => {
  const file = new URL(SUMS, folder);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('  ') as [string, string]);
};

const filesOf = (folder: URL): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file !== SUMS)
        .sort()
    : [];

/** Files and sums that do not agree. A register with faults is neither believed nor added to. */
export const registerFaults = (folder: URL = PUBLISHED): readonly RegisterFault[] => {
  const [sums, files] = [sumsOf(folder), filesOf(folder)];
  const listed = sums.map(([, file]) => file);
  return [
    ...sums.flatMap(([sum, file]): readonly RegisterFault[] => {
      if (!files.includes(file)) return [{ code: 'register.file-missing', file }];
      return sumOf(readFileSync(new URL(file, folder), 'utf8')) === sum
        ? []
        : [{ code: 'register.file-changed', file }];
    }),
    ...files
      .filter((file) => !listed.includes(file))
      .map((file) => ({ code: 'register.file-unlisted' as const, file })),
    ...listed
      .filter((file, index) => listed.indexOf(file) !== index)
      .map((file) => ({ code: 'register.listed-twice' as const, file })),
  ];
};

export const clauseOf = (text: string): Clause => JSON.parse(text) as Clause;

const nameOf = (file: string): string => file.slice(0, -'.json'.length);

export const publishedContract = (folder: URL = PUBLISHED): Contract =>
  new Map(
    filesOf(folder).map((file) => [nameOf(file), clauseOf(readFileSync(new URL(file, folder), 'utf8'))]),
  );

/** Clauses that are not in the register yet. */
export const unpublished = (published: Contract, now: Contract): readonly string[] =>
  [...now.keys()].filter((name) => !published.has(name));

/** Writes what is new, and leaves alone what is there. */
export const publish = (now: Contract, folder: URL = PUBLISHED): readonly string[] => {
  const names = unpublished(publishedContract(folder), now);
  mkdirSync(folder, { recursive: true });
  const added = names.map((name) => {
    const text = `${JSON.stringify(now.get(name), null, 1)}\n`;
    writeFileSync(new URL(`${name}.json`, folder), text, { flag: 'wx' });
    return `${sumOf(text)}  ${name}.json\n`;
  });
  writeFileSync(new URL(SUMS, folder), added.join(''), { flag: 'a' });
  return names;
};
