import type { CaseCommandData } from './case.commands.ts';
import type { SupervisionForm } from './case.vocabulary.ts';
import { actors, co, lead, nothingYet, opening, type Story } from './case-story.fixture.ts';
import type { Measure } from './rectification/measure.ts';

/** How a case is handled, told by commands alone: from the register to the result. For specs only. */
export const item = (
  itemId: string,
  more: Partial<CaseCommandData['RegisterItem']> = {},
): CaseCommandData['RegisterItem'] => ({
  itemId,
  sourceId: 'SC 2026 No. 1',
  sourceParagraph: '1',
  title: `Title of ${itemId}`,
  text: `What is wrong with ${itemId}`,
  category: 'problem',
  topicTag: 'property',
  proposers: [],
  ...more,
});

export const list = (itemIds: readonly string[], listNo = 'L1'): CaseCommandData['ApproveList'] => ({
  listNo,
  itemIds,
  approvedBy: 'npcsc-council',
  meetingNo: 'CC 2026-1',
});

export const assignment = (
  itemId: string,
  more: Partial<CaseCommandData['Assign']> = {},
): CaseCommandData['Assign'] => ({
  itemId,
  assignments: [lead, co],
  addressee: 'city-government',
  rectificationType: 'phased',
  ...more,
});

export const measure: Measure = {
  id: 'm1',
  text: 'Publish the fees',
  post: 'deputy director',
  milestoneDate: '2026-03-01',
  indicator: 'blocks that publish',
  target: 'all',
};

export const evidence = [{ digest: 'sha256:00', name: 'photo', mediaType: 'image/png' }];

export const registered = (form: SupervisionForm = 'law-inspection', itemIds = ['i1']): Story => {
  const proposers = form === 'suggestion' ? ['person:deputy-1'] : [];
  return itemIds.reduce(
    (story, itemId) => story.does('RegisterItem', item(itemId, { proposers })),
    nothingYet.does('OpenCase', opening(form)),
  );
};

export const listed = (form?: SupervisionForm, itemIds = ['i1']): Story =>
  registered(form, itemIds).by(actors.council).does('ApproveList', list(itemIds)).by(actors.office);

/** Assigned on Monday, 5 January 2026. */
export const assigned = (more: Partial<CaseCommandData['Assign']> = {}, form?: SupervisionForm): Story =>
  listed(form).does('Assign', assignment('i1', more));

const receipt = { itemId: 'i1', assignmentId: 'a-lead', handler: 'person:clerk' };
const plan = { itemId: 'i1', assignmentId: 'a-lead', measures: [measure] };

export const received = (more: Partial<CaseCommandData['Assign']> = {}, form?: SupervisionForm): Story =>
  assigned(more, form).at('2026-01-06').by(actors.housing).does('AcknowledgeReceipt', receipt);

export const rectifying = (more: Partial<CaseCommandData['Assign']> = {}, form?: SupervisionForm): Story =>
  received(more, form).at('2026-01-20').does('FilePlan', plan);

const opinion = { itemId: 'i1', assignmentId: 'a-co', text: 'We agree', evidence: [] };

export const consulting = (): Story =>
  rectifying()
    .at('2026-02-02')
    .by(actors.market)
    .does('SubmitCoOpinion', opinion)
    .at('2026-03-02')
    .by(actors.government)
    .does('SubmitDraftResult', { documentHash: 'sha256:d1', itemIds: ['i1'] });

export const advice = { itemIds: ['i1'], verdict: 'agree', comments: [] } as const;

export const report = (
  more: Partial<CaseCommandData['SubmitResult']> = {},
): CaseCommandData['SubmitResult'] => ({
  reportNo: 'R1',
  signer: 'mayor',
  claims: [{ itemId: 'i1', claimedDisposition: 'resolved', evidence }],
  ...more,
});

export const advised = (): Story =>
  consulting()
    .at('2026-03-09')
    .by(actors.committee)
    .does('GiveCommitteeOpinion', advice)
    .by(actors.government);

export const submitted = (): Story =>
  advised().at('2026-03-16').does('SubmitResult', report()).by(actors.committee);
