import { Type } from '@sinclair/typebox';
import {
  closed,
  count,
  date,
  disposition,
  dueDate,
  evidence,
  freeText,
  id,
  listOf,
  oneOf,
  orNull,
  person,
  text,
  whole,
} from '@duban/domain/schema';

const measure = closed({
  id: id(),
  text: freeText(),
  post: text(),
  milestoneDate: date(),
  indicator: text(),
  target: text(),
});

const milestone = closed({ measureId: id(), state: oneOf('not-started', 'on-track', 'behind', 'done') });

/** Filing, progress, clock and suspension. */
const handlingSchemas = {
  PlanFiled: closed({ itemId: id(), assignmentId: id(), planVersion: whole(1), measures: listOf(measure) }),
  PlanReturned: closed({ itemId: id(), planVersion: whole(1), reason: freeText() }),
  ProgressReported: closed({
    itemId: id(),
    assignmentId: id(),
    periodEnd: date(),
    percent: Type.Integer({ minimum: 0, maximum: 100 }),
    milestoneStates: listOf(milestone),
    blockers: freeText(),
    evidence: evidence(),
  }),
  ExtensionRequested: closed({ itemId: id(), requestedDue: date(), reason: freeText(), requestedOn: date() }),
  ExtensionGranted: closed({ itemId: id(), newDue: dueDate(), decidedBy: id(), count: whole(1) }),
  ExtensionRefused: closed({ itemId: id(), decidedBy: id(), reason: freeText() }),
  DeadlineApproaching: closed({ itemId: id(), dueDate: date(), daysLeft: count(), rung: id() }),
  DeadlineMissed: closed({ itemId: id(), dueDate: date(), daysLate: count(), rung: id() }),
  ItemSuspended: closed({ itemId: id(), ground: text(), reviewDate: date(), suspendedOn: date() }),
  ItemResumed: closed({ itemId: id(), daysSuspended: count(), newDue: dueDate(), resumedOn: date() }),
};

/** Draft, committee's opinion and formal report. */
const resultSchemas = {
  DraftResultSubmitted: closed({
    draftVersion: whole(1),
    documentHash: id(),
    itemIds: listOf(id()),
    missingCoOpinions: listOf(id()),
  }),
  CommitteeOpinionGiven: closed({
    draftVersion: whole(1),
    itemIds: listOf(id()),
    verdict: oneOf('agree', 'agree-with-comments', 'disagree'),
    comments: listOf(freeText()),
  }),
  ResultSubmitted: closed({
    reportNo: id(),
    draftVersion: whole(1),
    signer: person(),
    claims: listOf(closed({ itemId: id(), claimedDisposition: disposition(), evidence: evidence() })),
    departureReason: orNull(freeText()),
    submittedOn: date(),
  }),
  ResultAccepted: closed({ reportNo: id(), itemIds: listOf(id()), acceptedBy: id() }),
  ResultReturned: closed({
    reportNo: id(),
    itemIds: listOf(id()),
    defects: listOf(freeText()),
    newDue: orNull(dueDate()),
  }),
};

export const rectificationSchemas = { ...handlingSchemas, ...resultSchemas };
