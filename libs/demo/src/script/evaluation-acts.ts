import type { Actor } from '@duban/kernel';
import type { Disposition, FindingVerdict } from '@duban/domain';
import { people } from '../cast/people.ts';
import { act, type Act } from './act.ts';
import { digestOf } from './digests.ts';
import { lookedBack } from './single-acts.ts';

type Visit = {
  readonly id: string;
  readonly date: string;
  readonly place: string;
  readonly participants: readonly string[];
  readonly findings: Readonly<Record<string, readonly [verdict: FindingVerdict, note: string]>>;
};

/** 视察、核验 */
export const visited = (by: Actor, { id, date, place, participants, findings }: Visit): Act =>
  act(by, 'RecordInspection', {
    inspectionId: id,
    date,
    place,
    participants: [...participants],
    findings: Object.entries(findings).map(([itemId, [verdict, note]]) => ({ itemId, verdict, note })),
  });

/** Members of this Standing Committee, which all votes are counted against. */
const ELIGIBLE = 61;

type Ballots = readonly [satisfied: number, basic: number, dissatisfied: number, invalid?: number];

type Vote = {
  readonly id: string;
  readonly meetingNo: string;
  readonly question: string;
  readonly itemIds: readonly string[];
  readonly ballots: Ballots;
};

/** 满意度测评: everybody present was given a ballot and gave it back. */
export const voted = ({ id, meetingNo, question, itemIds, ballots }: Vote): Act => {
  const [satisfied, basic, dissatisfied, invalid = 0] = ballots;
  const valid = satisfied + basic + dissatisfied;
  const present = valid + invalid;
  return act(
    people.office,
    'RecordVote',
    {
      voteId: id,
      meetingNo,
      question,
      coversItemIds: [...itemIds],
      ...{ eligible: ELIGIBLE, present, issued: present, collected: present, valid, invalid },
      counts: { satisfied, basic, dissatisfied },
      tellers: ['person:demo-teller-1', 'person:demo-teller-2'],
      ballotMode: 'terminal',
      signedTallyHash: digestOf(`${id} 计票单`),
    },
    { basis: { meeting: meetingNo } },
  );
};

export const concluded = (by: Actor, ...itemIds: readonly string[]): Act =>
  act(by, 'Conclude', { itemIds: [...itemIds] });

/** 销号: verified by the committee, signed by its leader. */
export const closed = (by: Actor, itemIds: readonly string[], disposition: Disposition = 'resolved'): Act[] =>
  itemIds.map((itemId) =>
    act(by, 'CloseItem', {
      itemId,
      disposition,
      verifier: by.organ,
      signer: `${by.id}-signer`,
      publish: true,
    }),
  );

export const lookBackScheduled = (itemIds: readonly string[], dueDate?: string): Act[] =>
  itemIds.map((itemId) =>
    act(people.office, 'ScheduleLookBack', { itemId, ...(dueDate === undefined ? {} : { dueDate }) }),
  );

/** 回头看: passed, and whether the wider implications were addressed, too. */
export const lookBackPassed = (
  by: Actor,
  findings: Readonly<Record<string, string>>,
  widerImplications: string,
): Act[] =>
  Object.entries(findings).map(([itemId, text]) =>
    lookedBack(by, { itemId, passed: true, findings: text, widerImplications }),
  );

export const caseClosed: Act = act(people.office, 'CloseCase', {});

export const published = (date: string, title: string): Act =>
  act(people.office, 'PublishResult', { channel: `市人大常委会公报：${title}`, url: null, date });
