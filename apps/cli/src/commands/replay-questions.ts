import { CodedError, type TimeAxis } from '@duban/kernel';
import type { StoredEvent } from '@duban/event-store';
import { caseReplay, wayTo, whyChain, type Until } from '@duban/projections';
import { rangeOf } from '../history/moments.ts';
import type { Console } from '../output/console.ts';
import { showDifference } from './show-difference.ts';
import { showWhy } from './show-why.ts';

/** Asked instead of the state: what differs, or why it came to an event. */
export type ReplayQuestions = { readonly diff?: string; readonly why?: string };

type Asked = ReplayQuestions & { readonly by: TimeAxis; readonly until: Until | undefined };

/** Answers the question, and whether there was one. @throws CodedError `as-of.invalid`, `not-found` */
export const answerQuestion = (
  console: Console,
  stored: readonly StoredEvent[],
  { diff, why, by, until }: Asked,
): boolean => {
  if (diff !== undefined) {
    const { from, to } = rangeOf(diff, by);
    showDifference(console, caseReplay(stored).difference(from, to ?? until, console.language));
    return true;
  }
  if (why === undefined) return false;
  const id = stored.find(({ revision }) => String(revision) === why)?.id ?? why;
  const way = wayTo(whyChain(stored), id);
  if (way.length === 0) throw new CodedError('not-found', why);
  showWhy(console, way);
  return true;
};
