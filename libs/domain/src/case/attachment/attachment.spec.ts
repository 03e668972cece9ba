import { describe, expect, it } from '@jest/globals';
import { actors, nothingYet, opening, receivedItems, type Story } from '../case-story.fixture.ts';
import { attachment } from './attachment.fixture.ts';

const received = receivedItems();
const suggested = receivedItems({ form: 'suggestion', proposers: ['person:deputy-1'] });
const filed = received.does('FileAttachment', attachment());
const newer = attachment({ attachmentId: 'f2', supersedes: 'f1' });
const superseded = filed.does('FileAttachment', newer);

const onItem = attachment({ itemId: 'i1' });

describe('a file', () => {
  it('comes to the case with who filed it', () => {
    expect(received.decides('FileAttachment', attachment())).toEqual([
      { type: 'AttachmentFiled', data: attachment() },
    ]);
    expect(filed.opened().attachments).toMatchObject([
      { data: { attachmentId: 'f1' }, filedBy: { id: actors.office.id }, supersededBy: null },
    ]);
  });

  it('is ignored when it is filed again, and keeps its number to itself', () => {
    expect(filed.decides('FileAttachment', attachment())).toEqual([]);
    expect(superseded.decides('FileAttachment', newer)).toEqual([]);
    expect(filed.decides('FileAttachment', attachment({ sizeInBytes: 13 }))).toEqual({
      rejected: 'attachment.id-taken',
      details: { attachmentId: 'f1' },
    });
  });

  it('belongs to an item that is there and not gone', () => {
    expect(received.decides('FileAttachment', attachment({ itemId: 'i9' }))).toEqual({
      rejected: 'item.unknown',
      details: { itemId: 'i9' },
    });
    const withdrawn = received.does('Withdraw', { itemId: 'i1', reason: 'gone', consentDocs: ['d1'] });
    expect(withdrawn.decides('FileAttachment', onItem)).toMatchObject({
      rejected: 'item.wrong-stage',
      details: { stage: 'WITHDRAWN' },
    });
  });

  it('comes to a closed case still, to an archived one no more', () => {
    const closed = nothingYet.does('OpenCase', opening('resolution')).does('CloseCase', {});
    expect(closed.decides('FileAttachment', attachment())).toHaveLength(1);
    const archived = closed.does('ArchiveCase', { archiveNo: 'A1', retention: 'permanent' });
    expect(archived.decides('FileAttachment', attachment())).toEqual({ rejected: 'case.not-open' });
  });
});

describe('a newer file', () => {
  it('leaves the older one where it is, marked', () => {
    expect(superseded.opened().attachments).toMatchObject([
      { data: { attachmentId: 'f1', supersedes: null }, supersededBy: 'f2' },
      { data: { attachmentId: 'f2', supersedes: 'f1' }, supersededBy: null },
    ]);
  });

  it.each([
    ['nothing that is there', { supersedes: 'f9' }, 'attachment.unknown'],
    ['what was superseded already', { supersedes: 'f1' }, 'attachment.superseded'],
    ['a file of another item', { supersedes: 'f2', itemId: 'i1' }, 'attachment.other-item'],
  ])('supersedes not %s', (_what, more, code) => {
    expect(superseded.decides('FileAttachment', attachment({ attachmentId: 'f3', ...more }))).toMatchObject({
      rejected: code,
    });
  });

  it('comes from where the older one came from', () => {
    expect(filed.by(actors.committee).decides('FileAttachment', newer)).toEqual({
      rejected: 'attachment.not-yours',
      details: { attachmentId: 'f1' },
    });
    const both = receivedItems({ form: 'suggestion', proposers: [actors.deputy.id, actors.cosigner.id] });
    const deputys = both.by(actors.deputy).does('FileAttachment', onItem);
    const again = { ...newer, itemId: 'i1' };
    expect(deputys.decides('FileAttachment', again)).toHaveLength(1);
    expect(deputys.by(actors.cosigner).decides('FileAttachment', again)).toMatchObject({
      rejected: 'attachment.not-yours',
    });
  });
});

describe('who may file', () => {
  const may = (story: Story, data = onItem): unknown => {
    const decision = story.decides('FileAttachment', data);
    return 'rejected' in decision ? decision.rejected : 'yes';
  };

  it('an organ on what it handles, never on the case as a whole', () => {
    expect(may(received.by(actors.housing))).toBe('yes');
    expect(may(received.by(actors.market))).toBe('yes');
    expect(may(received.by({ ...actors.housing, organ: 'water-bureau' }))).toBe('item.not-your-assignment');
    expect(may(received.by(actors.housing), attachment())).toBe('actor.not-competent');
  });

  it('the addressee on what is addressed to it', () => {
    expect([may(received.by(actors.government)), may(received.by(actors.government), attachment())]).toEqual([
      'yes',
      'yes',
    ]);
    const other = { ...actors.government, organ: 'county-government' };
    expect(may(received.by(other))).toBe('actor.not-competent');
    expect(may(received.by(other), attachment())).toBe('actor.not-competent');
  });

  it('a deputy on their own suggestion', () => {
    expect(may(suggested.by(actors.deputy))).toBe('yes');
    expect(may(suggested.by(actors.cosigner))).toBe('actor.not-competent');
    expect(may(suggested.by(actors.deputy), attachment())).toBe('actor.not-competent');
  });

  it('the Congress’s side anywhere in the case', () => {
    for (const actor of [actors.office, actors.committee, actors.council])
      expect(may(received.by(actor), attachment())).toBe('yes');
  });
});
