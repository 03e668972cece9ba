import type { DeclaredAttribute, OcelType } from './ocel-log.ts';

const text = (name: string): DeclaredAttribute => ({ name, type: 'string' });
const whole = (name: string): DeclaredAttribute => ({ name, type: 'integer' });

/** What a case meets. People are none of it: they act as an attribute, by pseudonym (standards.md topic 5). */
export const objectTypes = [
  { name: 'case', attributes: [text('caseno'), text('form'), text('topic'), text('opened'), text('status')] },
  {
    name: 'cycle',
    attributes: [whole('number'), text('cause'), text('started')],
  },
  {
    name: 'item',
    attributes: [
      text('title'),
      text('category'),
      text('origin'),
      text('stage'),
      text('due'),
      text('disposition'),
    ],
  },
  { name: 'meeting', attributes: [] },
  { name: 'organ', attributes: [text('name')] },
  { name: 'reply', attributes: [text('scheme'), text('class'), text('sent')] },
  {
    name: 'vote',
    attributes: ['eligible', 'present', 'valid', 'satisfied', 'basic', 'dissatisfied'].map(whole),
  },
] as const satisfies readonly OcelType[];

export type ObjectType = (typeof objectTypes)[number]['name'];

export const caseObject = (stream: string): string => stream;
export const itemObject = (stream: string, itemId: string): string => `${stream}/item/${itemId}`;
export const cycleObject = (stream: string, itemId: string, n: number): string =>
  `${stream}/item/${itemId}/cycle/${n}`;
export const voteObject = (stream: string, voteId: string): string => `${stream}/vote/${voteId}`;
export const replyObject = (stream: string, replyNo: string): string => `${stream}/reply/${replyNo}`;
export const organObject = (organ: string): string => `organ/${organ}`;
export const meetingObject = (meetingNo: string): string => `meeting/${meetingNo}`;
