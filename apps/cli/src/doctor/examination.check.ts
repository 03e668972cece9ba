import { words } from '../texts/words.ts';
import type { ExaminedLog } from './examine-log.ts';
import { fine, finding, type Finding } from './finding.ts';

/** Old facts that today's rules refuse stay in the log: somebody has to know of them, nothing has to be mended. */
export const checkExamination = ({ cases, rules }: ExaminedLog): Finding => {
  const places = rules.reduce((sum, { count }) => sum + count, 0);
  if (places === 0)
    return fine(
      'rules-of-today',
      words(`${cases} 个案件均符合现行规则`, `${cases} case(s), nothing they would refuse`),
    );
  return finding(
    'rules-of-today',
    'warn',
    words(
      `${cases} 个案件中有 ${places} 处记录,现行规则不再允许`,
      `${cases} case(s) hold ${places} record(s) that today's rules would refuse`,
    ),
    words(
      '见下表;记录不会改动,由人判断;全部列出:npx duban doctor --list',
      'see below: records stay as they are, people judge; all of them: npx duban doctor --list',
    ),
  );
};
