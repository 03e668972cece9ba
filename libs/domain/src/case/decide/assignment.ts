import type { DecisionsOf } from '../case.decisions.ts';

export const assignmentDecisions: DecisionsOf<
  | 'RegisterItem'
  | 'ApproveList'
  | 'Assign'
  | 'AcknowledgeReceipt'
  | 'RequestReturn'
  | 'DecideReturn'
  | 'Reassign'
  | 'AddCoOrgan'
  | 'ChangeLead'
  | 'SubmitCoOpinion'
  | 'RecordCoOpinionMissed'
> = {
  RegisterItem: () => [],
  ApproveList: () => [],
  Assign: () => [],
  AcknowledgeReceipt: () => [],
  RequestReturn: () => [],
  DecideReturn: () => [],
  Reassign: () => [],
  AddCoOrgan: () => [],
  ChangeLead: () => [],
  SubmitCoOpinion: () => [],
  RecordCoOpinionMissed: () => [],
};
