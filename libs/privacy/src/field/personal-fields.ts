import type { NewEvent } from '@duban/event-store';
import type { JsonValue } from '@duban/kernel';
import { textsAt, type FieldPath } from './field-path.ts';
import { freeTextPaths, type PathPattern } from '@duban/contracts';
import { ownVoices, subjectRules, withPersonsOnly, type SubjectRules } from './subject-rules.ts';

/** A text to be encrypted, and whose it is besides the stream's: it can be read while all of them have their key. */
export type PersonalField = { readonly path: FieldPath; readonly persons: readonly string[] };

export type FieldsOf = (event: NewEvent) => readonly PersonalField[];

type Plan = {
  readonly pattern: PathPattern;
  readonly from: readonly string[];
  /** Encrypted where somebody is a subject, and in clear otherwise. */
  readonly onlyWithPersons: boolean;
};

const byType = (rules: SubjectRules) =>
  new Map<string, Readonly<Record<string, readonly string[]>>>(Object.entries(rules));
const rules = byType(subjectRules);
const conditionalRules = byType(withPersonsOnly);

/** Free texts of the schema with their rule, and what only has a rule. */
const planOf = (type: string): readonly Plan[] => {
  const rule = rules.get(type) ?? {};
  const dotted = new Set([
    ...(freeTextPaths.get(type) ?? []).map((path) => path.join('.')),
    ...Object.keys(rule),
  ]);
  const conditional = Object.entries(conditionalRules.get(type) ?? {});
  return [
    ...[...dotted].map((path) => ({
      pattern: path.split('.'),
      from: rule[path] ?? [],
      onlyWithPersons: false,
    })),
    ...conditional.map(([path, from]) => ({ pattern: path.split('.'), from, onlyWithPersons: true })),
  ];
};

const plans = new Map<string, readonly Plan[]>();

const cachedPlan = (type: string): readonly Plan[] => {
  const known = plans.get(type);
  if (known !== undefined) return known;
  const plan = planOf(type);
  // Only what the registry knows, or names from outside would fill the memory.
  if (freeTextPaths.has(type)) plans.set(type, plan);
  return plan;
};

const PERSON = 'person:';

const personsIn = (value: JsonValue | undefined): readonly string[] => {
  if (typeof value === 'string') return value.startsWith(PERSON) ? [value] : [];
  return Array.isArray(value) ? (value as readonly JsonValue[]).flatMap(personsIn) : [];
};

const voiceOf = ({ actor }: NewEvent['metadata']): readonly string[] =>
  (ownVoices as readonly string[]).includes(actor.role) ? personsIn(actor.id) : [];

/** What is personal in an event of the product: the free texts of its schema, by {@link subjectRules}. */
export const personalFields: FieldsOf = ({ type, data, metadata }) =>
  cachedPlan(type).flatMap(({ pattern, from, onlyWithPersons }) => {
    const paths = textsAt(data, pattern);
    if (paths.length === 0) return [];
    const persons = [...from.flatMap((name) => personsIn(data[name])), ...voiceOf(metadata)];
    return onlyWithPersons && persons.length === 0 ? [] : paths.map((path) => ({ path, persons }));
  });
