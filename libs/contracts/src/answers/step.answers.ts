import { ROUTE_METHODS } from '@duban/domain/schema';
import { Type, type Static } from '@sinclair/typebox';
import { FIELD_KINDS, type Form, type FormField } from '../forms/form-field.ts';
import {
  answer,
  enumeration,
  flag,
  list,
  listOf,
  named,
  optional,
  orNull,
  text,
  type Answer,
} from './parts.ts';

const words = answer('Words', { zh: text(), en: text() });

const choice = answer('Choice', { value: text(), label: words });

const limits = answer(
  'FieldLimits',
  {
    least: optional(Type.Number()),
    most: optional(Type.Number()),
    pattern: optional(text('Regular expression, ECMA-262')),
  },
  'How much may stand there: characters, entries, or the number itself',
);

/** The shape holds itself: the document refers to it by its name. */
const innerField = Type.Unsafe<FormField>({ $ref: '#/components/schemas/FormField' });

const formField = Type.Unsafe<FormField>(
  answer('FormField', {
    name: text(),
    kind: enumeration('FieldKind', FIELD_KINDS),
    label: words,
    help: optional(words),
    optional: flag('May be left out or null'),
    limits: optional(limits),
    choices: optional(list(choice, 'What there is; of any other kind it is typed')),
    fixed: optional(Type.Unsafe<string | number | boolean>({ type: ['string', 'number', 'boolean'] })),
    fields: optional(list(innerField, 'Of a record')),
    entry: optional(innerField),
    key: optional(innerField),
  }),
);

const forms = Type.Unsafe<Form>(
  list(list(formField), 'One list of fields for each way to say it; none where it cannot be said now'),
);

const stepProperties = {
  name: text('The command in kebab case'),
  method: enumeration('StepMethod', ROUTE_METHODS),
  path: text('Address that takes it, with what the sender knows in braces'),
  label: words,
  forms,
};

const refusedStep = answer('StepRefusal', { code: text(), why: named('Why', words) });

const step = answer('Step', stepProperties);
const stepOnCase = answer('StepOnCase', {
  ...stepProperties,
  refused: orNull(refusedStep, 'Null: it can be taken now'),
});

export const allSteps = listOf('Steps', step);
export const caseSteps = listOf('StepsOnCase', stepOnCase);

export type StepView = Answer<typeof step>;
export type OfferedStep = Answer<typeof stepOnCase>;
export type AllSteps = Static<typeof allSteps>;
export type CaseSteps = Static<typeof caseSteps>;
