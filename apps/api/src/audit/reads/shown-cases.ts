import type { Subject } from '@duban/application';

/** Subjects whose routes show every case there is, unless they name one. */
const SHOWS_ALL: readonly Subject[] = ['events', 'exports'];

export type Asked = {
  readonly params: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
};

const caseIdIn = (holder: unknown): string | null =>
  typeof holder === 'object' && holder !== null && 'caseId' in holder && typeof holder.caseId === 'string'
    ? holder.caseId
    : null;

const CASE_STREAM = 'case-';

/** The case of a line of an answer; lines of the trail of the audit name their stream. */
const caseOfLine = (line: unknown): string | null => {
  if (typeof line !== 'object' || line === null || !('stream' in line)) return caseIdIn(line);
  const { stream } = line;
  return typeof stream === 'string' && stream.startsWith(CASE_STREAM)
    ? stream.slice(CASE_STREAM.length)
    : null;
};

const itemsIn = (answer: unknown): readonly unknown[] =>
  typeof answer === 'object' && answer !== null && 'items' in answer && Array.isArray(answer.items)
    ? answer.items
    : [];

/** The cases that an answer shows, from the address where it names one and else from the answer's own lines. */
export const shownCases = (subject: Subject, asked: Asked, answer: unknown): readonly string[] | null => {
  const named = caseIdIn(asked.params) ?? caseIdIn(asked.query);
  if (named !== null) return [named];
  if (SHOWS_ALL.includes(subject)) return null;
  return [...new Set(itemsIn(answer).map(caseOfLine))].filter((caseId) => caseId !== null);
};

const ABOUT = ['itemId', 'attachmentId', 'id', 'eventId'];

/** What of it was asked for, by id. */
export const askedAbout = ({ params }: Asked): string | null => {
  const value = ABOUT.map((name) => params[name]).find((each) => typeof each === 'string');
  return typeof value === 'string' ? value : null;
};
