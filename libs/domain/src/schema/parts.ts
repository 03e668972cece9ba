import { Type, type TObject, type TOmit, type TProperties, type TSchema } from '@sinclair/typebox';
import { clerical } from './corrections.ts';
import { fileDigest } from './references.ts';

/** An object that has these properties and no other: unknown fields are refused on write. */
export const closed = <Properties extends TProperties>(properties: Properties) =>
  Type.Object(properties, { additionalProperties: false });

/** A closed object that many events hold; the catalogue describes it once under its name. */
export const shape = <Properties extends TProperties>(title: string, properties: Properties) =>
  Type.Object(properties, { title, additionalProperties: false });

/** The same object without these properties: what is sent, where the fact holds more than its sender says. */
export const without = <Properties extends TProperties, const Keys extends (keyof Properties & string)[]>(
  schema: TObject<Properties>,
  ...keys: Keys
): TOmit<TObject<Properties>, Keys> => Type.Omit(schema, keys, { additionalProperties: false }) as never;

/** One of a closed vocabulary. */
export const oneOf = <const Values extends readonly string[]>(...values: Values) =>
  Type.Unsafe<Values[number]>({ type: 'string', enum: [...values] });

export const orNull = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);
export const listOf = <Schema extends TSchema>(schema: Schema) => Type.Array(schema);
/** A list with at least one entry. */
export const someOf = <Schema extends TSchema>(schema: Schema) => Type.Array(schema, { minItems: 1 });

/** An identifier or number of something: never empty. */
export const id = () => Type.String({ minLength: 1 });
/** Text of a closed kind, such as a title or a place. */
export const text = () => Type.String();
/** Free text that may name people: a candidate for encryption (architecture.md section 7). */
export const freeText = () => Type.String({ 'x-free-text': true });
/** `person:<id>`; the name lives in the person store, never in the log (contracts.md section 1). */
export const person = () => Type.String({ pattern: '^person:.+$' });
/** ISO date in Asia/Shanghai. */
export const date = () => Type.String({ format: 'date' });
export const whole = (minimum = 0) => Type.Integer({ minimum });
/** One value that is no list and no record. */
export const scalar = () => Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()]);
export const count = () => whole(0);
export const flag = () => Type.Boolean();

export const periodUnit = () => oneOf('month', 'calendar-day', 'working-day');
export const legalPeriod = () => shape('LegalPeriod', { n: whole(1), unit: periodUnit() });

export const dueDateStepCode = () =>
  oneOf(
    'start',
    'counted',
    'rest-day',
    'weekend',
    'make-up-workday',
    'corresponding-day',
    'month-end',
    'moved-past-rest-day',
    'unknown-year',
    'due',
    'fixed',
  );

const dueDateStep = shape('DueDateStep', {
  date: date(),
  code: dueDateStepCode(),
  count: Type.Optional(Type.Integer()),
  because: Type.Optional(text()),
});

/** A due date with its day-by-day reasons, frozen as it was computed. */
export const dueDate = () =>
  shape('DueDate', {
    date: date(),
    provisional: flag(),
    calendar: id(),
    period: orNull(legalPeriod()),
    steps: listOf(dueDateStep),
  });

export const evidence = () =>
  listOf(shape('Evidence', { digest: fileDigest(), name: clerical(text()), mediaType: text() }));
