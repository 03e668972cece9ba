import { describe, expect, it } from '@jest/globals';
import { isRejected, type Actor } from '@duban/kernel';
import fc from 'fast-check';
import type { CaseCommand, CaseCommandType } from '../case/case.commands.ts';
import { caseDecider } from '../case/case.decider.ts';
import type { CaseState } from '../case/case.state.ts';
import { actors } from '../case/case-story.fixture.ts';
import { commandOf, walk, walks, type Taken, type Walk } from '../case/case-walk.fixture.ts';
import type { CommandContext } from '../case/command-context.ts';
import { stepRecords } from '../case/step-tables.ts';
import { cqDefault1 } from '../ruleset/cq-default.ts';
import { groundOn, isCarried, isOfCommittee } from './ground.fixture.ts';

/** Whether what is sent here has its ground; where nothing can be read, or there is no case, nothing has. */
const isFounded = ({ type, context }: CaseCommand, state: CaseState): boolean => {
  const { decision, mandate, known } = context;
  if (known === undefined || state.status === 'unopened') return false;
  return isCarried({ ...context, type, topic: state.opened.topic, decision, mandate, known });
};

const stepsOf = Object.entries(stepRecords).flatMap(([type, { decidedBy }]) =>
  decidedBy === undefined ? [] : [type as CaseCommandType],
);
const entering = (type: CaseCommandType): Actor => (isOfCommittee(type) ? actors.office : actors.council);

type Sending = { readonly command: CaseCommand; readonly before: CaseState };

/** What was taken where a body decides it, and any such step at any place, by a post that enters for the body. */
const sendings = ({ form }: Walk, { command, before }: Taken, any: number): readonly Sending[] => {
  const { type, data, context } = command;
  const place = { state: before, itemId: 'i1', form, variant: any % 4, on: context.decidedOn };
  const other = stepsOf[any % stepsOf.length] ?? type;
  const own = { type, data, context: { ...context, actor: entering(type) } } as CaseCommand;
  return [...(stepsOf.includes(type) ? [own] : []), commandOf(other, place, entering(other))].map((sent) => ({
    command: sent,
    before,
  }));
};

const asked = { ...cqDefault1, decisions: 'required' as const };

type Bend = (command: CaseCommand) => CaseCommand;
const within =
  (bend: (context: CommandContext) => Partial<CommandContext>): Bend =>
  (command) => ({ ...command, context: { ...command.context, ...bend(command.context) } });

const tried = { accepted: new Map<string, number>(), refused: new Map<string, number>() };
const count = (counts: Map<string, number>, name: string): void => {
  counts.set(name, (counts.get(name) ?? 0) + 1);
};

/** Every act of a body in random histories, sent anew with a random ground; `bend` takes a rule out. */
const neverUnfounded = (bend: Bend, numRuns: number): void => {
  fc.assert(
    fc.property(walks, fc.gen(), (walked, gen) => {
      const any = gen(fc.nat, { max: 1000 });
      const sent = walk(walked).taken.flatMap((taken, at) => sendings(walked, taken, any + at));
      for (const { command, before } of sent) {
        const rules = { 'cq-default@1': asked };
        const ground = gen(groundOn, command.context.decidedOn);
        const founded = within(() => ({ ...ground, ruleSets: rules }))(command);
        const decision = caseDecider.decide(bend(founded), before);
        const isDone = !isRejected(decision) && decision.length > 0;
        if (isRejected(decision)) count(tried.refused, decision.rejected);
        else count(tried.accepted, command.type);
        expect([command.type, isDone && !isFounded(founded, before)]).toEqual([command.type, false]);
      }
    }),
    { numRuns, seed: 20_261_130, endOnFailure: true },
  );
};

const withMandate = (context: CommandContext, more: object): Partial<CommandContext> => {
  const { known } = context;
  const read = known?.mandate ?? null;
  return known === undefined || read === null
    ? {}
    : { known: { ...known, mandate: { ...read, state: { ...read.state, ...more } } } };
};
const withMeeting = (context: CommandContext, more: object): Partial<CommandContext> => {
  const { known } = context;
  const read = known?.meeting ?? null;
  return known === undefined || read === null
    ? {}
    : { known: { ...known, meeting: { ...read, state: { ...read.state, ...more } } } };
};

/** Each takes one rule out of the judgement: what is judged is not what was sent. */
const mutants: readonly (readonly [string, Bend])[] = [
  [
    'nothing is required',
    within(() => ({ ruleSets: { 'cq-default@1': { ...asked, decisions: 'on-paper' } } })),
  ],
  ['a quorum is not counted', within((context) => withMeeting(context, { present: 60, serving: 60 }))],
  [
    'any meeting does',
    within((context) =>
      withMeeting(context, { body: context.decision?.body, heldOn: context.decision?.on, present: 60 }),
    ),
  ],
  ['mandates never end', within((context) => withMandate(context, { until: null }))],
  [
    'mandates outlive the term',
    within(({ known }) => (known === undefined ? {} : { known: { ...known, termEnds: [] } })),
  ],
  ['mandates begin before they begin', within((context) => withMandate(context, { from: '2000-01-01' }))],
  ['a mandate is for any post', within((context) => withMandate(context, { post: context.actor }))],
  [
    'a mandate is for any step',
    within((context) => withMandate(context, { steps: Object.keys(stepRecords) })),
  ],
  ['a mandate is for any case', within((context) => withMandate(context, { all: true }))],
  ['a mandate goes by any id', within((context) => withMandate(context, { mandateId: context.mandate?.id }))],
  [
    'a decision may be of tomorrow',
    within(({ decision, known, occurredOn }) =>
      decision === undefined || decision.on <= occurredOn || known === undefined
        ? {}
        : {
            decision: { ...decision, on: occurredOn },
            ...withMeeting({ known } as CommandContext, { heldOn: occurredOn }),
          },
    ),
  ],
];

describe('in no history', () => {
  it('a body acts without its decision or a mandate in force', () => {
    neverUnfounded((command) => command, 250);
    const sum = (counts: Map<string, number>): number => [...counts.values()].reduce((a, b) => a + b, 0);
    expect(sum(tried.accepted)).toBeGreaterThan(100);
    expect([...tried.accepted.keys()].length).toBeGreaterThan(6);
    const met = [
      'decision.missing',
      'decision.body-unknown',
      'decision.body-not-competent',
      'decision.in-future',
    ];
    const also = [
      'decision.other-meeting',
      'decision.no-quorum',
      'decision.document-missing',
      'mandate.unknown',
    ];
    const rest = ['mandate.not-in-force', 'mandate.other-post', 'mandate.other-step', 'mandate.other-case'];
    expect([...tried.refused.keys()]).toEqual(expect.arrayContaining([...met, ...also, ...rest]));
  });

  it.each(mutants)('and it is noticed where %s', (_rule, bend) => {
    expect(() => {
      neverUnfounded(bend, 1500);
    }).toThrow('Property failed');
  });
});
