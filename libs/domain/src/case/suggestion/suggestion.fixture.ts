import { actors, receivedItems, type Story } from '../case-story.fixture.ts';
import type { CaseCommandData } from '../case.commands.ts';
import type { Grade } from '../case.vocabulary.ts';

export const reply: CaseCommandData['SendReply'] = {
  itemId: 'i1',
  replyNo: 'RE-1',
  signer: 'person:director',
  scheme: 'chongqing',
  class: 'B',
  text: 'Twelve canteens by the end of June.',
  commitments: [],
  toProposers: ['person:deputy-1', 'person:deputy-2'],
};

export const promises = (count: number): CaseCommandData['SendReply']['commitments'] =>
  Array.from({ length: count }, (_, index) => ({
    id: `k${index + 1}`,
    text: `canteen ${index + 1}`,
    dueOn: '2026-06-30',
  }));

type Answer = CaseCommandData['EvaluateReply'];

export const answer = (grade: Grade, more: Partial<Answer> = {}): Answer => ({
  itemId: 'i1',
  replyNo: 'RE-1',
  round: 1,
  evaluator: 'person:deputy-1',
  organ: 'housing-bureau',
  dimensions: [
    { dimension: 'attitude', grade },
    { dimension: 'result', grade },
  ],
  reasons: grade === 'dissatisfied' ? 'Three are missing.' : null,
  ...more,
});

/** A joint suggestion of two deputies, received by its lead and its co-organ. */
export const suggestion = (): Story =>
  receivedItems({ form: 'suggestion', proposers: ['person:deputy-1', 'person:deputy-2'] })
    .at('2026-03-10')
    .by(actors.housing);

export const replied = (more: Partial<CaseCommandData['SendReply']> = {}): Story =>
  suggestion()
    .does('SendReply', { ...reply, ...more })
    .by(actors.deputy);
