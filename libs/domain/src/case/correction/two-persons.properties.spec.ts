import { expect, it } from '@jest/globals';
import { isRejected, ORGAN_ROLES, type Actor, type Recorded } from '@duban/kernel';
import fc from 'fast-check';
import { vote } from '../evaluation/evaluation.fixture.ts';
import { attachment } from '../attachment/attachment.fixture.ts';
import { actors, commandIn, evaluatingItems } from '../case-story.fixture.ts';
import type { CaseCommand } from '../case.commands.ts';
import { caseDecider } from '../case.decider.ts';
import type { CaseEvent } from '../case.events.ts';
import type { CaseState } from '../case.state.ts';
import { factById } from './correctable-facts.ts';

const second = (actor: Actor): Actor => ({ ...actor, id: `${actor.id}-2` });
/** Each with a second account, and the first in another post: what somebody with two posts tries. */
const everybody: readonly Actor[] = [
  ...Object.values(actors),
  ...Object.values(actors).map(second),
  { ...actors.office, role: actors.council.role, organ: actors.council.organ },
  { ...actors.housing, role: actors.office.role, organ: actors.office.organ },
];

const CHANGES = [
  [{ field: '/question', old: 'How satisfied are you with the handling?', new: 'With the report?' }],
  [
    { field: '/counts/satisfied', old: 10, new: 40 },
    { field: '/counts/dissatisfied', old: 40, new: 10 },
  ],
] as const;

type Attempt = {
  readonly actor: number;
  readonly what: 'propose' | 'confirm' | 'decline' | 'correct';
  readonly n: number;
};

const scene = evaluatingItems()
  .by(actors.office)
  .does('RecordVote', vote('v1', [10, 5, 40]))
  .does('FileAttachment', attachment({ attachmentId: 'sheet', itemId: null, sha256: 'sha256:tally' }));

const sent = ({ what, n }: Attempt): Pick<CaseCommand, 'type'> & { readonly data: object } => {
  const targetEventId = scene.opened().records.votes[0]?.eventId ?? '';
  const changes = CHANGES[n % CHANGES.length] ?? CHANGES[0];
  const proposalId = `correction-${n + 1}`;
  switch (what) {
    case 'propose':
      return { type: 'ProposeCorrection', data: { targetEventId, changes, reason: 'slip', decision: null } };
    case 'confirm':
      return { type: 'ConfirmCorrection', data: { proposalId } };
    case 'decline':
      return { type: 'DeclineCorrection', data: { proposalId, reason: 'no' } };
    case 'correct': {
      const [change] = changes;
      const data = { targetEventId, ...change, reason: 'slip', approver: 'person:x' };
      return { type: 'CorrectEvent', data };
    }
  }
};

type Decide = (command: CaseCommand, state: CaseState) => ReturnType<typeof caseDecider.decide>;

/** What happened, as it was recorded: who sent it, whatever the rules took them for. */
const history = (attempts: readonly Attempt[], decide: Decide): readonly Recorded<CaseEvent>[] => {
  const log: Recorded<CaseEvent>[] = [];
  let state: CaseState = scene.state;
  for (const attempt of attempts) {
    const actor = everybody[attempt.actor % everybody.length] ?? actors.office;
    const { type, data } = sent(attempt);
    const command = commandIn(scene.at('2026-03-26').by(actor), type, data);
    const decision = decide(command, state);
    if (isRejected(decision)) continue;
    for (const event of decision) {
      const recorded = {
        ...event,
        ...{ id: `h${log.length}`, revision: 100 + log.length, actor },
        ...{ occurredAt: '2026-03-26T09:00:00+08:00', recordedAt: '2026-03-26T01:00:00.000Z' },
      } as Recorded<CaseEvent>;
      log.push(recorded);
      state = caseDecider.evolve(state, recorded);
    }
  }
  return log;
};

/** What no history may hold, read from its events alone. */
const faultsOf = (log: readonly Recorded<CaseEvent>[]): readonly string[] =>
  log.flatMap((event) => {
    if (event.type === 'EventCorrected') return ['one hand changed what people decided on'];
    if (event.type !== 'CorrectionConfirmed') return [];
    const proposed = log.find(
      ({ type, data }) =>
        type === 'CorrectionProposed' && 'proposalId' in data && data.proposalId === event.data.proposalId,
    );
    const fact = factById(scene.opened(), event.data.targetEventId);
    const supervised = [event.actor, proposed?.actor].some(
      (actor) => actor !== undefined && (ORGAN_ROLES as readonly string[]).includes(actor.role),
    );
    const isCongress = fact !== undefined && !(ORGAN_ROLES as readonly string[]).includes(fact.by.role);
    return [
      ...(proposed?.actor.id === event.actor.id && !event.data.byOnePerson
        ? ['one person stood for two']
        : []),
      ...(supervised && isCongress ? ['a supervised part changed a fact of the Congress’s side'] : []),
    ];
  });

const attempts = fc.array(
  fc.record({
    actor: fc.nat(everybody.length - 1),
    what: fc.constantFrom<Attempt['what']>('propose', 'propose', 'confirm', 'confirm', 'decline', 'correct'),
    n: fc.nat(3),
  }),
  { minLength: 20, maxLength: 60, size: 'max' },
);

const histories = (decide: Decide): readonly (readonly Recorded<CaseEvent>[])[] =>
  fc.sample(attempts, { numRuns: 300, seed: 20260326 }).map((chosen) => history(chosen, decide));

const foundBy = (decide: Decide): readonly string[] => [...new Set(histories(decide).flatMap(faultsOf))];

it('two persons, and none of them supervised, stand behind every change of what the Congress decided', () => {
  const told = histories(caseDecider.decide);
  expect(told.flatMap(faultsOf)).toEqual([]);
  const confirmed = told.flat().filter(({ type }) => type === 'CorrectionConfirmed');
  expect(confirmed.length).toBeGreaterThan(50);
});

/** A rule taken out: whoever sends it is taken for somebody whom that rule would let pass. */
const takenFor =
  (code: string, stand: (command: CaseCommand) => Actor): Decide =>
  (command, state) => {
    const decision = caseDecider.decide(command, state);
    if (!isRejected(decision) || decision.rejected !== code) return decision;
    return caseDecider.decide({ ...command, context: { ...command.context, actor: stand(command) } }, state);
  };

it.each([
  [
    'proposal.own',
    ({ context: { actor } }: CaseCommand) => ({ ...actor, id: 'person:anybody' }),
    'one person stood for two',
  ],
  ['case.not-the-author', () => actors.office, 'a supervised part changed a fact of the Congress’s side'],
  [
    'proposal.not-yours',
    () => second(actors.office),
    'a supervised part changed a fact of the Congress’s side',
  ],
] as const)('without the rule %s a history is found that it forbids', (code, stand, fault) => {
  expect(foundBy(takenFor(code, stand))).toContain(fault);
});
