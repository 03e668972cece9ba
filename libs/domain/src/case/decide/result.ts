import { acceptanceDecisions } from './result/acceptance.ts';
import { draftDecisions } from './result/draft.ts';
import { submissionDecisions } from './result/submission.ts';

/** From the draft to the accepted report: 征求意见、报送、接收、退回补办. */
export const resultDecisions = { ...draftDecisions, ...submissionDecisions, ...acceptanceDecisions };
