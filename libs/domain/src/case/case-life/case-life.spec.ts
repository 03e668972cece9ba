import { describe, expect, it } from '@jest/globals';
import { evaluatingItems, nothingYet, opening } from '../case-story.fixture.ts';
import { registered } from '../handling.fixture.ts';

const opened = nothingYet.does('OpenCase', opening('law-inspection'));
const closed = opened.does('CloseCase', {});
const archiving = { archiveNo: 'A-2026-1', retention: 'permanent' } as const;
const archived = closed.does('ArchiveCase', archiving);

describe('a case', () => {
  it('opens with its source and its addressee', () => {
    expect(nothingYet.decides('OpenCase', opening('resolution'))).toEqual([
      { type: 'CaseOpened', data: { ...opening('resolution'), openedOn: '2026-01-05' } },
    ]);
    expect(opened.opened()).toMatchObject({
      status: 'open',
      openedEventId: 'e1',
      openedBy: { role: 'supervision-office' },
    });
  });

  it('ignores a repeated opening on any day, and refuses another under its number', () => {
    expect(opened.at('2026-02-02').decides('OpenCase', opening('law-inspection'))).toEqual([]);
    expect(opened.decides('OpenCase', opening('resolution'))).toMatchObject({ rejected: 'case.id-taken' });
  });

  it('is linked, though the target does not resolve', () => {
    const link = { kind: 'repeats', target: 'case-1998-7' } as const;
    const linked = opened.does('LinkCase', link);
    expect(linked.opened().links).toEqual([link]);
    expect(linked.decides('LinkCase', link)).toEqual([]);
    expect(closed.decides('LinkCase', link)).toHaveLength(1);
    expect(archived.decides('LinkCase', link)).toEqual({ rejected: 'case.not-open' });
  });

  it('closes when no item is open', () => {
    expect(registered().decides('CloseCase', {})).toEqual({
      rejected: 'case.items-open',
      details: { itemIds: ['i1'] },
    });
    const withdrawn = registered().does('Withdraw', {
      itemId: 'i1',
      reason: 'corrected',
      consentDocs: ['d1'],
    });
    expect(withdrawn.decides('CloseCase', {})).toEqual([
      {
        type: 'CaseClosed',
        data: { closedOn: '2026-01-05', dispositions: [{ itemId: 'i1', disposition: null }] },
      },
    ]);
    expect(closed.opened()).toMatchObject({ status: 'closed', closedOn: '2026-01-05' });
    expect([...[closed, archived].map((story) => story.decides('CloseCase', {}))]).toEqual([[], []]);
  });

  it('is archived after it is closed, once', () => {
    expect(opened.decides('ArchiveCase', archiving)).toEqual({
      rejected: 'case.not-closed',
      details: { status: 'open' },
    });
    expect(archived.opened().status).toBe('archived');
    expect(archived.decides('ArchiveCase', archiving)).toEqual([]);
    expect(archived.decides('ArchiveCase', { ...archiving, archiveNo: 'A-2' })).toMatchObject({
      rejected: 'case.not-closed',
    });
  });
});

describe('a report to the Party committee', () => {
  const request = {
    kind: 'request',
    docNo: 'P-1',
    date: '2026-01-05',
    subject: 'plan',
    replyDocNo: null,
  } as const;
  const asked = opened.does('RecordPartyReport', request);
  const answered = asked.does('RecordPartyReport', { ...request, replyDocNo: 'P-1r' });

  it('is recorded once, and its reply under the same number', () => {
    expect(asked.decides('RecordPartyReport', request)).toEqual([]);
    expect(answered.opened().partyReports).toEqual([{ ...request, replyDocNo: 'P-1r' }]);
    expect(answered.decides('RecordPartyReport', { ...request, replyDocNo: 'P-1r' })).toEqual([]);
  });

  it('keeps its number to itself', () => {
    expect(
      asked.decides('RecordPartyReport', { ...request, subject: 'other', replyDocNo: 'P-1r' }),
    ).toMatchObject({
      rejected: 'party-report.number-taken',
    });
    expect(answered.decides('RecordPartyReport', { ...request, replyDocNo: 'P-2r' })).toMatchObject({
      rejected: 'party-report.number-taken',
    });
    expect(archived.decides('RecordPartyReport', request)).toEqual({ rejected: 'case.not-open' });
  });
});

describe('publication', () => {
  const online = { channel: 'web', url: 'https://example.test/1', date: '2026-03-25' } as const;
  const withholding = { legalGround: 'S1 art. 10' } as const;
  const published = evaluatingItems().does('PublishResult', online);
  const withheld = evaluatingItems().does('WithholdPublication', withholding);

  it('goes out on each channel once', () => {
    expect(published.decides('PublishResult', online)).toEqual([]);
    expect(published.decides('PublishResult', { ...online, channel: 'gazette' })).toHaveLength(1);
    expect(archived.decides('PublishResult', online)).toEqual({ rejected: 'case.not-open' });
  });

  it('is withheld on a ground, and stays so', () => {
    expect(withheld.opened().withheld).toEqual(withholding);
    expect(withheld.decides('WithholdPublication', withholding)).toEqual([]);
    expect(withheld.decides('PublishResult', online)).toEqual({ rejected: 'publication.withheld' });
    expect(archived.decides('WithholdPublication', withholding)).toEqual({ rejected: 'case.not-open' });
  });

  it('that an earlier release took after a withholding still ends it', () => {
    const after = withheld.told({ type: 'ResultPublished', data: online });
    expect(after.opened().withheld).toBeNull();
    expect(after.decides('PublishResult', online)).toEqual([]);
  });

  it.each([
    ['a day before the case was opened', { date: '2026-01-04' }, 'publication.date-impossible'],
    ['tomorrow', { date: '2026-03-26' }, 'publication.date-impossible'],
    ['no address of the web', { url: 'javascript:alert(1)' }, 'publication.address-invalid'],
    ['an address without a host', { url: 'https://' }, 'publication.address-invalid'],
    [
      'an address that says one host and means another',
      { url: 'https://a@b.test' },
      'publication.address-invalid',
    ],
    ['a blank', { url: 'https://example.test/a b' }, 'publication.address-invalid'],
  ])('is refused with %s', (_what, wrong, code) => {
    expect(evaluatingItems().decides('PublishResult', { ...online, ...wrong })).toMatchObject({
      rejected: code,
    });
  });

  it('is dated by the day of the opening, today, or any between, with an address or without', () => {
    for (const date of ['2026-01-05', '2026-02-01', '2026-03-25'])
      expect(evaluatingItems().decides('PublishResult', { ...online, date, url: null })).toHaveLength(1);
  });

  it('cannot be withheld once it is out', () => {
    expect(published.decides('WithholdPublication', withholding)).toEqual({
      rejected: 'publication.already-published',
    });
  });
});
