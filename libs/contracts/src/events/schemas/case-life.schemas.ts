import { Type } from '@sinclair/typebox';
import {
  caseLinkKind,
  closed,
  count,
  date,
  disposition,
  freeText,
  id,
  listOf,
  oneOf,
  orNull,
  shape,
  supervisionForm,
  text,
} from '@duban/domain/schema';

const sourceDocument = shape('SourceDocument', {
  type: supervisionForm(),
  title: text(),
  documentNo: text(),
  date: orNull(date()),
  paragraphs: count(),
  digest: orNull(id()),
});

const scalar = Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()]);

export const caseLifeSchemas = {
  CaseOpened: closed({
    caseId: id(),
    caseNo: id(),
    tenant: id(),
    supervisionForm: supervisionForm(),
    source: sourceDocument,
    addressee: orNull(id()),
    leadCommittee: orNull(id()),
    topic: text(),
    linkedFrom: orNull(id()),
    openedOn: date(),
  }),
  CaseLinked: closed({
    kind: caseLinkKind(),
    target: id(),
  }),
  CaseClosed: closed({
    closedOn: date(),
    dispositions: listOf(closed({ itemId: id(), disposition: orNull(disposition()) })),
  }),
  CaseArchived: closed({
    archiveNo: id(),
    retention: oneOf('permanent', '30-years', '10-years'),
  }),
  PartyReportRecorded: closed({
    kind: oneOf('request', 'report'),
    docNo: id(),
    date: date(),
    subject: text(),
    replyDocNo: orNull(id()),
  }),
  ResultPublished: closed({ channel: text(), url: orNull(text()), date: date() }),
  PublicationWithheld: closed({ legalGround: text() }),
  EventCorrected: closed({
    targetEventId: id(),
    targetType: id(),
    field: text(),
    old: scalar,
    new: scalar,
    reason: freeText(),
    approver: id(),
  }),
};
