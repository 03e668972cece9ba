import type { ReplyEvaluated, ReplySent } from './events/evaluation.events.ts';
import type { Evidence } from './case.vocabulary.ts';
import type { InContext } from './command-context.ts';
import type { StepData } from './step-types.ts';

type Item<More extends object = object> = { readonly itemId: string } & More;
type Data<Event extends { readonly data: object }> = Event['data'];

/** The digests named in it that belong to files kept elsewhere: held outside, not seen. Never stored. */
type Naming<Named extends object> = Named & { readonly heldOutside?: readonly string[] };

/** `POST /v1/cases/{id}/commands/{kebab-name}` carries one of these; dates are ISO dates in Asia/Shanghai. */
export type CaseCommandData = StepData & {
  SendReply: Omit<Data<ReplySent>, 'sentOn'>;
  EvaluateReply: Data<ReplyEvaluated>;
  FulfilCommitment: Naming<Item<{ readonly commitmentId: string; readonly evidence: readonly Evidence[] }>>;
  RollOverCommitment: Item<{
    readonly commitmentId: string;
    readonly newDueOn: string;
    readonly explanation: string;
  }>;
};

export type CaseCommandType = keyof CaseCommandData;

export type CaseCommand = {
  [Type in CaseCommandType]: InContext<Type, CaseCommandData[Type]>;
}[CaseCommandType];

export type CaseCommandOf<Type extends CaseCommandType> = Extract<CaseCommand, { readonly type: Type }>;
