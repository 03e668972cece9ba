import { Type, type TString } from '@sinclair/typebox';

/** What a text names: a form offers what there is, instead of a line to type an id into. */
export const REFERENCE_KINDS = [
  'organ',
  'case',
  'item',
  'assignment',
  'report',
  'reply',
  'commitment',
  'measure',
  'escalation',
  'event',
  /** What waits for a second person. */
  'proposal',
  'objection',
  /** The id of something new: whoever sends it makes one up, nobody has to read it. */
  'new',
  /** `sha256:<hex>` of a file: offered are those of the case. */
  'digest',
] as const;

export type ReferenceKind = (typeof REFERENCE_KINDS)[number];

/** A symbol: stored and published schemas stay what they are. */
const KIND = Symbol('what a text names');

/** The same schema, known to name something of this kind. */
export const reference = <Schema extends TString>(kind: ReferenceKind, schema: Schema): Schema =>
  Object.assign(schema, { [KIND]: kind });

const idOf = (kind: ReferenceKind) => (): TString => reference(kind, Type.String({ minLength: 1 }));

export const organRef = idOf('organ');
export const caseRef = idOf('case');
export const itemRef = idOf('item');
export const assignmentRef = idOf('assignment');
export const reportRef = idOf('report');
export const replyRef = idOf('reply');
export const commitmentRef = idOf('commitment');
export const measureRef = idOf('measure');
export const escalationRef = idOf('escalation');
export const eventRef = idOf('event');
export const proposalRef = idOf('proposal');
export const objectionRef = idOf('objection');
export const newId = idOf('new');
export const fileDigest = idOf('digest');

/** Undefined: an ordinary text. */
export const referenceOf = (schema: object): ReferenceKind | undefined =>
  (schema as { readonly [KIND]?: ReferenceKind })[KIND];
