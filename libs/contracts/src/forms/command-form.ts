import type { CaseCommandType } from '@duban/domain';
import { commandSchemas } from '../commands/command-registry.ts';
import { registerCommandSchemas, type RegisterCommandType } from '../commands/register.commands.ts';
import type { Form } from './form-field.ts';
import { formOf } from './form-of.ts';

type CommandType = CaseCommandType | RegisterCommandType;

const schemas = { ...commandSchemas, ...registerCommandSchemas };
const forms = new Map<CommandType, Form>();

/** The form of a command's data, made with its first use. */
export const commandForm = (type: CommandType): Form => {
  const made = forms.get(type) ?? formOf(schemas[type]);
  forms.set(type, made);
  return made;
};
