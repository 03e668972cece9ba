import type { DecisionsOf } from '../case.decisions.ts';

export const rectificationDecisions: DecisionsOf<
  'FilePlan' | 'ReturnPlan' | 'ReportProgress' | 'RequestExtension' | 'DecideExtension' | 'Suspend' | 'Resume'
> = {
  FilePlan: () => [],
  ReturnPlan: () => [],
  ReportProgress: () => [],
  RequestExtension: () => [],
  DecideExtension: () => [],
  Suspend: () => [],
  Resume: () => [],
};
