import type { JsonObject } from '@duban/kernel';
import type { EventReader, StoredEvent } from '@duban/event-store';
import { readerOf, recorded, type Draft } from './recorded.fixture.ts';

/** For specs and measurements only: a seeded log of cases that go through the loop, interleaved, as a store would hold it. */
export type Story = {
  readonly cases: number;
  readonly itemsPerCase: number;
  readonly seed: number;
  /** Share of items that get beyond the receipt; default four fifths. */
  readonly depth?: number;
};

const random = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
};

const WORDS = [
  '老旧小区',
  '电梯加装',
  '停车难',
  '河道污染',
  '物业管理',
  '智慧社区',
  '养老食堂',
  '监督闭环',
  '交通缓堵',
  '数字人大',
];
const ORGANS = [
  'housing',
  'traffic',
  'civil-affairs',
  'commerce',
  'education',
  'emergency',
  'data',
  'planning',
];
const FORMS = ['work-report', 'law-inspection', 'inspection-visit', 'resolution', 'appraisal'];

const day = (n: number): string => new Date(Date.UTC(2025, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);

const dueOn = (date: string): JsonObject => ({
  date,
  provisional: date >= '2027',
  calendar: 'CN@2026-1',
  period: null,
  steps: [{ date, code: 'fixed' }],
});

const openingOf = (c: number, pick: <Value>(from: readonly Value[]) => Value, start: number): Draft => ({
  stream: `case-${c}`,
  type: 'CaseOpened',
  data: {
    caseId: String(c),
    caseNo: `督〔2025〕${c}号`,
    tenant: 'cq',
    supervisionForm: pick(FORMS),
    source: {
      type: 'work-report',
      title: `关于${pick(WORDS)}情况的审议意见`,
      documentNo: `渝人发〔2025〕${c}`,
      date: day(start),
      paragraphs: 3,
      digest: null,
    },
    addressee: 'cq-government',
    leadCommittee: 'cq-urban',
    topic: pick(WORDS),
    linkedFrom: null,
    openedOn: day(start),
  },
});

type Making = {
  readonly c: number;
  readonly itemId: string;
  readonly chance: () => number;
  readonly pick: <Value>(from: readonly Value[]) => Value;
  readonly start: number;
};

const assigned = ({ c, itemId, chance, pick, start }: Making): readonly Draft[] => {
  const stream = `case-${c}`;
  const due = dueOn(day(start + 60 + Math.floor(chance() * 300)));
  const assignments = [
    { id: `${itemId}-a`, organ: pick(ORGANS), role: 'lead', scopeText: '全部' },
    ...(chance() < 0.4 ? [{ id: `${itemId}-b`, organ: pick(ORGANS), role: 'co', scopeText: '配合' }] : []),
  ];
  return [
    {
      stream,
      type: 'ItemRegistered',
      data: {
        itemId,
        caseId: String(c),
        sourceId: 's',
        sourceParagraph: '1',
        title: `${pick(WORDS)}整改事项`,
        text: `请有关单位就${pick(WORDS)}和${pick(WORDS)}问题研究处理并书面报告。`,
        category: 'problem',
        topicTag: pick(WORDS),
        proposers: [],
      },
    },
    {
      stream,
      type: 'ListApproved',
      data: { listNo: '1', itemIds: [itemId], approvedBy: '主任会议', meetingNo: '12' },
    },
    {
      stream,
      type: 'ItemAssigned',
      data: {
        itemId,
        assignments,
        addressee: 'cq-government',
        rectificationType: 'phased',
        legalPeriod: { n: 3, unit: 'month' },
        due,
        fixedInResolution: false,
        planDue: due,
        coOpinionDue: due,
        returnUntil: due,
        assignedOn: day(start),
        ruleSet: 'cq-default@1',
        instruments: ['vote'],
        thresholdRuleId: 'majority',
      },
    },
    {
      stream,
      type: 'ReceiptAcknowledged',
      data: {
        itemId,
        assignmentId: `${itemId}-a`,
        handler: 'person:h',
        phoneMasked: null,
        receivedOn: day(start + 2),
      },
    },
  ];
};

const rectified = ({ c, itemId, chance, pick, start }: Making): readonly Draft[] => {
  const stream = `case-${c}`;
  const measures = [
    {
      id: 'm1',
      text: `排查${pick(WORDS)}`,
      post: '科长',
      milestoneDate: day(start + 30),
      indicator: '完成率',
      target: '100%',
    },
  ];
  const progress = Array.from({ length: 1 + Math.floor(chance() * 4) }, (_, index) => ({
    stream,
    type: 'ProgressReported',
    data: {
      itemId,
      assignmentId: `${itemId}-a`,
      periodEnd: day(start + 30 + index * 10),
      percent: 20 * (index + 1),
      milestoneStates: [{ measureId: 'm1', state: 'on-track' }],
      blockers: chance() < 0.3 ? `资金不足，影响${pick(WORDS)}` : '',
      evidence: [],
    },
  }));
  return [
    { stream, type: 'PlanFiled', data: { itemId, assignmentId: `${itemId}-a`, planVersion: 1, measures } },
    ...progress,
  ];
};

const finished = ({ c, itemId, chance, start }: Making): readonly Draft[] => {
  const stream = `case-${c}`;
  const claims = [{ itemId, claimedDisposition: 'resolved', evidence: [] }];
  const late = day(start + 70 + Math.floor(chance() * 200));
  return [
    {
      stream,
      type: 'DraftResultSubmitted',
      data: { draftVersion: 1, documentHash: 'sha256:1', itemIds: [itemId], missingCoOpinions: [] },
    },
    {
      stream,
      type: 'CommitteeOpinionGiven',
      data: { draftVersion: 1, itemIds: [itemId], verdict: 'agree', comments: ['同意'] },
    },
    {
      stream,
      type: 'ResultSubmitted',
      data: {
        reportNo: `r-${itemId}`,
        draftVersion: 1,
        signer: '主任',
        claims,
        departureReason: null,
        submittedOn: late,
      },
    },
    {
      stream,
      type: 'ResultAccepted',
      data: { reportNo: `r-${itemId}`, itemIds: [itemId], acceptedBy: 'cq-urban' },
    },
    {
      stream,
      type: 'EvaluationConcluded',
      data: {
        itemId,
        cycle: 1,
        round: null,
        outcome: 'satisfied',
        ruleId: 'r',
        inputs: [],
        sparedByVerification: false,
        failures: 0,
        next: null,
      },
    },
    {
      stream,
      type: 'ItemClosed',
      data: {
        itemId,
        cycle: 1,
        disposition: 'resolved',
        verifier: 'cq-urban',
        signer: '主任',
        lookBackDue: null,
        publish: true,
        closedOn: late,
      },
    },
  ];
};

const caseDrafts = (
  c: number,
  { itemsPerCase, depth = 0.8 }: Story,
  chance: () => number,
): readonly Draft[] => {
  const pick = <Value>(from: readonly Value[]): Value => from[Math.floor(chance() * from.length)] as Value;
  const start = Math.floor(chance() * 300);
  const items = Array.from({ length: itemsPerCase }, (_, index): Making => {
    return { c, itemId: `i${index + 1}`, chance, pick, start };
  });
  return [
    openingOf(c, pick, start),
    ...items.flatMap((making) => [
      ...assigned(making),
      ...(chance() < depth ? [...rectified(making), ...(chance() < 0.6 ? finished(making) : [])] : []),
    ]),
  ];
};

/** Each case in its own order, cases mixed as life does. */
const interleaved = (story: Story): readonly Draft[] => {
  const chance = random(story.seed);
  const window: Draft[][] = [];
  const drafts: Draft[] = [];
  let next = 0;
  while (next < story.cases || window.length > 0) {
    while (next < story.cases && window.length < 50) window.push([...caseDrafts((next += 1), story, chance)]);
    const index = Math.floor(chance() * window.length);
    const draft = window[index]?.shift();
    if (draft !== undefined) drafts.push(draft);
    if (window[index]?.length === 0) window.splice(index, 1);
  }
  return drafts;
};

export const storyEvents = (story: Story): readonly StoredEvent[] => recorded(interleaved(story));

/** What a worker thread is told to import: the log of a story, and one that fails. */
export const openStory = (story: Story): EventReader => readerOf(storyEvents(story));

export const openBroken = (): EventReader => {
  throw new Error('the disk is not there');
};
