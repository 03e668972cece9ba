import type { CaseCommandType } from '@duban/domain';
import { commandSchemas } from '../commands/command-registry.ts';
import type { Form } from './form-field.ts';
import { formOf } from './form-of.ts';

const forms = new Map<CaseCommandType, Form>();

/** The form of a command's data, made with its first use. */
export const commandForm = (type: CaseCommandType): Form => {
  const made = forms.get(type) ?? formOf(commandSchemas[type]);
  forms.set(type, made);
  return made;
};
