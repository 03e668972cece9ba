import type { Actor } from '@duban/kernel';
import type { Instrument, LegalPeriod, RectificationType, SupervisionForm } from '@duban/domain';
import { coOf, leadOf, people } from '../cast/people.ts';
import { act, type Act, type Around } from './act.ts';
import { digestOf } from './digests.ts';

type Opening = {
  readonly caseNo: string;
  readonly form: SupervisionForm;
  readonly source: {
    readonly title: string;
    readonly documentNo: string;
    readonly date: string;
    readonly paragraphs: number;
  };
  readonly committee: string;
  readonly topic: string;
  readonly addressee?: string;
  readonly linkedFrom?: string;
};

/** 立案 */
export const opened = (by: Actor, opening: Opening): Act =>
  act(by, 'OpenCase', {
    caseNo: opening.caseNo,
    supervisionForm: opening.form,
    source: { type: opening.form, digest: digestOf(opening.source.documentNo), ...opening.source },
    addressee: opening.addressee ?? 'cq-government',
    leadCommittee: opening.committee,
    topic: opening.topic,
    linkedFrom: opening.linkedFrom ?? null,
  });

/** One row of the problem list: number, paragraph of the source, title, text. */
export type ListRow = readonly [itemId: string, paragraph: string, title: string, text: string];

type Listing = {
  readonly sourceId: string;
  readonly topicTag: string;
  readonly rows: readonly ListRow[];
  readonly proposers?: readonly Actor[];
};

/** 登记 */
export const registered = (by: Actor, { sourceId, topicTag, rows, proposers = [] }: Listing): Act[] =>
  rows.map(([itemId, sourceParagraph, title, text]) =>
    act(by, 'RegisterItem', {
      itemId,
      sourceId,
      sourceParagraph,
      title,
      text,
      category: proposers.length > 0 ? 'suggestion' : 'problem',
      topicTag,
      proposers: proposers.map(({ id }) => id),
    }),
  );

/** 清单审定 */
export const listApproved = (listNo: string, meetingNo: string, itemIds: readonly string[]): Act =>
  act(
    people.council,
    'ApproveList',
    { listNo, itemIds: [...itemIds], approvedBy: 'cq-cc', meetingNo },
    { basis: { meeting: meetingNo } },
  );

/** An organ handles an item once in these examples, so its assignment is named after both; later cycles carry it on. */
export const assignmentOf = (itemId: string, organ: string, cycle = 1): string =>
  `${itemId}-${organ.replace('cq-', '')}${cycle === 1 ? '' : `~${cycle}`}`;

type Assigning = {
  readonly lead: string;
  readonly co?: readonly string[];
  readonly scope: string;
  readonly type?: RectificationType;
  readonly period?: LegalPeriod;
  readonly fixed?: string;
  readonly instruments?: readonly Instrument[];
  readonly addressee?: string;
  readonly by?: Actor;
};

/** 交办 */
export const assigned = (itemId: string, assigning: Assigning): Act => {
  const { lead, co = [], scope, period, fixed, instruments } = assigning;
  const assignment = (organ: string, role: 'lead' | 'co', scopeText: string) => ({
    id: assignmentOf(itemId, organ),
    organ,
    role,
    scopeText,
  });
  return act(assigning.by ?? people.generalOffice, 'Assign', {
    itemId,
    assignments: [
      assignment(lead, 'lead', scope),
      ...co.map((organ) => assignment(organ, 'co', '配合主办单位')),
    ],
    addressee: assigning.addressee ?? 'cq-government',
    rectificationType: assigning.type ?? 'phased',
    ...(period === undefined ? {} : { legalPeriod: period }),
    ...(fixed === undefined ? {} : { fixedDueDate: fixed }),
    ...(instruments === undefined ? {} : { instruments: [...instruments] }),
  });
};

/** 签收: the first of the organs leads. */
export const received = (itemId: string, lead: string, ...co: readonly string[]): Act[] => {
  const receipt = (by: Actor): Act =>
    act(by, 'AcknowledgeReceipt', {
      itemId,
      assignmentId: assignmentOf(itemId, by.organ),
      handler: by.id,
      phoneMasked: '023-6***0',
    });
  return [receipt(leadOf(lead)), ...co.map((organ) => receipt(coOf(organ)))];
};

/** What, by which post, until when, measured by what, how much of it. */
export type MeasureRow = readonly [
  text: string,
  post: string,
  milestoneDate: string,
  indicator: string,
  target: string,
];

const measuresOf = (itemId: string, cycle: number, rows: readonly MeasureRow[]) =>
  rows.map(([text, post, milestoneDate, indicator, target], index) => ({
    id: `${itemId}-m${index + 1}${cycle === 1 ? '' : `~${cycle}`}`,
    ...{ text, post, milestoneDate, indicator, target },
  }));

/** 整改方案 */
export const planned = (itemId: string, organ: string, ...rows: readonly MeasureRow[]): Act =>
  plannedAgain(1, itemId, organ, ...rows);

/** The plan of a later cycle. */
export const plannedAgain = (
  cycle: number,
  itemId: string,
  organ: string,
  ...rows: readonly MeasureRow[]
): Act =>
  act(leadOf(organ), 'FilePlan', {
    itemId,
    assignmentId: assignmentOf(itemId, organ, cycle),
    measures: measuresOf(itemId, cycle, rows),
  });

/** 申请退办 */
export const returnAsked = (
  itemId: string,
  organ: string,
  text: string,
  around: Around & { readonly to: string },
): Act => {
  const { to, ...more } = around;
  return act(
    leadOf(organ),
    'RequestReturn',
    {
      itemId,
      assignmentId: assignmentOf(itemId, organ),
      reasonCode: 'not-competent',
      text,
      proposedOrgan: to,
    },
    more,
  );
};
