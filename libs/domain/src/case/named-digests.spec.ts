import { expect, it } from '@jest/globals';
import { isRejected } from '@duban/kernel';
import { actors, type Story } from './case-story.fixture.ts';
import { attachment } from './attachment/attachment.fixture.ts';
import { rectifying } from './handling.fixture.ts';

const DIGEST = `sha256:${'0a'.repeat(32)}`;
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
