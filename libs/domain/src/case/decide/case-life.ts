import { closingOfCaseDecisions } from './case-life/opening.ts';
import { correctionDecisions } from './case-life/correction.ts';
import { publicationDecisions } from './case-life/publication.ts';

export { decideOpening } from './case-life/opening.ts';

/** What concerns the case as a whole: 关联、结案、归档、请示报告、公开、更正. */
export const caseLifeDecisions = {
  ...closingOfCaseDecisions,
  ...publicationDecisions,
  ...correctionDecisions,
};
