/**
 * What the product says of its loop, in Chinese and English: plain data, for pages, too. Nothing here brings a schema or a rule
 * with it at run time; types alone come from the steps.
 */
export { bodyKindTexts } from './body/body-kind.texts.ts';
export { caseRefusalTexts, caseTexts } from './case/case.texts.ts';
export * from './case/clock-terms.texts.ts';
export * from './case/evaluation-terms.texts.ts';
export { examinationTexts } from './case/examination/examination.texts.ts';
export { hindranceText } from './case/hindrance.texts.ts';
export { erasureRequesterTexts } from './erasure/erasure-requester.texts.ts';
export * from './case/item-terms.texts.ts';
export * from './case/rule-terms.texts.ts';
export { lawTexts } from './case/law.texts.ts';
export { vocabularyTexts } from './case/vocabularies.texts.ts';
export { registerRefusalTexts, registerTexts } from './registers.texts.ts';
export type { EventText, EventTexts } from './texts/event-text.ts';
export { refusal, type RefusalText, type RefusalTexts } from './texts/refusal-text.ts';
export { roleTexts } from './texts/role.texts.ts';
export { dateText, type NameOf, type Telling } from './texts/telling.ts';
export { text, type Language, type Text, type Texts } from './texts/text.ts';
