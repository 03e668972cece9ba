import { rejected, type Rejected } from '@duban/kernel';
import { sameFacts } from '../../equality/same-facts.ts';
import { clerical, uncorrectable } from '../../schema/corrections.ts';
import type { Data, Stored } from '../../schema/data.ts';
import { naming } from '../../schema/held-outside.ts';
import { closed, count, date, id, orNull, shape, text, without } from '../../schema/parts.ts';
import { caseRef, fileDigest, organRef } from '../../schema/references.ts';
import type { CaseRejection } from '../case.rejections.ts';
import { supervisionForm } from '../case.vocabulary.ts';
import type { CommandContext } from '../command-context.ts';
import { refuseUnsupervisable, refuseNotSupervising } from '../organ-access.ts';
import type { Step } from '../step.ts';

const sourceDocument = shape('SourceDocument', {
  type: uncorrectable(supervisionForm()),
  title: clerical(text()),
  documentNo: clerical(text()),
  /** ISO date of the document in Asia/Shanghai, or null where it is not known. */
  date: orNull(date()),
  paragraphs: count(),
  /** `sha256:<hex>` of the document, or null where it was not filed. */
  digest: orNull(fileDigest()),
});

const caseOpened = closed({
  caseId: uncorrectable(id()),
  caseNo: uncorrectable(id()),
  tenant: uncorrectable(id()),
  supervisionForm: uncorrectable(supervisionForm()),
  source: sourceDocument,
  /** The legal addressee: government, commission, court or procuratorate; null only for imported registers. */
  addressee: uncorrectable(orNull(organRef())),
  leadCommittee: orNull(organRef()),
  topic: clerical(text()),
  /** Another tenant's case, or an earlier year's; kept even when it does not resolve. */
  linkedFrom: orNull(caseRef()),
  openedOn: date(),
});

export type CaseOpened = Stored<'CaseOpened', typeof caseOpened>;

/** What is said of a case that is not there yet, by whoever opens it. */
export const opening = naming(without(caseOpened, 'caseId', 'tenant', 'openedOn'));

/** The case of the address, and the office's tenant. */
export type Addressed = { readonly caseId: string; readonly tenant: string };

/** Who is addressed is supervised, who leads supervises; both stand in the register on that day. */
const refuseParties = (
  { addressee, leadCommittee }: Data<typeof opening>,
  context: CommandContext,
): Rejected<CaseRejection> | null =>
  refuseUnsupervisable(addressee === null ? [] : [addressee], context) ??
  (leadCommittee === null ? null : refuseNotSupervising(leadCommittee, context));

/** One source document, one legal addressee 立案. */
export const openCase: Step<typeof opening, CaseOpened, Addressed> = {
  label: { zh: '立案', en: 'Open a case' },
  data: opening,
  who: ['supervision-office', 'working-body', 'general-office'],
  at: 'case',
  during: [],
  open: (data, context) =>
    refuseParties(data, context) ?? [{ type: 'CaseOpened', data: { ...data, openedOn: context.occurredOn } }],
  decide: (data, state) => {
    const { openedOn, ...opened } = state.opened;
    return sameFacts(opened, data) ? [] : rejected('case.id-taken', { caseId: data.caseId, openedOn });
  },
  events: {
    CaseOpened: {
      data: caseOpened,
      seenBy: 'public',
      published: true,
      begin: (event) => ({
        status: 'open',
        foldedUntil: event.decidedOn,
        opened: event.data,
        openedEventId: event.id,
        openedBy: event.actor,
        items: {},
        lists: [],
        drafts: [],
        results: [],
        records: {
          ...{ votes: [], reportVotes: [], repetitions: [] },
          ...{ surveys: [], inspections: [], appraisals: [] },
        },
        links: [],
        partyReports: [],
        publications: [],
        published: [],
        withheld: null,
        restrictions: [],
        corrections: [],
        proposals: [],
        contests: [],
        attachments: [],
        papers: [],
        objections: [],
        closedOn: null,
        archived: null,
      }),
      // A case begins once.
      fold: (state) => state,
    },
  },
};
