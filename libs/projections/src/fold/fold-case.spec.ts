import { describe, expect, it } from '@jest/globals';
import type { Position } from '@duban/kernel';
import { foldCase } from './fold-case.ts';
import type { LoggedFact } from './log-entry.ts';

type Draft = {
  readonly type: string;
  readonly data: LoggedFact['data'];
  readonly occurredAt: string;
  readonly recordedAt: string;
};

const opening: Draft = {
  type: 'CaseOpened',
  occurredAt: '2026-03-05T09:00:00+08:00',
  recordedAt: '2026-03-05T01:00:00.000Z',
  data: {
    caseId: 'c1',
    caseNo: '督〔2026〕1号',
    tenant: 'cq',
    supervisionForm: 'work-report',
    source: {
      type: 'work-report',
      title: '审议意见',
      documentNo: '1',
      date: null,
      paragraphs: 1,
      digest: null,
    },
    addressee: 'government',
    leadCommittee: null,
    topic: '物业管理',
    linkedFrom: null,
    openedOn: '2026-03-05',
  },
};

const registered = (itemId: string, occurredAt: string, recordedAt: string): Draft => ({
  type: 'ItemRegistered',
  occurredAt,
  recordedAt,
  data: {
    itemId,
    caseId: 'c1',
    sourceId: 's',
    sourceParagraph: '1',
    title: itemId,
    text: itemId,
    category: 'problem',
    topicTag: '',
    proposers: [],
  },
});

const stream = (...drafts: readonly Draft[]): readonly LoggedFact[] =>
  drafts.map(({ type, data, occurredAt, recordedAt }, revision) => ({
    id: `e${revision}`,
    stream: 'case-c1',
    revision,
    position: `n1.${revision}` as Position,
    type,
    schemaVersion: 1,
    data,
    metadata: {
      commandId: 'c',
      correlationId: 'c',
      causationId: 'c',
      actor: { id: 'person:1', role: 'supervision-office', organ: 'so' },
      onBehalfOf: null,
      basis: {},
      occurredAt,
      recordedAt,
      ruleSet: null,
      calendar: null,
    },
  }));

const items = (folded: ReturnType<typeof foldCase>): readonly string[] =>
  Object.keys(folded?.state.items ?? {});

/** i1 in its time; i2 recorded on the 8th about the 4th, before the case was opened. */
const events = stream(
  opening,
  registered('i1', '2026-03-06T09:00:00+08:00', '2026-03-06T01:00:00.000Z'),
  registered('i2', '2026-03-04T09:00:00+08:00', '2026-03-08T01:00:00.000Z'),
);

describe('a case at a moment', () => {
  it('is all of its events when no moment is named', () => {
    expect(items(foldCase(events))).toEqual(['i1', 'i2']);
  });

  it('is nothing before its first event, on either axis', () => {
    expect(foldCase(events, { asOf: '2026-03-01T00:00:00Z', by: 'recorded' })).toBeNull();
    expect(foldCase(events, { asOf: '2026-03-01T00:00:00Z', by: 'occurred' })).toBeNull();
    expect(foldCase([])).toBeNull();
  });

  it('is on the recorded axis what the log knew then', () => {
    expect(items(foldCase(events, { asOf: '2026-03-07T00:00:00Z', by: 'recorded' }))).toEqual(['i1']);
  });

  it('is on the occurred axis what had happened by then, opening included', () => {
    expect(items(foldCase(events, { asOf: '2026-03-04T23:00:00+08:00', by: 'occurred' }))).toEqual(['i2']);
  });

  it('counts the instant itself, whatever offset it is written in', () => {
    expect(items(foldCase(events, { asOf: '2026-03-06T01:00:00Z', by: 'occurred' }))).toEqual(['i1', 'i2']);
    expect(items(foldCase(events, { asOf: '2026-03-06T00:59:59Z', by: 'occurred' }))).toEqual(['i2']);
  });

  it('stands at a revision, with the event that made it so', () => {
    const folded = foldCase(events, { version: 1 });
    expect(items(folded)).toEqual(['i1']);
    expect(folded?.last.revision).toBe(1);
  });

  it('says whether legal times follow the log; items may be created in any order of their dates', () => {
    expect(foldCase(events)?.document.inOrder).toBe(true);
    const late: Draft = { ...opening, type: 'CaseLinked', data: { kind: 'repeats', target: 'case-0' } };
    expect(foldCase([...events, ...stream(opening, opening, opening, late).slice(3)])?.document.inOrder).toBe(
      false,
    );
  });
});
