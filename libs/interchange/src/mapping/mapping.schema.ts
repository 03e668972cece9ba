import { disposition, oneOf, supervisionForm } from '@duban/domain/schema';
import { Type, type Static } from '@sinclair/typebox';

/** What may be wrong with a row and is the office's to judge: refuse it, take it and say so, or say nothing. */
export const RULES = [
  'doubled',
  'organ-missing',
  'made-on-missing',
  'closed-without-date',
  'text-missing',
  'date-zero',
  'cell-error',
  'cells-merged',
  'cells-merged-across',
  'hidden',
  'title-missing',
  'made-in-future',
  'closed-in-future',
  'closed-before-made',
  'due-before-made',
] as const;
export type Rule = (typeof RULES)[number];

const closed = { additionalProperties: false };

const name = Type.String({ minLength: 1 });
const nameOrNull = Type.Union([name, Type.Null()]);
const columns = Type.Array(name, { minItems: 1, uniqueItems: true });

/** Where a field comes from: one column, or several of which the first filled one counts or all are joined. */
const source = Type.Union([
  name,
  Type.Object(
    {
      columns,
      take: Type.Optional(oneOf('first', 'joined')),
      joinedBy: Type.Optional(Type.String()),
      /** Shortened to so many characters, at a word where there is one. */
      atMost: Type.Optional(Type.Integer({ minimum: 10, maximum: 1000 })),
    },
    closed,
  ),
]);

const stage = oneOf(
  'REGISTERED',
  'LISTED',
  'ASSIGNED',
  'RECEIVED',
  'RECTIFYING',
  'SUSPENDED',
  'REWORK',
  'CONSULTING',
  'SUBMITTED',
  'EVALUATING',
  'CLOSED',
  'LOOKBACK',
  'MERGED',
  'WITHDRAWN',
);
const standing = Type.Object({ stage, disposition: Type.Union([disposition(), Type.Null()]) }, closed);
const verdict = oneOf('refuse', 'warn', 'accept');

const fields = Type.Object(
  {
    number: source,
    title: source,
    text: source,
    organ: Type.Optional(source),
    category: Type.Optional(source),
    status: Type.Optional(source),
    reply: Type.Optional(source),
    documentNo: Type.Optional(source),
    madeOn: Type.Optional(name),
    closedOn: Type.Optional(name),
    dueOn: Type.Optional(name),
    proposers: Type.Optional(name),
  },
  closed,
);

/** The mapping file: closed, so that a misspelt word is a fault and not a silent default. */
export const mappingSchema = Type.Object(
  {
    version: Type.Literal(1),
    notes: Type.Optional(Type.Array(Type.String())),
    /** Name of the register; with a row's identity it makes the id of its case, so it never changes. */
    register: name,
    sheet: Type.Optional(Type.Union([name, Type.Integer({ minimum: 1 })])),
    headerRow: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
    /** The columns that together tell one row from every other. */
    identity: columns,
    case: Type.Object(
      {
        form: supervisionForm(),
        addressee: Type.Optional(nameOrNull),
        leadCommittee: Type.Optional(nameOrNull),
        topic: Type.Optional(Type.String()),
      },
      closed,
    ),
    fields,
    /** Formats of dates that are written as text, tried in this order. */
    dates: Type.Optional(Type.Array(name, { minItems: 1 })),
    statuses: Type.Optional(Type.Record(Type.String(), standing)),
    /** Where a row stands that has no status. */
    withoutStatus: Type.Optional(standing),
    proposers: Type.Optional(
      Type.Object({ are: oneOf('identifiers', 'names'), separatedBy: Type.Optional(name) }, closed),
    ),
    rules: Type.Optional(
      Type.Object(Object.fromEntries(RULES.map((rule) => [rule, Type.Optional(verdict)])), closed),
    ),
  },
  closed,
);

type Verdict = 'refuse' | 'warn' | 'accept';

export type FieldSource = Static<typeof source>;
export type MappingFile = Omit<Static<typeof mappingSchema>, 'rules'> & {
  readonly rules?: Readonly<Partial<Record<Rule, Verdict>>>;
};
