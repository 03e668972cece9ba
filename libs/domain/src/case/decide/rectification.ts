import { extensionDecisions } from './rectification/extension.ts';
import { planDecisions } from './rectification/plan.ts';
import { suspensionDecisions } from './rectification/suspension.ts';

/** The work itself and its clock: 方案、进展、延期、中止. */
export const rectificationDecisions = { ...planDecisions, ...extensionDecisions, ...suspensionDecisions };
