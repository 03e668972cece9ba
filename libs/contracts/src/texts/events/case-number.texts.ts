import { text, type EventTexts } from '@duban/domain/texts';
import type { CaseNumberEvent } from '../../events/case-number.events.ts';

export const caseNumberTexts: EventTexts<CaseNumberEvent> = {
  CaseNumberReserved: {
    label: text('占用案件编号', 'case number reserved'),
    zh: ({ caseNo, caseId }) => `案件编号“${caseNo}”归案件 ${caseId} 使用`,
    en: ({ caseNo, caseId }) => `case number “${caseNo}” belongs to the case ${caseId}`,
  },
};
