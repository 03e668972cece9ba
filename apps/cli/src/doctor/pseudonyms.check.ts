import type { EventReader } from '@duban/event-store';
import { comparePositions, LOG_START } from '@duban/kernel';
import { words } from '../texts/words.ts';
import { fine, finding, type Finding } from './finding.ts';

/** Without a key: SHA-256 over register and name, cut to 24 characters. Ids under the key of the vault have 32. */
const GUESSABLE = /^person:[0-9a-f]{24}$/;

const PAGE = 1_000;

const guessableIn = (people: unknown): readonly string[] =>
  Array.isArray(people)
    ? people.filter((person): person is string => typeof person === 'string' && GUESSABLE.test(person))
    : [];

/** How many people an earlier release has named so. Reads what was imported, as it is stored. */
export const countGuessable = async (raw: Pick<EventReader, 'readLog' | 'head'>): Promise<number> => {
  const found = new Set<string>();
  const head = await raw.head();
  for (let after = LOG_START; comparePositions(after, head) < 0;) {
    const page = await raw.readLog({ after, limit: PAGE, types: ['ItemImported'] });
    for (const { data } of page.events) for (const id of guessableIn(data['proposers'])) found.add(id);
    after = page.next;
  }
  return found.size;
};

/** People of registers whose ids a list of names finds: an append-only log keeps them for ever. */
export const checkPseudonyms = (guessable: number): Finding =>
  guessable === 0
    ? fine('pseudonyms', words('没有可猜出的人员代号', 'no id of a person can be guessed'))
    : finding(
        'pseudonyms',
        'warn',
        words(
          `日志中有 ${guessable} 个旧的人员代号,有姓名名单的人可以猜出是谁`,
          `${guessable} old ids of people in the log can be guessed by whoever has a list of names`,
        ),
        words(
          '把日志及其导出件当作含有姓名的文件保管;见 docs/privacy.md',
          'keep the log and what is exported from it as if it held names; see docs/privacy.md',
        ),
      );
