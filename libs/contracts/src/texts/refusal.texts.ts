import type { CaseRejection, RegisterRejection } from '@duban/domain';
import { caseRefusalTexts, registerRefusalTexts, type RefusalTexts } from '@duban/domain/texts';

/** Every business refusal of the product. */
export type RefusalCode = CaseRejection | RegisterRejection;

/** Total: a refusal that a decider may give and that has no text does not compile. */
export const refusalTexts: RefusalTexts<RefusalCode> = {
  ...caseRefusalTexts,
  ...registerRefusalTexts,
};
