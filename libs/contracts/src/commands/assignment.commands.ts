import { Type } from '@sinclair/typebox';
import { assignmentSchemas } from '../events/schemas/assignment.schemas.ts';
import {
  assignmentRole,
  clockRule,
  closed,
  date,
  evidence,
  flag,
  freeText,
  id,
  instrument,
  legalPeriod,
  listOf,
  naming,
  person,
  rectificationType,
  text,
} from '@duban/domain/schema';

const assignment = () => closed({ id: id(), organ: id(), role: assignmentRole(), scopeText: text() });

/** From the list to the organ that answers (domain.md section 2.3). */
export const assignmentCommands = {
  RegisterItem: closed({
    ...Type.Omit(assignmentSchemas.ItemRegistered, ['caseId']).properties,
    concerns: Type.Optional(
      closed({
        courtCase: Type.Optional(flag()),
        personalMatter: Type.Optional(flag()),
        stateSecret: Type.Optional(flag()),
      }),
    ),
  }),
  ApproveList: assignmentSchemas.ListApproved,
  Assign: closed({
    itemId: id(),
    assignments: Type.Array(assignment(), { minItems: 1 }),
    addressee: id(),
    rectificationType: rectificationType(),
    legalPeriod: Type.Optional(legalPeriod()),
    fixedDueDate: Type.Optional(date()),
    fixedInResolution: Type.Optional(flag()),
    instruments: Type.Optional(listOf(instrument())),
  }),
  AcknowledgeReceipt: closed({
    itemId: id(),
    assignmentId: id(),
    handler: person(),
    phoneMasked: Type.Optional(text()),
  }),
  RequestReturn: Type.Omit(assignmentSchemas.ReturnRequested, ['requestedOn'], {
    additionalProperties: false,
  }),
  DecideReturn: closed({
    itemId: id(),
    assignmentId: id(),
    accept: flag(),
    newOrgan: Type.Optional(id()),
    reason: freeText(),
  }),
  Reassign: closed({
    itemId: id(),
    endedAssignmentId: id(),
    assignment: assignment(),
    clockRule: clockRule(),
    fixedDueDate: Type.Optional(date()),
    reason: freeText(),
  }),
  AddCoOrgan: closed({ itemId: id(), assignment: assignment(), reason: freeText() }),
  ChangeLead: closed({ itemId: id(), assignment: assignment(), clockRule: clockRule(), reason: freeText() }),
  SubmitCoOpinion: naming(
    closed({ itemId: id(), assignmentId: id(), text: freeText(), evidence: evidence() }),
  ),
  RecordCoOpinionMissed: closed({ itemId: id(), assignmentId: id() }),
};
