import { rejected, type Rejected } from '@duban/kernel';
import { sameFacts } from '../../equality/same-facts.ts';
import type { Data, Stored } from '../../schema/data.ts';
import {
  closed,
  date,
  freeText,
  id,
  orNull,
  scalar,
  shape,
  someOf,
  text,
  without,
} from '../../schema/parts.ts';
import { eventRef, newId } from '../../schema/references.ts';
import { expiryOf, isWaiting } from '../../two-persons/two-persons.ts';
import type { CaseRejection } from '../case.rejections.ts';
import type { CorrectionProposal, OpenedCase } from '../case.state.ts';
import { CASE_STATUSES } from '../case.vocabulary.ts';
import type { CommandContext } from '../command-context.ts';
import { factOf } from '../occurred.ts';
import type { Step } from '../step.ts';
import { AUTHORS, refuseForeign } from './author.ts';
import { refuseChanges } from './changed-value.ts';
import { factById } from './correctable-facts.ts';
import { waitingOf } from './waiting-correction.ts';

/** `field` is a JSON Pointer into the data of the fact; `old` is what stands there now, so that two corrections cannot cross. */
export const changedValue = () => shape('ChangedValue', { field: text(), old: scalar(), new: scalar() });

/** After archiving the body concerned decides; which, by which document, of which day. */
export const correctionDecision = () => closed({ body: text(), documentNo: id(), decidedOn: date() });

const correctionProposed = closed({
  proposalId: newId(),
  targetEventId: eventRef(),
  targetType: id(),
  changes: someOf(changedValue()),
  reason: freeText(),
  decision: orNull(correctionDecision()),
  /** The last day on which it can be confirmed. */
  expiresOn: date(),
});

/** Nothing is corrected yet: somebody of the author's organ says what should be, and waits for a second person. */
export type CorrectionProposed = Stored<'CorrectionProposed', typeof correctionProposed>;

const sent = without(correctionProposed, 'proposalId', 'targetType', 'expiresOn');

type Sent = Data<typeof sent>;

const saidAlready = (proposal: CorrectionProposal, data: Sent): boolean => {
  const { proposalId: _id, targetType: _type, expiresOn: _until, ...said } = proposal.data;
  return sameFacts(said, data);
};

/** What was put away is opened by a decision of the body concerned, and by nothing less. */
export const refuseUndecided = (
  { archived }: OpenedCase,
  decision: Sent['decision'],
  { decidedOn: today }: CommandContext,
): Rejected<CaseRejection> | null => {
  if (decision === null) return archived === null ? null : rejected('correction.decision-missing');
  return decision.decidedOn > today || decision.body.trim() === ''
    ? rejected('correction.decision-impossible', { decidedOn: decision.decidedOn, today })
    : null;
};

/** 提出更正: what people decided on is corrected by two; the first of them is of the organ that stated it. */
export const proposeCorrection: Step<typeof sent, CorrectionProposed> = {
  label: { zh: '提出更正', en: 'Propose a correction' },
  data: sent,
  who: AUTHORS,
  at: 'case',
  during: CASE_STATUSES,
  inOwnName: true,
  decide: (data, state, context, rulesOf) => {
    const fact = factById(state, data.targetEventId);
    if (fact === undefined) return rejected('case.event-unknown', { eventId: data.targetEventId });
    const foreign = refuseForeign(fact, context.actor);
    if (foreign !== null) return foreign;
    const waiting = state.proposals.find(
      (proposal) =>
        proposal.data.targetEventId === data.targetEventId &&
        isWaiting(waitingOf(proposal), context.decidedOn),
    );
    if (waiting !== undefined)
      return saidAlready(waiting, data)
        ? []
        : rejected('proposal.waiting', { proposalId: waiting.data.proposalId });
    const refusal =
      refuseUndecided(state, data.decision, context) ??
      refuseChanges(data, fact, { state, context, rulesOf });
    if (refusal !== null) return refusal;
    const proposalId = `correction-${state.proposals.length + 1}`;
    const expiresOn = expiryOf(context.decidedOn);
    return [{ type: 'CorrectionProposed', data: { proposalId, targetType: fact.type, ...data, expiresOn } }];
  },
  events: {
    CorrectionProposed: {
      data: correctionProposed,
      seenBy: 'parties',
      published: true,
      untold: ['changes', 'reason'],
      // May repeat any text of the case, before and after.
      personal: { 'changes.*.old': [], 'changes.*.new': [] },
      fold: (state, event) => ({
        ...state,
        proposals: [...state.proposals, { ...factOf(event), status: 'waiting', endedBy: null }],
      }),
    },
  },
};
