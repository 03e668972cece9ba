import { expect, it } from '@jest/globals';
import { attachment } from '../attachment/attachment.fixture.ts';
import { evaluatingItems, opening } from '../case-story.fixture.ts';
import type { CaseEvent } from '../case.events.ts';
import { survey, vote } from '../evaluation/evaluation.fixture.ts';
import { caseNumberRules } from './case-numbers.rule.ts';
import { digestRules } from './digests.rule.ts';
import { evaluationRules } from './evaluations.rule.ts';
import { beginExamination } from './examine.ts';
import type { ExaminedCaseEvent, ExaminedOtherEvent } from './examination-rule.ts';
import { examined, openedEvent } from './examined-case.fixture.ts';
import { namedOrganRules } from './named-organs.rule.ts';
import { publicationRules } from './publications.rule.ts';

const IMPORTED = '3f2504e0-4f89-5d39-9a0c-0305e82c3301';

const openedAs = (caseId: string, caseNo: string): CaseEvent => ({
  type: 'CaseOpened',
  data: { ...opening('resolution'), caseId, caseNo, openedOn: '2026-03-02' },
});

it('two cases of one number are found at the later one, which names the earlier', () => {
  const examination = beginExamination(caseNumberRules);
  const cases = [
    ['c1', '督〔2026〕1号'],
    [IMPORTED, '督〔2026〕1号'],
    ['c2', '督[2026]1号'],
    ['c3', '督〔2026〕2号'],
  ] as const;
  const found = cases.flatMap(([id, no]) =>
    examination.examineCase(examined(`case-${id}`, [openedAs(id, no)])),
  );
  expect(found).toMatchObject([
    { code: 'case.number-taken', stream: 'case-c2', details: { caseId: 'c1', caseNo: '督[2026]1号' } },
  ]);
});

const registered = (organId: string, kind: string, since = '2018-01-01'): ExaminedOtherEvent => ({
  ...(examined('case-x', [openedEvent])[0] as ExaminedCaseEvent),
  ...{ stream: `organ-${organId}`, type: 'OrganRegistered' },
  data: { organId, kind, name: organId, since },
});

it('organs that could not be named today are found by the code of their refusal', () => {
  const found = (...known: readonly ExaminedOtherEvent[]) => {
    const examination = beginExamination(namedOrganRules);
    known.forEach(examination.see);
    return examination.examineCase(examined('case-1', [openedEvent])).map(({ code }) => code);
  };
  const committee = registered('urban-committee', 'congress-body');
  expect(found()).toEqual(['organ.not-registered', 'organ.not-registered']);
  expect(found(committee, registered('city-government', 'government'))).toEqual([]);
  expect(found(committee, registered('city-government', 'congress-body'))).toEqual(['organ.not-supervised']);
  expect(found(committee, registered('city-government', 'government', '2026-03-03'))).toEqual([
    'organ.not-yet-there',
  ]);
});

const publishedOn = (date: string, url: string | null = null): CaseEvent => ({
  type: 'ResultPublished',
  data: { channel: 'web', url, date },
});

it('publications that could not be are found by the code of their refusal', () => {
  const found = (...events: readonly CaseEvent[]) =>
    beginExamination(publicationRules)
      .examineCase(examined('case-1', [openedEvent, ...events]))
      .map(({ code }) => code);
  expect(found(publishedOn('2026-03-02', 'https://example.test'))).toEqual([]);
  expect(found(publishedOn('2026-03-03'))).toEqual(['publication.date-impossible']);
  expect(found(publishedOn('2026-03-02', 'www'))).toEqual(['publication.address-invalid']);
  const withheld: CaseEvent = { type: 'PublicationWithheld', data: { legalGround: 'art. 14' } };
  expect(found(withheld, publishedOn('2026-03-02'))).toEqual(['publication.withheld']);
});

it('a vote that replaced another, rates beside other counts and digests that are none are found', () => {
  const before = evaluatingItems().does('RecordVote', vote('v1', [10, 10, 30])).state;
  const events: readonly CaseEvent[] = [
    { type: 'VoteRecorded', data: { ...vote('v2', [40, 5, 5]), votedOn: '2026-03-25' } },
    { type: 'SurveyWaveRecorded', data: { ...survey('w1', [1, 1, 1, 1, 1]), weightedRatePerMille: 900 } },
  ];
  const rules = [...evaluationRules, ...digestRules].map(({ code, begin }) => ({ code, ...begin() }));
  const found = examined('case-1', events).flatMap((event) =>
    rules.flatMap(({ code, examine }) => examine(event, before).map(() => code)),
  );
  expect(found).toEqual(['vote.already-held', 'digest.malformed', 'survey.counts-wrong']);
});

it('a correction to a digest that the case has no file of is found, and one to a file of it is not', () => {
  const digest = `sha256:${'0a'.repeat(32)}`;
  const corrected = (field: string): CaseEvent => ({
    type: 'EventCorrected',
    data: {
      ...{ targetEventId: 'e1', targetType: 'ProgressReported', field, old: 'x', new: digest },
      ...{ reason: 'slip', approver: 'person:director' },
    },
  });
  const { state } = evaluatingItems();
  const found = (event: CaseEvent, before = state) =>
    digestRules.flatMap(({ code, begin }) =>
      examined('case-1', [event]).flatMap((each) =>
        begin()
          .examine(each, before)
          .map((details) => [code, details]),
      ),
    );
  expect(found(corrected('/evidence/0/digest'))).toEqual([['digest.not-filed', { digest }]]);
  expect(found(corrected('/evidence/0/name'))).toEqual([]);
  const filed = evaluatingItems().does('FileAttachment', attachment({ sha256: digest }));
  expect(found(corrected('/evidence/0/digest'), filed.state)).toEqual([]);
});
