import { createHash } from 'node:crypto';
import { encodeEvent } from '@duban/contracts';
import type { CaseEvent } from '@duban/domain';
import type { EventStore, NewEvent } from '@duban/event-store';

/** A log of cases that are under way, each with one item, an organ and a due date. */
export type OpenCases = {
  readonly cases: number;
  /** How many of them have a date that was reached and is not noted yet: the first ones. */
  readonly due: number;
  /** ISO date of the day on which they are due; the others are due long after it. */
  readonly today: string;
};

const uuidOf = (text: string): string =>
  createHash('sha256')
    .update(text)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');

const AT_ONCE = 64;
const LONG_AFTER_DAYS = 400;

const ORGANS = ['cq-housing', 'cq-emergency', 'cq-civil-affairs', 'cq-urban'];

const dueOn = (date: string) => ({
  date,
  provisional: false,
  calendar: 'CN@2026-1',
  period: null,
  steps: [{ date, code: 'fixed' as const }],
});

type Drafted = {
  /** Of the case, its number and its commands. */
  readonly name: string;
  readonly organ: string;
  readonly today: string;
  readonly due: boolean;
};

const openedOnOf = ({ today }: Drafted): string =>
  Temporal.PlainDate.from(today).subtract({ days: 100 }).toString();

const opening = (drafted: Drafted): CaseEvent => {
  const [caseId, openedOn] = [`open-${drafted.name}`, openedOnOf(drafted)];
  return {
    type: 'CaseOpened',
    data: {
      ...{ caseId, caseNo: `督〔2026〕${drafted.name}号`, tenant: 'cq', openedOn, linkedFrom: null },
      ...{ supervisionForm: 'law-inspection', addressee: 'cq-government', topic: 'property-management' },
      leadCommittee: 'cq-urban-committee',
      source: {
        type: 'law-inspection',
        title: '物业管理条例执法检查审议意见',
        documentNo: `渝人常〔2026〕${drafted.name}号`,
        ...{ date: openedOn, paragraphs: 3, digest: null },
      },
    },
  } as unknown as CaseEvent;
};

const itemOf = (drafted: Drafted, itemId: string): readonly CaseEvent[] => {
  const { organ, today, due } = drafted;
  const [day, openedOn] = [Temporal.PlainDate.from(today), openedOnOf(drafted)];
  const dueDate = dueOn((due ? day : day.add({ days: LONG_AFTER_DAYS })).toString());
  const caseId = `open-${drafted.name}`;
  return [
    {
      type: 'ItemRegistered',
      data: {
        ...{ itemId, caseId, sourceId: 's', sourceParagraph: '1', category: 'problem', proposers: [] },
        ...{ title: '物业费公示不到位', text: '部分小区未按规定公示物业费收支。', topicTag: 'fee' },
      },
    },
    {
      type: 'ListApproved',
      data: { listNo: 'L1', itemIds: [itemId], approvedBy: 'chairpersons-council', meetingNo: 'CC-31' },
    },
    {
      type: 'ItemAssigned',
      data: {
        ...{ itemId, due: dueDate, planDue: dueDate, coOpinionDue: dueDate, returnUntil: dueDate },
        ...{ addressee: 'cq-government', rectificationType: 'phased', legalPeriod: { n: 3, unit: 'month' } },
        ...{ fixedInResolution: false, assignedOn: openedOn, ruleSet: 'cq-default@1' },
        ...{ instruments: ['vote'], thresholdRuleId: 'majority' },
        assignments: [{ id: `a-${itemId}`, organ, role: 'lead', scopeText: '全部' }],
      },
    },
    {
      type: 'ReceiptAcknowledged',
      data: {
        ...{ itemId, assignmentId: `a-${itemId}`, handler: 'person:h' },
        ...{ phoneMasked: null, receivedOn: openedOn },
      },
    },
  ] as unknown as readonly CaseEvent[];
};

const stored = (event: CaseEvent, command: string, index: number, drafted: Drafted): NewEvent => {
  const commandId = `open-cases:${command}`;
  return {
    id: uuidOf(`${commandId}/${String(index)}`),
    type: event.type,
    ...encodeEvent(event),
    metadata: {
      ...{ commandId, commandDigest: 'open-cases', correlationId: commandId, causationId: commandId },
      actor: { id: 'person:demo-so', role: 'supervision-office', organ: 'cq-npcsc' },
      ...{ onBehalfOf: null, basis: {}, ruleSet: 'cq-default@1', calendar: 'CN@2026-1' },
      occurredAt: `${openedOnOf(drafted)}T09:00:00+08:00`,
    },
  };
};

/** Appends the cases as an office would have recorded them, in one append each. */
export const writeOpenCases = async (store: EventStore, { cases, due, today }: OpenCases): Promise<void> => {
  const write = (number: number) => {
    const organ = ORGANS[number % ORGANS.length] ?? '';
    const drafted = { name: String(number), organ, today, due: number < due };
    return store.append(
      `case-open-${drafted.name}`,
      [opening(drafted), ...itemOf(drafted, 'i1')].map((event, index) =>
        stored(event, drafted.name, index, drafted),
      ),
      'no-stream',
    );
  };
  for (let first = 0; first < cases; first += AT_ONCE) {
    const count = Math.min(AT_ONCE, cases - first);
    await Promise.all(Array.from({ length: count }, (_, at) => write(first + at)));
  }
};

/** Appends one case of many items, `open-long`: four events an item. */
export const writeLongCase = async (
  store: EventStore,
  { items, today }: { readonly items: number; readonly today: string },
): Promise<void> => {
  const drafted = { name: 'long', organ: 'cq-housing', today, due: false };
  const write = (events: readonly CaseEvent[], command: string) =>
    store.append(
      'case-open-long',
      events.map((event, index) => stored(event, command, index, drafted)),
      'any',
    );
  await write([opening(drafted)], 'long');
  for (let number = 1; number <= items; number += 1)
    await write(itemOf(drafted, `i${String(number)}`), `long:${String(number)}`);
};
