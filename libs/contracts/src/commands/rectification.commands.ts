import { Type } from '@sinclair/typebox';
import { closed, date, flag, freeText, id, naming, person, text } from '@duban/domain/schema';
import { rectificationSchemas } from '../events/schemas/rectification.schemas.ts';

const only = { additionalProperties: false };
const items = () => Type.Array(id(), { minItems: 1 });

/** Plans, progress, extensions, and the way of the result to its evaluation. */
export const rectificationCommands = {
  FilePlan: Type.Omit(rectificationSchemas.PlanFiled, ['planVersion'], only),
  ReturnPlan: closed({ itemId: id(), reason: freeText() }),
  ReportProgress: naming(rectificationSchemas.ProgressReported),
  RequestExtension: closed({ itemId: id(), requestedDue: date(), reason: freeText() }),
  DecideExtension: closed({ itemId: id(), grant: flag(), newDue: Type.Optional(date()), reason: freeText() }),
  Suspend: closed({ itemId: id(), ground: text(), reviewDate: date() }),
  Resume: closed({ itemId: id() }),
  NoteDeadlines: closed({}),
  RecomputeDueDates: closed({}),
  SubmitDraftResult: naming(closed({ documentHash: id(), itemIds: items() })),
  GiveCommitteeOpinion: Type.Omit(rectificationSchemas.CommitteeOpinionGiven, ['draftVersion'], only),
  SubmitResult: naming(
    closed({
      reportNo: id(),
      signer: person(),
      claims: rectificationSchemas.ResultSubmitted.properties.claims,
      departureReason: Type.Optional(freeText()),
    }),
  ),
  AcceptForEvaluation: closed({ reportNo: id(), itemIds: items() }),
  ReturnResult: closed({
    reportNo: id(),
    itemIds: items(),
    defects: Type.Array(freeText(), { minItems: 1 }),
    newDueDate: Type.Optional(date()),
  }),
};
