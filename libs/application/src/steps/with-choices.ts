import type { Form, FormField } from '@duban/contracts';
import { choicesIn, type ChoicePlace } from './choices.ts';

const fieldAt = (field: FormField, place: ChoicePlace): FormField => {
  const choices = choicesIn(field.kind, place);
  return {
    ...field,
    ...(choices === undefined ? {} : { choices }),
    ...(field.entry === undefined ? {} : { entry: fieldAt(field.entry, place) }),
    ...(field.key === undefined ? {} : { key: fieldAt(field.key, place) }),
    ...(field.fields === undefined ? {} : { fields: field.fields.map((inner) => fieldAt(inner, place)) }),
  };
};

/** The form as it is filled in here and now: with what there is to choose from. */
export const withChoices = (form: Form, place: ChoicePlace): Form =>
  form.map((fields) => fields.map((field) => fieldAt(field, place)));
