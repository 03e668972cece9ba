import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  IsBoolean,
  IsIn,
  IsInt,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateBy,
  ValidateIf,
} from 'class-validator';
import { forbiddenCharacter, isIdentifier, isPersonId, type Writing } from '@duban/contracts';
import { isIsoDate } from '@duban/projections';

/** One decorator for each kind of query parameter: checked by class-validator and documented by the same line. */
const LONGEST_TEXT = 200;
const MOST_VALUES = 50;

/** No second of :60: Temporal takes it for the one before, and Date, which others read the log by, for no number. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** Days are written with four digits, and what counts days from a moment has room on both sides. */
const isCountable = (instant: Temporal.Instant): boolean => {
  const { year } = instant.toZonedDateTimeISO('Asia/Shanghai');
  return year > 0 && year < 9999;
};

/** ISO 8601 with offset, down to the minute at least, and a moment that exists and that days can be counted from. */
export const isInstant = (value: unknown): boolean => {
  if (typeof value !== 'string' || !INSTANT.test(value)) return false;
  try {
    return isCountable(Temporal.Instant.from(value));
  } catch {
    return false;
  }
};

const EARLIEST = Temporal.Instant.from('1949-10-01T00:00:00+08:00');
const LATEST = Temporal.Instant.from('2200-01-01T00:00:00+08:00');

/** An instant at which a fact of this field can have happened at all; whether it has is the office's clock to say. */
const isFactInstant = (value: unknown): boolean => {
  if (typeof value !== 'string' || !isInstant(value)) return false;
  const instant = Temporal.Instant.from(value);
  return Temporal.Instant.compare(instant, EARLIEST) >= 0 && Temporal.Instant.compare(instant, LATEST) < 0;
};

/** Absent is fine, and so is null, which says the same: it goes no further, an event must not carry an accidental null. */
export const Maybe = (): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => value ?? undefined),
    ValidateIf((_, value) => value !== undefined),
  );

const by = (name: string, message: string, validate: (value: unknown) => boolean): PropertyDecorator =>
  ValidateBy({ name, validator: { validate, defaultMessage: () => message } });

/** No character that is unseen or cannot be kept: a line that is read at a glance, or the number of a document. */
export const IsWritten = (as: Writing): PropertyDecorator =>
  by(
    'forbidden-character',
    '$property holds a character that is unseen or cannot be kept, or blanks at an end; delete it',
    (value) => typeof value !== 'string' || forbiddenCharacter(value, as) === null,
  );

export const IsId = (): PropertyDecorator =>
  by(
    'id',
    '$property is an id: 1 to 100 letters, digits, Chinese characters and . _ ~ + -',
    (value) => typeof value === 'string' && (isIdentifier(value) || isPersonId(value)),
  );

const IsInstant = (): PropertyDecorator =>
  by('instant', '$property must be an instant with offset, such as 2026-03-05T09:00:00+08:00', isInstant);

export const IsFactInstant = (): PropertyDecorator =>
  by(
    'fact-instant',
    '$property must be an instant with offset between 1949-10-01 and 2199, such as 2026-03-05T09:00:00+08:00',
    isFactInstant,
  );

const optional = (description: string, schema: object, ...rules: PropertyDecorator[]): PropertyDecorator =>
  applyDecorators(ApiPropertyOptional({ description, ...schema }), Maybe(), ...rules);

export const TextField = (description: string): PropertyDecorator =>
  optional(description, { type: String, maxLength: LONGEST_TEXT }, IsString(), MaxLength(LONGEST_TEXT));

export const CursorField = (): PropertyDecorator =>
  optional('`next` of the page before', { type: String, maxLength: 1_000 }, IsString(), MaxLength(1_000));

export const DateField = (description: string): PropertyDecorator =>
  optional(
    description,
    { type: String, format: 'date' },
    by(
      'iso-date',
      '$property must be a date, such as 2026-03-05',
      (value) => typeof value === 'string' && isIsoDate(value),
    ),
  );

/** A plus sign that was not escaped arrives as a space; no instant holds one otherwise. */
const mendPlus = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.replace(/ (?=\d{2}:\d{2}$)/, '+') : value;

export const InstantField = (description: string): PropertyDecorator =>
  optional(description, { type: String, format: 'date-time' }, Transform(mendPlus), IsInstant());

export const PositionField = (description: string): PropertyDecorator =>
  optional(
    description,
    { type: String, pattern: '^[a-z]+\\d+(\\.\\d{20})+$' },
    IsString(),
    Matches(/^[a-z]+\d+(?:\.\d{20})+$/, { message: '$property must be a Duban-Position' }),
  );

/** Digits become a number by hand; implicit conversion would read `""` as 0 and `false` as true. */
const toWhole = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;

export const WholeField = (description: string, minimum: number, maximum: number): PropertyDecorator =>
  optional(
    description,
    { type: 'integer', minimum, maximum },
    Transform(toWhole),
    IsInt(),
    Min(minimum),
    Max(maximum),
  );

const toFlag = ({ value }: { value: unknown }): unknown =>
  value === 'true' ? true : value === 'false' ? false : value;

export const FlagField = (description: string): PropertyDecorator =>
  optional(description, { type: Boolean }, Transform(toFlag), IsBoolean());

export const ChoiceField = (values: readonly string[], description: string): PropertyDecorator =>
  optional(description, { type: String, enum: [...values] }, IsIn(values));

/** `a,b` or the parameter given several times. */
const toList = ({ value }: { value: unknown }): unknown => {
  const parts = Array.isArray(value) ? (value as unknown[]) : [value];
  return parts.flatMap((part) => (typeof part === 'string' ? part.split(',') : [part]));
};

const listRules = (): PropertyDecorator[] => [
  Transform(toList),
  ArrayMaxSize(MOST_VALUES),
  IsString({ each: true }),
  MaxLength(LONGEST_TEXT, { each: true }),
];

export const ListField = (description: string): PropertyDecorator =>
  optional(description, { type: [String], explode: false, style: 'form' }, ...listRules());

export const ChoicesField = (values: readonly string[], description: string): PropertyDecorator =>
  optional(
    description,
    { type: [String], enum: [...values], explode: false, style: 'form' },
    ...listRules(),
    IsIn(values, { each: true }),
  );
