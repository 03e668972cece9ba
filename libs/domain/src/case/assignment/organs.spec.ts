import { describe, expect, it } from '@jest/globals';
import { actors, lead, nothingYet, opening, type Story } from '../case-story.fixture.ts';
import type { CaseCommandData } from '../case.commands.ts';
import { assigned, assignment, listed, received } from '../handling.fixture.ts';
import { organ } from '../known-organs.fixture.ts';

const merged = { how: 'merged', on: '2026-01-02', successor: 'road-bureau' } as const;
const dissolved = { how: 'dissolved', on: '2026-01-02', successor: null } as const;
const register = {
  ...organ('road-centre', 'bureau', merged),
  ...organ('road-bureau', 'bureau', { ...merged, successor: 'transport-bureau' }),
  ...organ('old-bureau', 'bureau', dissolved),
  ...organ('future-bureau', 'bureau', null, '2027-01-01'),
};

const refusals = [
  ['nobody registered', 'nowhere', 'organ.not-registered', { organ: 'nowhere' }],
  ['what every object inherits', 'constructor', 'organ.not-registered', { organ: 'constructor' }],
  [
    'one that merged, naming who answers now',
    'road-centre',
    'organ.no-longer-there',
    { successor: 'transport-bureau', successorName: 'The transport-bureau', endedOn: '2026-01-02' },
  ],
  ['one that was dissolved', 'old-bureau', 'organ.no-longer-there', { successor: null }],
  ['one that does not exist yet', 'future-bureau', 'organ.not-yet-there', { since: '2027-01-01' }],
  ['the supervision office', 'npcsc-office', 'organ.not-supervised', { organ: 'npcsc-office' }],
  ['a committee of the Congress', 'urban-committee', 'organ.not-supervised', {}],
] as const;

const returned = (): Story =>
  assigned().at('2026-01-07').by(actors.housing).does('RequestReturn', asked('transport-bureau'));
const asked = (proposedOrgan: string): CaseCommandData['RequestReturn'] => ({
  ...{ itemId: 'i1', assignmentId: 'a-lead', reasonCode: 'not-competent', text: 'not ours' },
  proposedOrgan,
});
const given = (id: string, role: 'lead' | 'co' = 'lead') => ({ ...lead, id: 'a-2', organ: id, role });
const change = { itemId: 'i1', clockRule: 'continue', reason: 'moved' } as const;

/** Every command that puts an organ to work, or says that one should be. */
const ways: readonly (readonly [string, (id: string) => unknown])[] = [
  ['assigns to', (id) => to(listed()).decides('Assign', assignment('i1', { assignments: [given(id)] }))],
  [
    'addresses, in an item of a case without addressee,',
    (id) => to(unaddressed()).decides('Assign', assignment('i1', { addressee: id })),
  ],
  [
    'reassigns to',
    (id) =>
      to(received().by(actors.office)).decides('Reassign', {
        ...change,
        endedAssignmentId: 'a-lead',
        assignment: given(id),
      }),
  ],
  [
    'adds as co-organ',
    (id) =>
      to(received().by(actors.office)).decides('AddCoOrgan', {
        itemId: 'i1',
        reason: 'helps',
        assignment: given(id, 'co'),
      }),
  ],
  [
    'gives the lead to',
    (id) => to(received().by(actors.office)).decides('ChangeLead', { ...change, assignment: given(id) }),
  ],
  [
    'proposes, in a return,',
    (id) => to(assigned().at('2026-01-07').by(actors.housing)).decides('RequestReturn', asked(id)),
  ],
  [
    'names, in the decision of a return,',
    (id) =>
      to(returned().by(actors.government)).decides('DecideReturn', {
        ...{ itemId: 'i1', assignmentId: 'a-lead', accept: true, reason: 'theirs' },
        newOrgan: id,
      }),
  ],
  [
    'opens a case addressed to',
    (id) => to(nothingYet).decides('OpenCase', { ...opening('work-report'), addressee: id }),
  ],
];

const to = (story: Story): Story => story.knowing(register);
const unaddressed = (): Story =>
  nothingYet
    .does('OpenCase', { ...opening('law-inspection'), addressee: null })
    .does('RegisterItem', {
      ...{ itemId: 'i1', sourceId: 's', sourceParagraph: '1', title: 't', text: 'x', category: 'problem' },
      ...{ topicTag: 'p', proposers: [] },
    })
    .by(actors.council)
    .does('ApproveList', { listNo: 'L', itemIds: ['i1'], approvedBy: 'cc', meetingNo: 'CC-1' })
    .by(actors.office);

describe.each(ways)('whoever %s an organ', (_way, decides) => {
  it.each(refusals)('is refused %s', (_what, id, code, details) => {
    expect(decides(id)).toMatchObject({ rejected: code, details });
  });

  it('may name one that is there on the day', () => {
    expect(decides('water-bureau')).toMatchObject([{ data: expect.anything() }]);
  });
});

describe('the committee that leads a case', () => {
  const led = (leadCommittee: string | null) =>
    to(nothingYet).decides('OpenCase', { ...opening('work-report'), leadCommittee });

  it('is a body of the Congress, or none', () => {
    expect(led('urban-committee')).toHaveLength(1);
    expect(led(null)).toHaveLength(1);
    expect(led('housing-bureau')).toMatchObject({ rejected: 'organ.not-of-the-congress' });
    expect(led('nowhere')).toMatchObject({ rejected: 'organ.not-registered' });
  });
});

it('an organ that merges later is still assigned until that day', () => {
  const later = organ('road-centre', 'bureau', { ...merged, on: '2026-01-06' });
  const decided = listed()
    .knowing(later)
    .decides('Assign', assignment('i1', { assignments: [given('road-centre')] }));
  expect(decided).toMatchObject([{ type: 'ItemAssigned' }]);
});

it('an assignment that was made says nothing new when it comes again after the organ has merged', () => {
  const made = assignment('i1', { assignments: [given('road-centre')] });
  const story = listed().knowing(organ('road-centre')).does('Assign', made);
  expect(to(story).at('2026-02-02').decides('Assign', made)).toEqual([]);
});
