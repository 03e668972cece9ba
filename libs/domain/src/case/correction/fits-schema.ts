import type { TSchema } from '@sinclair/typebox';
import { isIsoDate } from '../../calendar/iso-date.ts';
import { tokensOf, type Scalar } from './json-pointer.ts';

/** The keywords of JSON Schema that the schemas of facts use for a single value; anything else is refused by a spec. */
type Rule = {
  readonly anyOf?: readonly Rule[];
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, Rule>>;
  readonly patternProperties?: Readonly<Record<string, Rule>>;
  readonly items?: Rule;
};

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

const inside = (rule: Rule, token: string): readonly Rule[] => {
  if (rule.anyOf !== undefined) return rule.anyOf.flatMap((each) => inside(each, token));
  const named = Object.hasOwn(rule.properties ?? {}, token) ? rule.properties?.[token] : undefined;
  const matching = Object.entries(rule.patternProperties ?? {}).flatMap(([pattern, each]) =>
    new RegExp(pattern, 'u').test(token) ? [each] : [],
  );
  const entry = /^\d+$/.test(token) && rule.items !== undefined ? [rule.items] : [];
  return [...(named === undefined ? [] : [named]), ...matching, ...entry];
};

/** Whether a fact of this schema may hold the value there: what its sender could have said in the first place. */
export const fitsSchema = (schema: TSchema, pointer: string, value: Scalar): boolean =>
  tokensOf(pointer)
    .reduce<readonly Rule[]>((rules, token) => rules.flatMap((rule) => inside(rule, token)), [schema as Rule])
    .some((rule) => fits(rule, value));
