import type { CaseNumberEvent } from '../../events/case-number.events.ts';
import { text } from '../text.ts';
import type { EventTexts } from './event-text.ts';

export const caseNumberTexts: EventTexts<CaseNumberEvent> = {
  CaseNumberReserved: {
    label: text('占用案件编号', 'case number reserved'),
    zh: ({ caseNo, caseId }) => `案件编号“${caseNo}”归案件 ${caseId} 使用`,
    en: ({ caseNo, caseId }) => `case number “${caseNo}” belongs to the case ${caseId}`,
  },
};
