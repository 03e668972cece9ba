import { Type } from '@sinclair/typebox';
import { caseLifeSchemas } from '../events/schemas/case-life.schemas.ts';
import { closed, naming } from '@duban/domain/schema';

const only = { additionalProperties: false };

/** The case as a whole. Case id and tenant come from the address and the office's settings, never from the body. */
export const caseLifeCommands = {
  OpenCase: naming(Type.Omit(caseLifeSchemas.CaseOpened, ['caseId', 'tenant', 'openedOn'], only)),
  LinkCase: caseLifeSchemas.CaseLinked,
  CloseCase: closed({}),
  ArchiveCase: caseLifeSchemas.CaseArchived,
  RecordPartyReport: caseLifeSchemas.PartyReportRecorded,
  PublishResult: caseLifeSchemas.ResultPublished,
  WithholdPublication: caseLifeSchemas.PublicationWithheld,
  CorrectEvent: Type.Omit(caseLifeSchemas.EventCorrected, ['targetType'], only),
};
