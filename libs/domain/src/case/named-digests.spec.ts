import { describe, expect, it } from '@jest/globals';
import { isRejected } from '@duban/kernel';
import { actors, type Story } from './case-story.fixture.ts';
import { attachment } from './attachment/attachment.fixture.ts';
import { rectifying } from './handling.fixture.ts';

const DIGEST = `sha256:${'0a'.repeat(32)}`;
const OTHER = `sha256:${'0c'.repeat(32)}`;
const SM3 = `sm3:${'0b'.repeat(32)}`;

const reports = (story: Story, digest: string, heldOutside: readonly string[]) =>
  story
    .at('2026-02-02')
    .by(actors.housing)
    .decides('ReportProgress', {
      ...{ itemId: 'i1', assignmentId: 'a-lead', periodEnd: '2026-02-01', percent: 10, milestoneStates: [] },
      blockers: '',
      evidence: [{ digest, name: 'photo', mediaType: 'image/png' }],
      heldOutside,
    });

it('a digest that no file of the case has is refused', () => {
  expect(reports(rectifying(), DIGEST, [])).toEqual({
    rejected: 'digest.not-filed',
    details: { digest: DIGEST },
  });
  expect(reports(rectifying(), DIGEST, [SM3])).toMatchObject({ rejected: 'digest.not-filed' });
});

it('a digest of a file that was filed is taken, by either algorithm', () => {
  const filed = rectifying()
    .by(actors.office)
    .does('FileAttachment', attachment({ sha256: DIGEST, sm3: SM3 }));
  for (const digest of [DIGEST, SM3]) expect(reports(filed, digest, [])).toHaveLength(1);
});

it('a digest that is said to be held outside is taken, and the fact is stored as it always was', () => {
  const decided = reports(rectifying(), DIGEST, [DIGEST]);
  expect(isRejected(decided) ? decided : decided[0]?.data).not.toHaveProperty('heldOutside');
  expect(decided).toMatchObject([{ data: { evidence: [{ digest: DIGEST }] } }]);
});

describe('a correction', () => {
  const told = rectifying()
    .at('2026-02-02')
    .by(actors.housing)
    .does('ReportProgress', {
      ...{ itemId: 'i1', assignmentId: 'a-lead', periodEnd: '2026-02-01', percent: 10, milestoneStates: [] },
      ...{ blockers: '', evidence: [{ digest: DIGEST, name: 'photo', mediaType: 'image/png' }] },
    });
  const { eventId = '' } = told.item('i1').cycle?.progress[0] ?? {};
  const change = (field: string, old: string | number, next: string | number) => ({
    ...{ targetEventId: eventId, changes: [{ field, old, new: next }], reason: 'slip', decision: null },
  });
  const toOther = change('/evidence/0/digest', DIGEST, SM3);

  it('names a file of the case, and cannot say that it is held outside', () => {
    const refused = { rejected: 'digest.not-filed', details: { digest: SM3 } };
    expect(told.decides('ProposeCorrection', toOther)).toEqual(refused);
    const marked = { ...toOther, heldOutside: [SM3] };
    expect(told.decides('ProposeCorrection', marked)).toEqual(refused);
    const filed = told.by(actors.office).does('FileAttachment', attachment({ sha256: OTHER, sm3: SM3 }));
    expect(filed.by(actors.housing).decides('ProposeCorrection', toOther)).toHaveLength(1);
  });

  it('of another field says nothing of a file that was held outside', () => {
    expect(told.decides('ProposeCorrection', change('/percent', 10, 20))).toHaveLength(1);
  });
});
