import { isIsoDate } from '../../calendar/iso-date.ts';
import type { Scalar } from './json-pointer.ts';

/** Names by which facts refer to each other, and who did or judged what: another fact, never a slip of the pen. */
const IDENTITY = [
  'id',
  'n',
  'cycle',
  'round',
  'caseNo',
  'tenant',
  'replyNo',
  'proposers',
  'participants',
  'organ',
  'addressee',
  'evaluator',
  'verifier',
];
/** Decided or computed: changed by deciding anew, so that what follows from it follows, too. */
const DECIDED = [
  'supervisionForm',
  'type',
  'stage',
  'disposition',
  'level',
  'scheme',
  'class',
  'commitments',
  'ruleId',
  'due',
  'lookBackDue',
  'nextDue',
];
/** Closed vocabularies whose neighbours would change meaning with them. */
const KINDS = ['instrument', 'ballotMode', 'dimension', 'state'];

const FIXED: readonly string[] = [...IDENTITY, ...DECIDED, ...KINDS];
const isFixed = (token: string): boolean => FIXED.includes(token) || /Ids?$/.test(token);

const WORDS: Readonly<Record<string, readonly string[]>> = {
  grade: ['satisfied', 'basic', 'dissatisfied'],
  verdict: ['verified', 'partly', 'not-done'],
  category: ['problem', 'suggestion'],
  severity: ['minor', 'serious', 'grave'],
};

const isWhole = (value: Scalar): boolean =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

/** A correction keeps the kind of value: text for text, a date for a date, a word of the same vocabulary. */
export const isCorrectable = (pointer: string, present: Scalar, next: Scalar): boolean => {
  const tokens = pointer.split('/');
  if (tokens.some(isFixed)) return false;
  if (typeof present === 'number') return isWhole(next);
  if (typeof present === 'boolean') return typeof next === 'boolean';
  if (typeof next !== 'string') return false;
  const name = tokens.at(-1) ?? '';
  if (name === 'date' || name.endsWith('On') || name === 'periodEnd' || name === 'milestoneDate')
    return isIsoDate(next);
  const words = WORDS[name] ?? [];
  return typeof present !== 'string' || !words.includes(present) || words.includes(next);
};
