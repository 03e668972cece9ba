import type { Message } from '@duban/kernel';
import type { CaseLinkKind, Disposition, SupervisionForm } from '../case.vocabulary.ts';

export type SourceDocument = {
  readonly type: SupervisionForm;
  readonly title: string;
  readonly documentNo: string;
  /** ISO date of the document in Asia/Shanghai, or null where it is not known. */
  readonly date: string | null;
  readonly paragraphs: number;
  /** `sha256:<hex>` of the document, or null where it was not filed. */
  readonly digest: string | null;
};

export type CaseOpened = Message<
  'CaseOpened',
  {
    readonly caseId: string;
    readonly caseNo: string;
    readonly tenant: string;
    readonly supervisionForm: SupervisionForm;
    readonly source: SourceDocument;
    /** The legal addressee: government, commission, court or procuratorate; null only for imported registers. */
    readonly addressee: string | null;
    readonly leadCommittee: string | null;
    readonly topic: string;
    /** Another tenant's case, or an earlier year's; kept even when it does not resolve. */
    readonly linkedFrom: string | null;
    readonly openedOn: string;
  }
>;

export type CaseLinked = Message<'CaseLinked', { readonly kind: CaseLinkKind; readonly target: string }>;

export type CaseClosed = Message<
  'CaseClosed',
  {
    readonly closedOn: string;
    readonly dispositions: readonly { readonly itemId: string; readonly disposition: Disposition | null }[];
  }
>;

export type CaseArchived = Message<
  'CaseArchived',
  { readonly archiveNo: string; readonly retention: 'permanent' | '30-years' | '10-years' }
>;

export type PartyReportRecorded = Message<
  'PartyReportRecorded',
  {
    /** 请示 needs an answer, 报告 does not; one request, one matter (S41). */
    readonly kind: 'request' | 'report';
    readonly docNo: string;
    readonly date: string;
    readonly subject: string;
    readonly replyDocNo: string | null;
  }
>;

export type ResultPublished = Message<
  'ResultPublished',
  { readonly channel: string; readonly url: string | null; readonly date: string }
>;

export type PublicationWithheld = Message<'PublicationWithheld', { readonly legalGround: string }>;

/** A correction never touches its target: it is a fact of its own, and folds read the field anew from here on. */
export type EventCorrected = Message<
  'EventCorrected',
  {
    readonly targetEventId: string;
    readonly targetType: string;
    /** JSON Pointer into the target's data. */
    readonly field: string;
    readonly old: string | number | boolean | null;
    readonly new: string | number | boolean | null;
    readonly reason: string;
    readonly approver: string;
  }
>;

export type CaseLifeEvent =
  | CaseOpened
  | CaseLinked
  | CaseClosed
  | CaseArchived
  | PartyReportRecorded
  | ResultPublished
  | PublicationWithheld
  | EventCorrected;
