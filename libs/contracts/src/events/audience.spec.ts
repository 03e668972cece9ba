import { describe, expect, it } from '@jest/globals';
import { WITHHELD } from '../texts/privacy.texts.ts';
import type { Audience } from '../sight/readers.ts';
import { basisSeenBy, classOf, decisionSeenBy, eventSeenBy, officePapers, sightOf } from './audience.ts';
import { defaultVisibility } from './visibility.ts';

const audiences: readonly Audience[] = ['office', 'audit', 'congress', 'parties', 'analysis'];
const metadata = { basis: {} };
const paper = {
  type: 'PartyReportRecorded',
  data: { kind: 'request', docNo: '5号', date: '2026-03-05', subject: '事由', replyDocNo: null },
  metadata,
};

describe('a paper of the office', () => {
  it('is whole for the office, a number and a day for auditors, and nothing for anybody else', () => {
    expect(audiences.map((audience) => sightOf(paper, audience))).toEqual([
      'whole',
      'number',
      'hidden',
      'hidden',
      'hidden',
    ]);
    expect(eventSeenBy(paper, 'audit')?.data).toEqual({ ...paper.data, subject: WITHHELD });
    expect(eventSeenBy(paper, 'office')).toBe(paper);
    expect(eventSeenBy(paper, 'parties')).toBeNull();
  });

  it('takes its corrections with it, whose words are its own', () => {
    const data = { targetType: 'PartyReportRecorded', field: 'subject', old: 'a', new: 'b', reason: 'c' };
    const correction = { type: 'EventCorrected', data, metadata };
    expect(classOf(correction)).toBe('office');
    expect(eventSeenBy(correction, 'congress')).toBeNull();
    expect(eventSeenBy(correction, 'audit')?.data).toEqual({
      ...data,
      ...{ old: WITHHELD, new: WITHHELD, reason: WITHHELD },
    });
    expect(classOf({ ...correction, data: { ...data, targetType: 'VoteRecorded' } })).toBe('parties');
  });

  it('is of a type that somebody said what to tell of', () => {
    const office = Object.entries(defaultVisibility).flatMap(([type, seen]) =>
      seen === 'office' ? [type] : [],
    );
    expect([...officePapers].sort()).toEqual(office.sort());
  });
});

describe('every event', () => {
  it.each(Object.keys(defaultVisibility))('%s is seen by no more people than its class lets see', (type) => {
    const seen = audiences.filter((audience) => eventSeenBy({ type, data: {}, metadata }, audience) !== null);
    const lawful = {
      public: audiences,
      parties: audiences,
      office: ['office', 'audit'],
      auditors: ['office', 'audit'],
    }[classOf({ type, data: {} })];
    expect(seen).toEqual(lawful);
  });

  it('that this release does not know is a paper', () => {
    expect(eventSeenBy({ type: 'ItemBeamed', data: { a: 'b' }, metadata }, 'parties')).toBeNull();
    expect(eventSeenBy({ type: 'ItemBeamed', data: { a: 'b' }, metadata }, 'audit')?.data).toEqual({
      a: WITHHELD,
    });
  });

  it('rests on minutes that only the office and auditors are told of', () => {
    const basis = { meeting: '纪要', documentNo: '5号' };
    expect(audiences.map((audience) => basisSeenBy(basis, audience).meeting)).toEqual([
      '纪要',
      '纪要',
      undefined,
      undefined,
      undefined,
    ]);
    expect(basisSeenBy(basis, 'parties')).toEqual({ documentNo: '5号' });
  });

  it('rests on a decision whose body, form, day and number all learn, and whose meeting only the office and auditors', () => {
    const told = { body: 'cq-cc', form: 'meeting', on: '2026-03-04', documentNo: '5号' } as const;
    const decision = { ...told, meeting: 'meeting-32', revision: 2 };
    const event = { type: 'ItemSuspended', data: {}, metadata: { basis: {}, decision } };
    for (const audience of ['office', 'audit'] as const) {
      expect(eventSeenBy(event, audience)).toBe(event);
    }
    for (const audience of ['congress', 'parties', 'analysis'] as const) {
      expect(eventSeenBy(event, audience)?.metadata).toEqual({ basis: {}, decision: told });
      expect(decisionSeenBy(told, audience)).toBe(told);
    }
  });
});
