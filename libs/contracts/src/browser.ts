/** What a page may import: the texts, as plain data, and types. Nothing here needs Node, a schema or the domain at run time. */
export * from './texts/clock-terms.texts.ts';
export * from './texts/evaluation-terms.texts.ts';
export { eventTexts } from './texts/events/event.texts.ts';
export { dateText } from './texts/events/telling.ts';
export { fieldText } from './texts/fields/field.texts.ts';
export * from './texts/item-terms.texts.ts';
export * from './texts/privacy.texts.ts';
export * from './texts/role.texts.ts';
export type { Language, Text } from './texts/text.ts';
