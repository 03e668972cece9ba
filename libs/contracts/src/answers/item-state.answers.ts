import { Type } from '@sinclair/typebox';
import { assignmentRole, legalPeriod } from '@duban/domain/schema';
import { actor, due, evidenceList, factOf, factWith } from './case-parts.answers.ts';
import { assignmentEnd, extensionDecision } from '@duban/domain/schema';
import { answer, date, flag, list, named, orNull, text, whole } from './parts.ts';
import { seenBy } from '../sight/marked-schema.ts';
import { caseEventData, toldSchema } from './told-event.ts';
import {
  cycleCauses,
  dispositions,
  instruments,
  missKinds,
  rectificationTypes,
  stages,
} from './vocabularies.ts';

const partiesText = () => seenBy('parties', text());

const assignment = answer('Assignment', {
  id: text(),
  organ: text(),
  role: assignmentRole(),
  scopeText: text(),
  assignedOn: date(),
  returnUntil: due,
  receivedOn: orNull(date()),
  handler: orNull(text()),
  phoneMasked: seenBy('parties', orNull(text())),
  coOpinionDue: orNull(due, 'Co-organs only; each counts from its own assignment'),
  endedOn: orNull(date()),
  endReason: orNull(named('AssignmentEnd', assignmentEnd())),
  coOpinion: orNull(factOf('CoOpinionSubmitted')),
  coOpinionMissedOn: orNull(date()),
});

const returned = answer(
  'ItemReturn',
  {
    request: caseEventData('ReturnRequested'),
    decision: orNull(
      answer('ReturnDecision', { accepted: flag(), newOrgan: orNull(text()), reason: partiesText() }),
    ),
  },
  'A return 退办 as it was asked for, and what was decided about it',
);

const extension = answer('Extension', {
  askedBy: text('The organ that asked'),
  requestedOn: date(),
  requestedDue: date(),
  reason: partiesText(),
  decision: orNull(named('ExtensionDecision', extensionDecision())),
  decidedBy: orNull(text()),
  newDue: orNull(date(), 'The date granted; null when undecided or refused'),
  refusedFor: seenBy('parties', orNull(text())),
});

const commitment = answer('Commitment', {
  id: text(),
  text: partiesText(),
  dueOn: date(),
  promisedBy: text(),
  fulfilledBy: orNull(text('The event that states the fulfilment')),
  evidence: evidenceList,
  rolledOver: whole(),
  explanation: seenBy('parties', orNull(text('Why it was rolled over the last time'))),
  statement: orNull(
    answer('CommitmentStatement', { eventId: text(), by: actor }),
    'The last event that says what became of it, and who said so; null: nobody did',
  ),
  judgement: orNull(
    factOf('CommitmentJudged'),
    'What was found of that statement; null: nobody has looked yet',
  ),
});

const claim = answer('Claim', {
  itemId: text(),
  claimedDisposition: dispositions,
  evidence: evidenceList,
});

const cycle = answer(
  'Cycle',
  {
    n: whole(),
    cause: cycleCauses,
    startedOn: date(),
    assignments: list(assignment),
    due: orNull(due, 'What the organ that has the item runs against'),
    itemDue: orNull(due, 'What the item runs against, whoever has it: counted from its first assignment'),
    planDue: orNull(due),
    extensions: list(extension),
    plans: list(factWith('FiledPlan', 'PlanFiled', { returnedFor: seenBy('parties', orNull(text())) })),
    progress: list(factOf('ProgressReported')),
    claim: orNull(claim),
    conclusions: list(factOf('EvaluationConcluded')),
    voidedConclusions: list(factOf('EvaluationConcluded')),
    closing: orNull(factOf('ItemClosed')),
    replies: list(factOf('ReplySent')),
    replyEvaluations: list(factOf('ReplyEvaluated')),
    commitments: list(commitment),
    rungsNoted: list(text(), 'Rungs of the ladder already noted for the present due date'),
    firstMissedOn: orNull(date()),
    returns: list(returned),
  },
  'One round of an item: its own due date, organs and evaluation',
);

const miss = answer(
  'Miss',
  {
    which: missKinds,
    cycle: whole(),
    assignmentId: orNull(text('Of a co-opinion')),
    dueDate: date(),
    organs: list(text('Who owed it when it passed')),
    provisional: flag(),
    counted: orNull(answer('CountedFrom', { start: date(), period: toldSchema(legalPeriod()) })),
    until: orNull(date('From which day nothing was owed by it any more')),
    waitedUntil: orNull(date('Until when the wait was that of whoever decides on an extension')),
    annulled: orNull(factOf('MissAnnulled')),
  },
  'A date that passed without what was owed by it',
);

const escalation = factWith('Escalation', 'EscalationRaised', {
  cycle: whole(),
  decision: orNull(caseEventData('EscalationDecided')),
});

const suspension = answer('Suspension', { ground: text(), since: date(), reviewDate: date() });

export const itemState = answer('Item', {
  itemId: text(),
  stage: stages,
  resumeTo: orNull(stages, 'Where a suspended or return-requested item goes back to'),
  resumedOn: orNull(date('Day of the last resumption')),
  suspension: orNull(suspension),
  registered: orNull(factOf('ItemRegistered')),
  imported: orNull(factOf('ItemImported')),
  title: text(),
  text: partiesText(),
  category: orNull(text()),
  proposers: list(text()),
  ruleSet: orNull(text()),
  addressee: orNull(text()),
  rectificationType: orNull(rectificationTypes),
  instruments: list(instruments),
  fixedInResolution: flag(),
  cycle: orNull(cycle),
  pastCycles: list(cycle),
  misses: list(miss),
  heldDates: list(miss, 'Passed while an extension that was asked for in time waits for its decision'),
  failures: whole(),
  disposition: orNull(dispositions),
  lookBackDue: orNull(due),
  lookBacks: list(Type.Union([factOf('LookBackPassed'), factOf('RelapseFound')])),
  relapseFound: flag(),
  mergedInto: orNull(text()),
  proposersCarried: list(text()),
  withdrawnFor: seenBy('parties', orNull(text())),
  escalations: list(escalation),
});
