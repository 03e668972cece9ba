import type { DecisionOfBody, LaterMembers, MandateUsed, Paper } from '@duban/kernel';
import { Type, type Static } from '@sinclair/typebox';
import { closed, date, id, oneOf, whole } from '../schema/parts.ts';
import { fileDigest } from '../schema/references.ts';

/** 决定: body, form and day (OL 51, 54). `body` is an organ’s id; `revision` is that of the meeting’s stream. */
export const decisionOfBody = closed({
  body: id(),
  form: oneOf('meeting', 'circulation', 'signature'),
  on: date(),
  documentNo: Type.Optional(id()),
  meeting: Type.Optional(id()),
  revision: Type.Optional(whole()),
});

/** 授权: the mandate that was used, as it stood at that revision. */
export const mandateUsed = closed({ id: id(), revision: whole() });

/** 代录: what was handed in on paper, for whom it was entered, and the file that shows it. */
export const paper = closed({
  enteredFor: id(),
  incomingNo: id(),
  documentDate: date(),
  receivedOn: date(),
  attachment: fileDigest(),
});

/** What a sender may say of the ground of an act, besides its basis. */
export const groundSchemas = { decision: decisionOfBody, mandate: mandateUsed, paper };

/** Members of the envelope that came after the first logs, in version 1. Closed: nothing else is stored beside them. */
export const laterMembers = closed({
  envelope: Type.Optional(Type.Integer({ minimum: 1, maximum: 1 })),
  /** UTC with milliseconds. */
  decidedAt: Type.Optional(
    Type.String({ pattern: String.raw`^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$` }),
  ),
  decision: Type.Optional(decisionOfBody),
  mandate: Type.Optional(mandateUsed),
  paper: Type.Optional(paper),
});

/** The schemas say what the types of the kernel say; where one of them moves alone, this does not compile. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
export type SchemasAreTypes = [
  Same<Static<typeof decisionOfBody>, { -readonly [Key in keyof DecisionOfBody]: DecisionOfBody[Key] }>,
  Same<Static<typeof mandateUsed>, { -readonly [Key in keyof MandateUsed]: MandateUsed[Key] }>,
  Same<Static<typeof paper>, { -readonly [Key in keyof Paper]: Paper[Key] }>,
  Same<keyof Static<typeof laterMembers>, keyof LaterMembers>,
];
