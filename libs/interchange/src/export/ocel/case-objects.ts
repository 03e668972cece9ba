import { caseDecider, type CaseState, type ItemState, type OpenedCase, ownEntry } from '@duban/domain';
import { readCaseEvent, subjectsOf, type ReadCaseEvent } from './case-event.ts';
import { drafts, note, relate, type Drafts, type ObjectDraft } from './object-draft.ts';
import {
  caseObject,
  cycleObject,
  itemObject,
  meetingObject,
  replyObject,
  voteObject,
} from './object-types.ts';
import type { OcelObject } from './ocel-log.ts';
import { rounds, type Rounds } from './rounds.ts';
import type { ExportedEvent } from '../source/exported-event.ts';

type Reading = { readonly found: Drafts; readonly known: Rounds };

const noteAll = (draft: ObjectDraft, values: Readonly<Record<string, unknown>>, time: string): void => {
  for (const [name, value] of Object.entries(values)) note(draft, name, value, time);
};

const noteCase = ({ found }: Reading, event: ReadCaseEvent, state: OpenedCase | undefined): void => {
  const { caseNo, supervisionForm, topic, openedOn } = state?.opened ?? {};
  const values = { caseno: caseNo, form: supervisionForm, topic, opened: openedOn, status: state?.status };
  noteAll(found.draft(caseObject(event.stream), 'case'), values, event.occurredAt);
};

const noteItem = (
  { found, known }: Reading,
  event: ReadCaseEvent,
  itemId: string,
  item: ItemState | undefined,
): void => {
  const { stream, occurredAt } = event;
  const draft = found.draft(itemObject(stream, itemId), 'item');
  relate(draft, caseObject(stream), 'part of');
  const { title, category, imported, stage, cycle, disposition } = item ?? {};
  const origin = item === undefined ? undefined : imported === null ? 'observed' : 'imported';
  noteAll(draft, { title, category, origin, stage, due: cycle?.due?.date, disposition }, occurredAt);
  const n = known.of(stream, itemId);
  if (n === undefined) return;
  const round = found.draft(cycleObject(stream, itemId, n), 'cycle');
  relate(round, draft.id, 'round of');
  const own = [cycle, ...(item?.pastCycles ?? [])].find((each) => each?.n === n);
  noteAll(round, { number: n, cause: own?.cause, started: own?.startedOn }, occurredAt);
};

const noteDocuments = ({ found }: Reading, event: ReadCaseEvent): void => {
  const { stream, occurredAt } = event;
  if (event.type === 'VoteRecorded') {
    const { voteId, meetingNo, coversItemIds, counts, eligible, present, valid } = event.data;
    const vote = found.draft(voteObject(stream, voteId), 'vote');
    relate(vote, meetingObject(meetingNo), 'held at');
    for (const itemId of coversItemIds) relate(vote, itemObject(stream, itemId), 'covers');
    noteAll(vote, { eligible, present, valid, ...counts }, occurredAt);
  }
  if (event.type === 'ReplySent') {
    const { itemId, replyNo, scheme, class: letter, sentOn } = event.data;
    const reply = found.draft(replyObject(stream, replyNo), 'reply');
    relate(reply, itemObject(stream, itemId), 'answers');
    noteAll(reply, { scheme, class: letter, sent: sentOn }, occurredAt);
  }
  if (event.type === 'ReplyEvaluated') found.draft(replyObject(stream, event.data.replyNo), 'reply');
};

/** Merged into another case: that item may not be in this log, so only mergers within the case are relations. */
const noteMerger = ({ found }: Reading, event: ReadCaseEvent, state: OpenedCase | undefined): void => {
  if (event.type !== 'ItemMerged' || state?.items[event.data.intoItemId] === undefined) return;
  const merged = found.draft(itemObject(event.stream, event.data.itemId), 'item');
  const into = found.draft(itemObject(event.stream, event.data.intoItemId), 'item');
  relate(merged, into.id, 'merged into');
};

const noteEvent = (reading: Reading, event: ReadCaseEvent, state: CaseState): void => {
  const opened = state.status === 'unopened' ? undefined : state;
  reading.known.before(event.stream, event);
  noteCase(reading, event, opened);
  for (const itemId of subjectsOf(event)) noteItem(reading, event, itemId, ownEntry(opened?.items, itemId));
  noteDocuments(reading, event);
  noteMerger(reading, event, opened);
  reading.known.after(event.stream, event);
};

/** Everything of one case that its events speak of, with what became of it: memory for one case, not for the log. */
export const caseObjects = async (events: AsyncIterable<ExportedEvent>): Promise<readonly OcelObject[]> => {
  const reading: Reading = { found: drafts(), known: rounds() };
  let state: CaseState = caseDecider.initialState;
  for await (const stored of events) {
    const event = readCaseEvent(stored);
    state = caseDecider.evolve(state, event);
    noteEvent(reading, event, state);
  }
  return reading.found.objects();
};
