import type { CaseConformance, Deviation } from '@duban/contracts';
import type { CaseEventType, SupervisionForm } from '@duban/domain';

export type StepId = Deviation['step'];

export type Step = {
  readonly id: StepId;
  readonly label: { readonly zh: string; readonly en: string };
  /** Events that show that the step was taken. */
  readonly shownBy: readonly CaseEventType[];
  /** Taken once, it holds for later rounds of the item, too. */
  readonly carriesOver: boolean;
};

/** The lawful order as data: each step wants every earlier one before it. */
export type LawfulModel = {
  readonly id: CaseConformance['model'];
  readonly steps: readonly Step[];
  /** What has to be done again after such an event. */
  readonly undoneBy: Readonly<Partial<Record<CaseEventType, readonly StepId[]>>>;
};

type Shown = readonly CaseEventType[];

const step = (id: StepId, zh: string, en: string, shownBy: Shown): Step => ({
  id,
  label: { zh, en },
  shownBy,
  carriesOver: false,
});

const carried = (id: StepId, zh: string, en: string, shownBy: Shown): Step => ({
  ...step(id, zh, en, shownBy),
  carriesOver: true,
});

const assign = carried('assign', '交办', 'assignment', ['ItemAssigned', 'ItemReassigned']);
const receive = carried('receive', '签收', 'receipt', ['ReceiptAcknowledged']);
const evaluate = step('evaluate', '评价', 'evaluation', ['EvaluationConcluded']);
const close = step('close', '销号', 'closing', ['ItemClosed']);
const lookBack = step('look-back', '回头看', 'look-back', ['LookBackPassed', 'RelapseFound']);

/**
 * 交办 → 签收 → 方案 → 办理 → 报送 → 评价 → 销号 → 回头看. A co-organ's opinion is no step: its month counts from its own
 * assignment, and the lead's plan need not be there first (S3 art. 17).
 */
export const loopModel: LawfulModel = {
  id: 'loop',
  steps: [
    assign,
    receive,
    carried('plan', '方案', 'plan', ['PlanFiled']),
    step('handle', '办理', 'handling', ['ProgressReported', 'DraftResultSubmitted']),
    step('submit', '报送', 'report', ['ResultSubmitted']),
    evaluate,
    close,
    lookBack,
  ],
  undoneBy: { ReturnAccepted: ['assign', 'receive', 'plan'], ResultReturned: ['submit'] },
};

/** 交办 → 签收 → 答复 → 征询 → 评价 → 销号 → 回头看: a deputy's suggestion is answered, and its deputy is asked. */
export const suggestionModel: LawfulModel = {
  id: 'suggestion',
  steps: [
    assign,
    receive,
    step('reply', '答复', 'reply', ['ReplySent']),
    step('consult', '征询', 'asking the deputy', ['ReplyEvaluated']),
    evaluate,
    close,
    lookBack,
  ],
  undoneBy: { ReturnAccepted: ['assign', 'receive'] },
};

export const modelOf = (form: SupervisionForm): LawfulModel =>
  form === 'suggestion' ? suggestionModel : loopModel;
