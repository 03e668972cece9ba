import { referenceSource, type ReferenceData } from '@duban/application';
import type { Config } from '@duban/config';
import type { EventReader } from '@duban/event-store';
import { openLogToRead } from '@duban/installation';
import { cqDefault1, type Grounds, type RuleSet } from '@duban/projections';

/** The log for reading, closed when the work ends, however it ends. */
export const onLog = async <Answer>(
  config: Config,
  work: (reader: EventReader) => Promise<Answer>,
): Promise<Answer> => {
  const store = await openLogToRead(config);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
};

/** Rules and calendar as the log has them now. */
export const referenceOf = async (reader: EventReader, config: Config): Promise<ReferenceData> => {
  const source = referenceSource(reader, config);
  try {
    return await source.current();
  } finally {
    source.close();
  }
};

/** The rule set in force on a day; before any publication the built-in one. */
export const rulesOn = ({ ruleSets, ruleSetOn }: ReferenceData, date: string): RuleSet =>
  ruleSets[ruleSetOn(date) ?? ''] ?? cqDefault1;

export const groundsOf =
  (reference: ReferenceData) =>
  (date: string): Grounds => ({ rules: rulesOn(reference, date), calendar: reference.calendar });
