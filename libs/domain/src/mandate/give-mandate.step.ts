import { isRejected, rejected, ROLES, type Rejected } from '@duban/kernel';
import { bodyKind, type BodyKind } from '../body/body-kind.ts';
import { isIsoDate } from '../calendar/iso-date.ts';
import { stepsOfBodies } from '../case/body-steps.ts';
import { sameFacts } from '../equality/same-facts.ts';
import type { RegisterContext } from '../register/register-step.ts';
import type { Data, Stored } from '../schema/data.ts';
import { closed, date, flag, id, listOf, oneOf, orNull, someOf, without } from '../schema/parts.ts';
import { caseRef, organRef } from '../schema/references.ts';
import { givenBy } from './given-by.ts';
import type { MandateRejection, MandateStep } from './mandate-step.ts';

/**
 * `role`, `organ`: the post that acts. `steps`: names of commands. `all`: every case; else those named by `cases` or by their `topics`.
 * Days in Asia/Shanghai, both included; `until` null: to the end of the term, as a standing mandate 常设授权. `kind`: of the body that day.
 */
const mandateGiven = closed({
  mandateId: id(),
  body: id(),
  kind: bodyKind(),
  role: oneOf(...ROLES),
  organ: organRef(),
  steps: someOf(id()),
  all: flag(),
  cases: listOf(caseRef()),
  topics: listOf(id()),
  from: date(),
  until: orNull(date()),
});

export type MandateGiven = Stored<'MandateGiven', typeof mandateGiven>;

const sent = without(mandateGiven, 'kind');
type Given = Data<typeof sent>;
type Refusal = Rejected<MandateRejection> | null;

/** Only what the body decides itself, what may be delegated at all, and what the post can send. */
const refuseStep = (step: string, kind: BodyKind, { role }: Given): Refusal => {
  const decidedBy = stepsOfBodies.get(step);
  if (decidedBy === undefined)
    return rejected('mandate.step-unknown', { step, known: [...stepsOfBodies.keys()] });
  if (!decidedBy.delegable) return rejected('mandate.never-delegable', { step });
  if (!decidedBy.bodies.includes(kind))
    return rejected('mandate.body-not-competent', { step, kind, competent: decidedBy.bodies });
  return (decidedBy.enteredBy as readonly string[]).includes(role)
    ? null
    : rejected('mandate.post-cannot', { step, posts: decidedBy.enteredBy });
};

const refuseDays = ({ from, until }: Given, { decision }: RegisterContext): Refusal => {
  const wrong = [from, until].find((day) => day !== null && !isIsoDate(day));
  if (typeof wrong === 'string') return rejected('mandate.date-invalid', { date: wrong });
  if (until !== null && until < from) return rejected('mandate.ends-before-it-begins', { from, until });
  return decision !== undefined && from < decision.on
    ? rejected('mandate.before-its-decision', { from, decidedOn: decision.on })
    : null;
};

const refuseScope = ({ all, cases, topics }: Given): Refusal =>
  all === cases.length + topics.length > 0 ? rejected('mandate.scope-unclear') : null;

export const giveMandate: MandateStep<typeof sent, MandateGiven> = {
  label: { zh: '授权', en: 'Give a mandate' },
  data: sent,
  who: ['supervision-office', 'general-office', 'chairpersons-council'],
  takesDecision: true,
  decide: (data, state, context) => {
    const giver = givenBy(data.body, context);
    if (isRejected(giver)) return giver;
    const given = { ...data, kind: giver.kind };
    if (state.status === 'given') {
      const { status: _status, post, first, ...same } = state;
      return sameFacts({ ...same, ...post, until: first }, given)
        ? []
        : rejected('mandate.known-differently');
    }
    const refused = refuseDays(data, context) ?? refuseScope(data);
    if (refused !== null) return refused;
    for (const step of data.steps) {
      const against = refuseStep(step, giver.kind, data);
      if (against !== null) return against;
    }
    return [{ type: 'MandateGiven', data: given }];
  },
  events: {
    MandateGiven: {
      data: mandateGiven,
      seenBy: 'public',
      published: false,
      fold: (_, { data: { role, organ, ...given } }) => ({
        status: 'given',
        ...given,
        post: { role, organ },
        first: given.until,
      }),
    },
  },
};
