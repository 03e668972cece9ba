import type { TSchema } from '@sinclair/typebox';
import { isIsoDate } from '../../calendar/iso-date.ts';
import type { Scalar } from './json-pointer.ts';
import { rulesAlong, type Rule } from './schema-at.ts';

const isOfType = (type: string | undefined, value: Scalar): boolean => {
  if (type === 'integer') return Number.isSafeInteger(value);
  return type === undefined || (type === 'null' ? value === null : typeof value === type);
};

const fitsText = ({ pattern, format, minLength = 0 }: Rule, value: string): boolean =>
  value.length >= minLength &&
  (pattern === undefined || new RegExp(pattern, 'u').test(value)) &&
  (format !== 'date' || isIsoDate(value));

const fits = (rule: Rule, value: Scalar): boolean => {
  if (rule.anyOf !== undefined) return rule.anyOf.some((each) => fits(each, value));
  if (rule.const !== undefined && rule.const !== value) return false;
  if (rule.enum !== undefined && !rule.enum.includes(value)) return false;
  if (!isOfType(rule.type, value)) return false;
  if (typeof value === 'string') return fitsText(rule, value);
  return typeof value !== 'number' || (value >= (rule.minimum ?? value) && value <= (rule.maximum ?? value));
};

/** Whether a fact of this schema may hold the value there: what its sender could have said in the first place. */
export const fitsSchema = (schema: TSchema, pointer: string, value: Scalar): boolean =>
  (rulesAlong(schema, pointer).at(-1) ?? []).some((rule) => fits(rule, value));
