import { describe, expect, it } from '@jest/globals';
import { actors, evaluatingItems, nothingYet, opening } from '../case-story.fixture.ts';
import { restrictionOf } from './restriction.ts';

const restricting = { secrecy: 'work-secret', ground: 'plans not public', documentNo: 'S-1' } as const;
const lifting = { ground: 'plans announced', documentNo: 'S-2' } as const;

const opened = nothingYet.does('OpenCase', opening('work-report'));
const restricted = opened.does('RestrictCase', restricting);
const lifted = restricted.at('2026-02-02').does('LiftRestriction', lifting);
const byCouncil = opened.by(actors.council).does('RestrictCase', restricting);

describe('a restriction', () => {
  it('holds from its decision to its lifting, and both stay', () => {
    expect(restrictionOf(opened.opened())).toBeNull();
    expect(restrictionOf(restricted.opened())).toMatchObject({ on: '2026-01-05', data: restricting });
    expect(restrictionOf(lifted.opened())).toBeNull();
    expect(lifted.opened().restrictions).toMatchObject([
      { data: restricting, lifted: { on: '2026-02-02', by: actors.office, data: lifting } },
    ]);
  });

  it('is decided once; said otherwise it is another one, which waits for the lifting', () => {
    expect(restricted.decides('RestrictCase', restricting)).toEqual([]);
    const other = { ...restricting, secrecy: 'secret-by-number' } as const;
    expect(restricted.decides('RestrictCase', other)).toEqual({
      rejected: 'restriction.already',
      details: { role: 'supervision-office', organ: 'npcsc-office' },
    });
    expect(lifted.decides('RestrictCase', other)).toEqual([{ type: 'CaseRestricted', data: other }]);
  });

  it('is lifted by the body that restricted, whichever of its people acts, and by no other', () => {
    const refusal = { rejected: 'restriction.other-body' };
    expect(byCouncil.by(actors.office).decides('LiftRestriction', lifting)).toMatchObject(refusal);
    const elsewhere = { ...actors.office, organ: 'other-office' };
    expect(restricted.by(elsewhere).decides('LiftRestriction', lifting)).toMatchObject(refusal);
    const colleague = { ...actors.council, id: 'person:qian' };
    expect(byCouncil.by(colleague).decides('LiftRestriction', lifting)).toHaveLength(1);
  });

  it('is lifted once, and only where there is one', () => {
    expect(lifted.decides('LiftRestriction', lifting)).toEqual([]);
    const again = { rejected: 'restriction.none' };
    expect(lifted.decides('LiftRestriction', { ...lifting, documentNo: 'S-3' })).toEqual(again);
    expect(opened.decides('LiftRestriction', lifting)).toEqual(again);
  });

  it('may come after the end of a case, since a secret does not end with it', () => {
    const archived = opened
      .does('CloseCase', {})
      .does('ArchiveCase', { archiveNo: 'A-1', retention: 'permanent' });
    expect(archived.decides('RestrictCase', restricting)).toHaveLength(1);
  });

  it('lets nobody be told of results until it is lifted', () => {
    const online = { channel: 'web', url: null, date: '2026-03-25' } as const;
    const shut = evaluatingItems().by(actors.office).does('RestrictCase', restricting);
    expect(shut.decides('PublishResult', online)).toEqual({ rejected: 'publication.restricted' });
    expect(shut.does('LiftRestriction', lifting).decides('PublishResult', online)).toHaveLength(1);
  });
});
