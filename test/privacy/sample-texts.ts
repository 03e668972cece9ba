import { encodeEvent, type DubanEvent } from '@duban/contracts';
import type { NewEvent } from '@duban/event-store';
import type { Actor } from '@duban/kernel';

export const office: Actor = { id: 'person:so-1', role: 'supervision-office', organ: 'cq-npcsc-so' };
export const deputy = (id: string): Actor => ({ id, role: 'deputy', organ: 'cq-npc' });

/** Events of one command, as the application would hand them to a store. */
export const commandOf = (actor: Actor, ...events: readonly DubanEvent[]): readonly NewEvent[] => {
  const commandId = globalThis.crypto.randomUUID();
  return events.map((event) => ({
    id: globalThis.crypto.randomUUID(),
    type: event.type,
    ...encodeEvent(event),
    metadata: {
      commandId,
      commandDigest: 'a'.repeat(64),
      correlationId: commandId,
      causationId: commandId,
      actor,
      onBehalfOf: null,
      basis: {},
      occurredAt: '2026-03-05T09:00:00+08:00',
      ruleSet: null,
      calendar: null,
    },
  }));
};

export const suggestion = (text: string, proposers: readonly string[], itemId = 'i1'): DubanEvent => ({
  type: 'ItemRegistered',
  data: {
    itemId,
    caseId: 'c1',
    sourceId: 's1',
    sourceParagraph: '1',
    title: '关于加装电梯的建议',
    text,
    category: 'suggestion',
    topicTag: 'housing',
    proposers,
  },
});

export const evaluation = (reasons: string, evaluator: string): DubanEvent => ({
  type: 'ReplyEvaluated',
  data: {
    itemId: 'i1',
    replyNo: 'r1',
    round: 1,
    evaluator,
    organ: 'cq-housing',
    dimensions: [{ dimension: 'attitude', grade: 'dissatisfied' }],
    reasons,
  },
});

export const correction = (of: string, old: string, reason: string): DubanEvent => ({
  type: 'EventCorrected',
  data: {
    targetEventId: of,
    targetType: 'ReplyEvaluated',
    field: 'reasons',
    old,
    new: `${old}(更正)`,
    reason,
    approver: 'cq-npcsc-so',
  },
});

export const returnAsked = (text: string): DubanEvent => ({
  type: 'ReturnRequested',
  data: {
    itemId: 'i1',
    assignmentId: 'a1',
    reasonCode: 'other',
    text,
    proposedOrgan: 'cq-planning',
    requestedOn: '2026-03-05',
  },
});
