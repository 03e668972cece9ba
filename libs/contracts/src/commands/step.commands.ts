import { stepRecords, type StepSchemas } from '@duban/domain';

/** What each step takes, by the name of its command. */
export const stepCommands = Object.fromEntries(
  Object.entries(stepRecords).map(([name, { data }]) => [name, data]),
) as StepSchemas;
