import { normalisedCaseNumber } from '../case-number.ts';
import type { ExaminationRule, FoundDetails } from './examination-rule.ts';

/** An import names its cases after register and row by a UUID of version 5, and its registers keep their own numbers. */
const IMPORTED = /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Two cases of one number: told at the later one, which names the earlier. */
export const caseNumberRules: readonly ExaminationRule<'case.number-taken'>[] = [
  {
    code: 'case.number-taken',
    begin: () => {
      const first = new Map<string, string>();
      return {
        examine: (event): readonly FoundDetails[] => {
          if (event.type !== 'CaseOpened') return [];
          const { caseId, caseNo } = event.data;
          if (IMPORTED.test(caseId)) return [];
          const number = normalisedCaseNumber(caseNo);
          const holder = first.get(number);
          if (holder === undefined) first.set(number, caseId);
          return holder === undefined || holder === caseId ? [] : [{ caseNo, caseId: holder }];
        },
      };
    },
  },
];
