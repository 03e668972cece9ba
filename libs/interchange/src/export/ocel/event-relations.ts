import type { CaseEvent, NewAssignment } from '@duban/domain';
import { subjectsOf, type ReadCaseEvent } from './case-event.ts';
import {
  caseObject,
  cycleObject,
  itemObject,
  meetingObject,
  organObject,
  replyObject,
  voteObject,
} from './object-types.ts';
import type { OcelRelationship } from './ocel-log.ts';
import type { Rounds } from './rounds.ts';

const relation = (objectId: string, qualifier: string): OcelRelationship => ({ objectId, qualifier });

const ROLES = { lead: 'lead', co: 'co-organiser', separate: 'assignee' } as const;

const assignees = (assignments: readonly NewAssignment[]): readonly OcelRelationship[] =>
  assignments.map(({ organ, role }) => relation(organObject(organ), ROLES[role]));

/** Organs besides the one that acts. */
const organsIn = (event: CaseEvent): readonly OcelRelationship[] => {
  switch (event.type) {
    case 'CaseOpened':
      return event.data.addressee === null ? [] : [relation(organObject(event.data.addressee), 'addressee')];
    case 'ItemAssigned':
      return [...assignees(event.data.assignments), relation(organObject(event.data.addressee), 'addressee')];
    case 'ItemReassigned':
      return assignees([event.data.assignment]);
    case 'ItemImported':
      return event.data.organ === null ? [] : [relation(organObject(event.data.organ), 'lead')];
    case 'ReplyEvaluated':
      return [relation(organObject(event.data.organ), 'evaluated')];
    case 'ItemClosed':
      return [relation(organObject(event.data.verifier), 'verifier')];
    default:
      return [];
  }
};

const documentsIn = (stream: string, event: CaseEvent): readonly OcelRelationship[] => {
  switch (event.type) {
    case 'VoteRecorded':
      return [
        relation(voteObject(stream, event.data.voteId), 'vote'),
        relation(meetingObject(event.data.meetingNo), 'meeting'),
      ];
    case 'ListApproved':
    case 'EscalationDecided':
      return [relation(meetingObject(event.data.meetingNo), 'meeting')];
    case 'ReplySent':
    case 'ReplyEvaluated':
      return [relation(replyObject(stream, event.data.replyNo), 'reply')];
    default:
      return [];
  }
};

const roundsIn = (event: ReadCaseEvent, itemId: string, known: Rounds): readonly OcelRelationship[] => {
  const n = known.of(event.stream, itemId);
  return n === undefined ? [] : [relation(cycleObject(event.stream, itemId, n), 'round')];
};

const actorOf = ({ actor }: ReadCaseEvent): readonly OcelRelationship[] =>
  actor.role === 'system' ? [] : [relation(organObject(actor.organ), 'actor')];

/** Whose fact it is, where the actor transcribed it from paper; a deputy is no organ. */
const authorOf = ({ paper }: ReadCaseEvent): readonly OcelRelationship[] =>
  paper === undefined || paper.enteredFor.startsWith('person:')
    ? []
    : [relation(organObject(paper.enteredFor), 'entered-for')];

const distinct = (relations: readonly OcelRelationship[]): readonly OcelRelationship[] => [
  ...new Map(relations.map((each) => [`${each.objectId}\n${each.qualifier}`, each])).values(),
];

/**
 * Everything that an event meets, each with its part in it; the list of qualifiers is in docs/exports.md. Objects are made of
 * these same relations, so that no relation can lead nowhere.
 */
export const relationsOf = (event: ReadCaseEvent, known: Rounds): readonly OcelRelationship[] => {
  const { stream } = event;
  const subjects = subjectsOf(event);
  return distinct([
    relation(caseObject(stream), 'case'),
    ...subjects.map((itemId) => relation(itemObject(stream, itemId), 'subject')),
    ...subjects.flatMap((itemId) => roundsIn(event, itemId, known)),
    ...documentsIn(stream, event),
    ...organsIn(event),
    ...actorOf(event),
    ...authorOf(event),
  ]);
};
