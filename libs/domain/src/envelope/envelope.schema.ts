import { DECISION_FORMS, type DecisionOfBody, type MandateUsed, type Paper } from '@duban/kernel';
import { Type, type Static } from '@sinclair/typebox';
import { clerical, uncorrectable } from '../schema/corrections.ts';
import { closed, date, id, oneOf, whole } from '../schema/parts.ts';
import { fileDigest } from '../schema/references.ts';

/** 决定: body, form and day (OL 51, 54). `body` is an organ’s id; `revision` is that of the meeting’s stream. */
const decisionOfBody = closed({
  body: id(),
  form: oneOf(...DECISION_FORMS),
  on: date(),
  documentNo: Type.Optional(id()),
  meeting: Type.Optional(id()),
  revision: Type.Optional(whole()),
});

/** 授权: the mandate that was used, as it stood at that revision. */
const mandateUsed = closed({ id: id(), revision: whole() });

/** The same as a sender names it: a revision that is said must be the present one. */
const mandateNamed = closed({ id: id(), revision: Type.Optional(whole()) });

/** 代录: what was handed in on paper, for whom it was entered, and the file that shows it. */
const paper = closed({
  enteredFor: uncorrectable(id()),
  incomingNo: clerical(id()),
  documentDate: date(),
  receivedOn: date(),
  attachment: fileDigest(),
});

const schemas = { decision: decisionOfBody, mandate: mandateUsed, paper };
const saidSchemas = { ...schemas, mandate: mandateNamed };

type Same<A, B> = [A, B] extends [B, A] ? true : false;
type Mutable<Value> = { -readonly [Key in keyof Value]: Value[Key] };

/** The schemas say what the types of the kernel say; where one of them moves alone, this does not compile. */
type SameAsKernel = {
  readonly decision: Same<Static<typeof decisionOfBody>, Mutable<DecisionOfBody>>;
  readonly mandate: Same<Static<typeof mandateUsed>, Mutable<MandateUsed>>;
  readonly paper: Same<Static<typeof paper>, Mutable<Paper>>;
};

/** What is stored of the ground of an act, besides its basis. */
export const groundSchemas: {
  readonly [Ground in keyof SameAsKernel]: SameAsKernel[Ground] extends true
    ? (typeof schemas)[Ground]
    : never;
} = schemas;

/** What a sender may say of it. */
export const saidGroundSchemas: typeof saidSchemas = saidSchemas;

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
