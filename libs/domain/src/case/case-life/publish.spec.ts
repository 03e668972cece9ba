import { describe, expect, it } from '@jest/globals';
import type { CaseCommandData } from '../case.commands.ts';
import { actors, evaluatingItems, nothingYet, opening, type Story } from '../case-story.fixture.ts';
import type { SupervisionForm } from '../case.vocabulary.ts';
import { owedPublications } from './owed-publications.ts';

type Said = CaseCommandData['Publish'];
const telling = (more: Partial<Said> = {}): Said => ({
  ...{ what: 'opinions', toWhom: 'deputies', part: null },
  ...{ channel: 'platform', url: null, date: '2026-01-05' },
  ...more,
});

const opened = (form: SupervisionForm = 'work-report'): Story => nothingYet.does('OpenCase', opening(form));
const reported = (form: SupervisionForm = 'work-report'): Story =>
  evaluatingItems({ form }).by(actors.office);

/** `what toWhom since`, of what waits. */
const waiting = (story: Story): readonly string[] =>
  owedPublications(story.opened()).flatMap(({ what, toWhom, since, open }) =>
    open ? [`${what} ${toWhom} ${since}`] : [],
  );

describe('telling deputies and the public', () => {
  it('is taken of report and opinions as soon as there is a case, each channel and each part for itself', () => {
    const told = opened().does('Publish', telling());
    expect(told.decides('Publish', telling())).toEqual([]);
    for (const more of [{ channel: 'gazette' }, { what: 'report' }, { toWhom: 'public' }] as const)
      expect(told.decides('Publish', telling(more))).toHaveLength(1);
    const part = { name: 'I', last: false };
    expect(told.decides('Publish', telling({ part }))).toHaveLength(1);
  });

  it('of how matters were handled needs a result first, and nothing else does', () => {
    const handling = telling({ what: 'handling-report' });
    expect(opened().decides('Publish', handling)).toEqual({ rejected: 'publication.no-result' });
    expect(reported().decides('Publish', handling)).toHaveLength(1);
    for (const what of ['resolution-report', 'plan', 'annual-report'] as const)
      expect(opened('resolution').decides('Publish', telling({ what }))).toHaveLength(1);
  });

  it('is not of the future, nor of before the case, nor at an address that is none', () => {
    const impossible = { rejected: 'publication.date-impossible' };
    expect(opened().decides('Publish', telling({ date: '2026-01-06' }))).toMatchObject(impossible);
    expect(opened().decides('Publish', telling({ date: '2026-01-04' }))).toMatchObject(impossible);
    expect(opened().decides('Publish', telling({ url: 'javascript:alert(1)' }))).toMatchObject({
      rejected: 'publication.address-invalid',
    });
  });

  it('what is withheld from the public is told to deputies all the same', () => {
    const withheld = opened().does('WithholdPublication', { legalGround: 'S1 art. 10' });
    expect(withheld.decides('Publish', telling({ toWhom: 'public' }))).toEqual({
      rejected: 'publication.withheld',
    });
    expect(withheld.decides('Publish', telling())).toHaveLength(1);
  });

  it('stands against a later withholding where it told the public of the result, and only there', () => {
    const withholding = { legalGround: 'S1 art. 10' };
    const toPublic = telling({ what: 'handling-report', toWhom: 'public' });
    expect(reported().does('Publish', toPublic).decides('WithholdPublication', withholding)).toEqual({
      rejected: 'publication.already-published',
    });
    const opinions = reported().does('Publish', telling({ toWhom: 'public' }));
    expect(opinions.decides('WithholdPublication', withholding)).toHaveLength(1);
  });

  it('of a restricted case is refused to both until it is lifted', () => {
    const ground = { ground: 'plans', documentNo: 'S-1' };
    const shut = opened().does('RestrictCase', { secrecy: 'work-secret', ...ground });
    for (const toWhom of ['deputies', 'public'] as const)
      expect(shut.decides('Publish', telling({ toWhom }))).toEqual({ rejected: 'publication.restricted' });
    expect(shut.does('LiftRestriction', ground).decides('Publish', telling())).toHaveLength(1);
  });

  it('is over with the archive', () => {
    const archived = opened()
      .does('CloseCase', {})
      .does('ArchiveCase', { archiveNo: 'A-1', retention: 'permanent' });
    expect(archived.decides('Publish', telling())).toEqual({ rejected: 'case.not-open' });
  });
});

describe('what is owed', () => {
  it('follows from the form: report and opinions from the opening on, the rest from the result', () => {
    const begun = ['report', 'opinions'].flatMap((what) =>
      ['deputies', 'public'].map((toWhom) => `${what} ${toWhom} 2026-01-05`),
    );
    expect(waiting(opened())).toEqual(begun);
    expect(waiting(reported())).toEqual([
      ...begun,
      'handling-report deputies 2026-03-20',
      'handling-report public 2026-03-20',
    ]);
    expect(waiting(opened('resolution'))).toEqual([]);
    expect(waiting(reported('resolution'))).toEqual([
      'resolution-report deputies 2026-03-20',
      'resolution-report public 2026-03-20',
    ]);
    expect(waiting(reported('suggestion'))).toEqual([]);
  });

  it('waits until it is told whole, or the last of its parts is', () => {
    const part = (name: string, last: boolean) => telling({ part: { name, last } });
    const begun = opened().does('Publish', part('I', false));
    expect(waiting(begun)).toContain('opinions deputies 2026-01-05');
    expect(waiting(begun.does('Publish', part('II', true)))).not.toContain('opinions deputies 2026-01-05');
  });

  it('of the result is told to the public by either command', () => {
    const online = { channel: 'web', url: null, date: '2026-03-25' };
    expect(waiting(reported().does('PublishResult', online))).not.toContain(
      'handling-report public 2026-03-20',
    );
  });

  it('does not wait while it may not be told, and counts from the lifting', () => {
    const withheld = opened().does('WithholdPublication', { legalGround: 'S1 art. 10' });
    expect(waiting(withheld)).toEqual(['report deputies 2026-01-05', 'opinions deputies 2026-01-05']);
    const ground = { ground: 'plans', documentNo: 'S-1' };
    const shut = opened().does('RestrictCase', { secrecy: 'work-secret', ...ground });
    expect(waiting(shut)).toEqual([]);
    const lifted = shut.at('2026-02-02').does('LiftRestriction', ground);
    expect(waiting(lifted)).toContain('report public 2026-02-02');
  });
});
