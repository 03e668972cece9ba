import { CodedError, type TimeAxis } from '@duban/kernel';
import { EXIT, type ExitCode } from '@duban/contracts';
import { readWholeStream } from '@duban/event-store';
import { foldCase, type Until } from '@duban/projections';
import type { Environment } from '../environment.ts';
import { openLogToRead } from '@duban/installation';
import { running, type CommonOptions } from './command-run.ts';
import { answerQuestion, type ReplayQuestions } from './replay-questions.ts';
import { eventsOf, showReplay } from './show-replay.ts';

export type ReplayOptions = CommonOptions &
  ReplayQuestions & {
    readonly asOf?: string;
    readonly by: TimeAxis;
    readonly until?: number;
    readonly events: boolean;
  };

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** A bare date means the end of that day in Asia/Shanghai: "as it stood on the 5th" includes the 5th. */
const instantOf = (text: string): string => {
  const instant = DATE.test(text) ? `${text}T23:59:59.999+08:00` : text;
  try {
    return Temporal.Instant.from(instant).toString();
  } catch (cause) {
    throw new CodedError('as-of.invalid', `"${text}": 2026-03-05, 2026-03-05T09:00:00+08:00`, { cause });
  }
};

const untilOf = ({ asOf, by, until }: ReplayOptions): Until | undefined => {
  if (until !== undefined) return { version: until };
  return asOf === undefined ? undefined : { asOf: instantOf(asOf), by };
};

/** Folds the case from the log itself: no read model has a say in it. */
export const runReplay = (caseId: string, options: ReplayOptions, env: Environment): Promise<ExitCode> =>
  running(options, env, async ({ console, config }) => {
    const until = untilOf(options);
    const store = await openLogToRead(config);
    try {
      const stored = await readWholeStream(store, caseId.startsWith('case-') ? caseId : `case-${caseId}`);
      const folded = foldCase(stored, until);
      if (folded === null) throw new CodedError('case.unknown', caseId);
      if (answerQuestion(console, stored, { ...options, until })) return EXIT.ok;
      const events = eventsOf({ stored, until, state: folded.state, language: console.language });
      showReplay(console, folded, events, options.events);
      return EXIT.ok;
    } finally {
      await store.close();
    }
  });
