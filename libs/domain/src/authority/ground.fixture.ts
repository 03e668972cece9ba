import type { Actor, DecisionOfBody } from '@duban/kernel';
import fc from 'fast-check';
import type { CommandContext } from '../case/command-context.ts';
import { stepRecords } from '../case/step-tables.ts';
import { decisionAt, knowing, mandateOf, meetingOf } from './authority.fixture.ts';
import type { KnownAuthority } from './known-authority.ts';

/** For specs only. */
export type Ground = Pick<CommandContext, 'decision' | 'mandate'> & {
  readonly known: ReturnType<typeof knowing>;
};

const BODIES = ['npcsc-council', 'npcsc', 'urban-committee', 'nobody'];
const FORMS: readonly DecisionOfBody['form'][] = ['meeting', 'circulation', 'signature'];
const shifted = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();

/** A decision or a mandate as somebody might name it on this day: mostly right, wrong in one place or two. */
export const groundOn = (day: string): fc.Arbitrary<Ground> => {
  const decided = fc
    .record({
      body: fc.constantFrom('npcsc-council', ...BODIES),
      of: fc.constantFrom('npcsc-council', 'npcsc', 'npcsc'),
      same: fc.constantFrom(true, true, true, false),
      held: fc.constantFrom(0, 0, 0, -3, 1),
      said: fc.constantFrom(0, 0, 0, -1),
      form: fc.constantFrom('meeting' as const, 'meeting' as const, ...FORMS),
      documentNo: fc.constantFrom('n', ''),
      present: fc.constantFrom(7, 30, 31, 60),
    })
    .map(({ body, of, same, held, said, form, documentNo, present }): Ground => {
      const meeting = meetingOf(same ? body : of, shifted(day, held), { present });
      const decision = decisionAt(meeting);
      const { meeting: _named, ...unmet } = decision;
      const on = shifted(decision.on, said);
      return form === 'meeting'
        ? { decision: { ...decision, body, on }, known: knowing({ meeting }) }
        : { decision: { ...unmet, body, on, form, documentNo }, known: knowing({}) };
    });
  const mandated = fc
    .record({
      steps: fc.constantFrom(Object.keys(stepRecords), Object.keys(stepRecords), ['Resume']),
      organ: fc.constantFrom('npcsc-council', 'npcsc-council', 'other'),
      scope: fc.constantFrom(
        { all: true },
        { all: false, topics: ['property'] },
        { all: false, cases: ['c9'] },
      ),
      from: fc.constantFrom(-9, -9, 1),
      until: fc.constantFrom(null, null, 5, -1),
      term: fc.constantFrom(null, null, -1),
      id: fc.constantFrom('m-1', 'm-1', 'm-1', 'm-2'),
    })
    .map(({ steps, organ, scope, from, until, term, id }): Ground => {
      const days = { from: shifted(day, from), until: until === null ? null : shifted(day, until) };
      const post = { role: 'chairpersons-council', organ } as const;
      const mandate = mandateOf({ steps, post, ...scope, ...days });
      return {
        mandate: { id },
        known: knowing({ mandate, termEnds: term === null ? [] : [shifted(day, term)] }),
      };
    });
  return fc.oneof(decided, mandated, fc.constant<Ground>({ known: knowing({}) }));
};

/** An act of a body as it was sent or recorded, with what the registers said when it was decided. */
export type GroundedAct = {
  /** Name of the command. */
  readonly type: string;
  readonly topic: string;
  readonly actor: Actor;
  readonly decision: DecisionOfBody | undefined;
  readonly mandate: { readonly id: string } | undefined;
  readonly known: KnownAuthority;
  readonly occurredOn: string;
  readonly decidedOn: string;
};

/** A vote is the Committee's, whether on the handling or on the report. */
export const isOfCommittee = (type: string): boolean => /^Record(?:Report)?Vote$/.test(type);

/** Said again and otherwise: what carries an act of a body. Knows nothing of the rules that are tested. */
export const isCarried = ({
  type,
  topic,
  actor,
  decision,
  mandate,
  known,
  occurredOn,
  decidedOn,
}: GroundedAct): boolean => {
  const isVote = isOfCommittee(type);
  if (decision !== undefined && mandate === undefined) {
    const competent = isVote ? ['npcsc'] : ['npcsc-council', 'npcsc'];
    if (!competent.includes(decision.body) || decision.on > occurredOn) return false;
    if (decision.form !== 'meeting')
      return !isVote && decision.meeting === undefined && (decision.documentNo ?? '').trim() !== '';
    const met = known.meeting?.state;
    if (met?.status !== 'recorded' || met.meetingId !== decision.meeting) return false;
    const isThere = met.body === decision.body && met.heldOn === decision.on;
    return isThere && (met.body !== 'npcsc' || met.present > met.serving / 2);
  }
  const given = known.mandate?.state;
  if (mandate === undefined || given?.status !== 'given' || given.mandateId !== mandate.id) return false;
  if (isVote || type === 'DecideEscalation' || !given.steps.includes(type)) return false;
  const last = [given.until ?? '9999-12-31', ...known.termEnds.filter((end) => end >= given.from)].sort()[0];
  return (
    given.post.organ === actor.organ &&
    given.post.role === actor.role &&
    (given.all || given.cases.includes('c1') || given.topics.includes(topic)) &&
    given.from <= decidedOn &&
    decidedOn <= (last ?? '')
  );
};
