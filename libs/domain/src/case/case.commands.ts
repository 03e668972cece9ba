import type { InContext } from './command-context.ts';
import type { StepData } from './step-types.ts';

/** `POST /v1/cases/{id}/commands/{kebab-name}` carries one of these; dates are ISO dates in Asia/Shanghai. */
export type CaseCommandData = StepData;

export type CaseCommandType = keyof CaseCommandData;

export type CaseCommand = {
  [Type in CaseCommandType]: InContext<Type, CaseCommandData[Type]>;
}[CaseCommandType];

export type CaseCommandOf<Type extends CaseCommandType> = Extract<CaseCommand, { readonly type: Type }>;
