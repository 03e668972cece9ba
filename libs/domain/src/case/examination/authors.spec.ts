import { expect, it } from '@jest/globals';
import type { Actor } from '@duban/kernel';
import { actors } from '../case-story.fixture.ts';
import type { CaseEvent } from '../case.events.ts';
import { authorRules } from './authors.rule.ts';
import { beginExamination } from './examine.ts';
import type { ExaminedCaseEvent } from './examination-rule.ts';
import { examined, openedEvent } from './examined-case.fixture.ts';

const correctedTopic: CaseEvent = {
  type: 'EventCorrected',
  data: {
    ...{ targetEventId: 'case-1-e0', targetType: 'CaseOpened', field: '/topic' },
    ...{ old: 'property', new: 'housing', reason: 'slip', approver: 'npcsc-office' },
  },
};
const archived: CaseEvent = { type: 'CaseArchived', data: { archiveNo: 'A1', retention: 'permanent' } };

/** Opened by the office, then whatever came, the last of it by this actor. */
const foundAfter = (by: Actor, ...events: readonly CaseEvent[]): readonly string[] => {
  const all = examined('case-1', [openedEvent, ...events]);
  const last = { ...(all.at(-1) as ExaminedCaseEvent), actor: by };
  return beginExamination(authorRules)
    .examineCase([...all.slice(0, -1), last])
    .map(({ code }) => code);
};

it('a correction by another than who stated it is found, and one by who stated it is in order', () => {
  expect(foundAfter(actors.housing, correctedTopic)).toEqual(['case.not-the-author']);
  expect(foundAfter({ ...actors.office, role: 'general-office' }, correctedTopic)).toEqual([
    'case.not-the-author',
  ]);
  expect(foundAfter(actors.office, correctedTopic)).toEqual([]);
});

it('a correction of an archived case is found', () => {
  expect(foundAfter(actors.office, archived, correctedTopic)).toEqual(['case.archived']);
});

it('an act on behalf of another is found, with on whose', () => {
  const metadata = { onBehalfOf: 'standing-committee', basis: {} };
  const found = beginExamination(authorRules).examineCase(examined('case-1', [openedEvent], { metadata }));
  expect(found).toMatchObject([{ code: 'mandate.none', details: { onBehalfOf: 'standing-committee' } }]);
});

it('a draft of another office than the addressee’s is found, and the addressee’s own is in order', () => {
  const added: CaseEvent = {
    type: 'ItemRegistered',
    data: {
      ...{ itemId: 'i1', caseId: 'c1', sourceId: 's1', sourceParagraph: '1', title: 'i1', text: 'lifts' },
      ...{ category: 'problem', topicTag: 'property', proposers: [] },
    },
  };
  const drafted: CaseEvent = {
    type: 'DraftResultSubmitted',
    data: { draftVersion: 1, documentHash: 'sha256:d', itemIds: ['i1'], missingCoOpinions: [] },
  };
  const district = { ...actors.government, organ: 'market-regulator' };
  expect(foundAfter(district, added, drafted)).toEqual(['assignment.not-addressee']);
  expect(foundAfter(actors.government, added, drafted)).toEqual([]);
});
