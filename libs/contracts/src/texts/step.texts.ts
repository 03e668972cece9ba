import { stepRecords, type CaseCommandType, type StepName } from '@duban/domain';
import { text, type Text, type Texts } from './text.ts';

const others: Texts<Exclude<CaseCommandType, StepName>> = {
  SendReply: text('答复代表', 'Send the reply'),
  EvaluateReply: text('评价答复', 'Evaluate the reply'),
  FulfilCommitment: text('承诺兑现', 'Record a fulfilled commitment'),
  RollOverCommitment: text('承诺结转', 'Roll a commitment over'),
};

const ofSteps = Object.fromEntries(
  Object.entries(stepRecords).map(([name, { label }]) => [name, label]),
) as Readonly<Record<StepName, Text>>;

/** What a step is called where it can be taken: on a button, in a hint, in a list of what may be done. */
export const stepTexts: Texts<CaseCommandType> = { ...ofSteps, ...others };
