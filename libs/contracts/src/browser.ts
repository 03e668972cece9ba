/** What a page may import: labels of every event and field, as plain data. Nothing here needs Node, a schema or a rule at run time. */
export * from './board/index.ts';
export { eventTexts } from './texts/events/event.texts.ts';
export { fieldText } from './texts/fields/field.texts.ts';
export * from './texts/privacy.texts.ts';
