import { isRejected, rejected, type Rejected } from '@duban/kernel';
import type { DecidedBy, DecidedForAnother } from '../authority/deciding-bodies.ts';
import { judgeDecision, type Deciding } from '../authority/judge-decision.ts';
import { judgeMandate } from '../authority/judge-mandate.ts';
import { NOTHING_KNOWN } from '../authority/known-authority.ts';
import { requiresDecision } from '../authority/requires-decision.ts';
import { refuseGrounds } from '../envelope/grounds.ts';
import type { CaseCommand } from './case.commands.ts';
import type { CaseRejection } from './case.rejections.ts';
import type { CaseState } from './case.state.ts';
import type { CommandContext } from './command-context.ts';
import { otherLead } from './leading-committee.ts';
import { rulesToday } from './rules-today.ts';
import type { AnyStep } from './step-types.ts';

/** In which body's name the act is done; left out: in that of the post alone. */
type Authority = Pick<CommandContext, 'decidedAs'>;
type Judged = Authority | Rejected<CaseRejection>;

const OWN: Authority = {};

const named = (text: unknown): boolean => typeof text === 'string' && text.trim() !== '';

const decidingOf = ({ actor, occurredOn, decidedOn, known = NOTHING_KNOWN }: CommandContext): Deciding => ({
  actor,
  occurredOn,
  decidedOn,
  known,
});

/** A step of nobody's body carries no decision: what no rule judges is not stored. */
const refuseUnjudged = ({ paper: _paper, ...context }: CommandContext): Rejected<CaseRejection> | null =>
  context.onBehalfOf === null
    ? refuseGrounds(context)
    : rejected('mandate.none', { onBehalfOf: context.onBehalfOf });

const byDecision = (decidedBy: DecidedBy, context: CommandContext): Judged | null => {
  const { decision, onBehalfOf } = context;
  if (decision === undefined) return null;
  if (onBehalfOf !== null) return rejected('mandate.none', { onBehalfOf });
  const body = judgeDecision(decision, decidedBy, decidingOf(context));
  return isRejected(body) ? body : { decidedAs: body.kind };
};

const byMandate = ({ type, context }: CaseCommand, decidedBy: DecidedBy, state: CaseState): Judged | null => {
  const { mandate, onBehalfOf } = context;
  if (mandate === undefined || state.status === 'unopened') return null;
  const { caseId, topic } = state.opened;
  const act = { step: type, decidedBy, caseId, topic, onBehalfOf };
  const given = judgeMandate(mandate, act, decidingOf(context));
  return isRejected(given) ? given : { decidedAs: given.kind };
};

/** Where neither is stated: whether the rules of the day let a document or a meeting in the basis stand for the decision. */
const onPaper = ({ data, context }: CaseCommand, decidedBy: DecidedBy): Judged => {
  const { actor, basis, onBehalfOf } = context;
  if (onBehalfOf !== null) return rejected('mandate.none', { onBehalfOf });
  if (requiresDecision(decidedBy, rulesToday(context), decidingOf(context)))
    return rejected('decision.missing', { bodies: decidedBy.bodies, forms: decidedBy.forms });
  if (actor.role !== 'chairpersons-council') return OWN;
  const papers = [basis.documentNo, basis.meeting, 'meetingNo' in data ? data.meetingNo : undefined];
  return papers.some(named) ? OWN : rejected('basis.missing', { body: actor.role });
};

/** Of a committee that does not lead the case: the decision that let it, or a paper of it where none could be named yet. */
const inPlaceOfLead = (
  { context }: CaseCommand,
  decidedFor: DecidedForAnother,
  leadCommittee: string,
): Judged => {
  const { actor, basis, decision, onBehalfOf } = context;
  if (onBehalfOf !== null || decision === undefined) {
    const refusal = refuseUnjudged(context);
    if (refusal !== null) return refusal;
    const { bodies, forms } = decidedFor;
    return requiresDecision(decidedFor, rulesToday(context), decidingOf(context)) ||
      ![basis.documentNo, basis.meeting].some(named)
      ? rejected('decision.not-leading', { leadCommittee, organ: actor.organ, bodies, forms })
      : OWN;
  }
  const { decision: _judged, ...others } = context;
  const body = judgeDecision(decision, decidedFor, decidingOf(context));
  return isRejected(body) ? body : (refuseUnjudged(others) ?? OWN);
};

/**
 * In whose name an act is done, or why it is not: what a body decides names its decision or the mandate that it gave, and
 * nobody speaks for another without one. Held against the registers as they were read for this command.
 */
export const authorityOf = (command: CaseCommand, step: AnyStep, state: CaseState): Judged => {
  const { context } = command;
  const { decidedBy, byLeadCommittee } = step;
  if (decidedBy === undefined || !(decidedBy.enteredBy as readonly string[]).includes(context.actor.role)) {
    const lead = otherLead(state, context);
    return byLeadCommittee === undefined || lead === null
      ? (refuseUnjudged(context) ?? OWN)
      : inPlaceOfLead(command, byLeadCommittee, lead);
  }
  if (context.decision !== undefined && context.mandate !== undefined)
    return rejected('decision.beside-mandate', { mandate: context.mandate.id });
  return (
    byDecision(decidedBy, context) ?? byMandate(command, decidedBy, state) ?? onPaper(command, decidedBy)
  );
};
