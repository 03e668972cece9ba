export { countingIds } from './counting-ids.ts';
export { clockOn, contextOn, officer, type FixedContext } from './fixed-context.ts';
export { given } from './given.ts';
export { recordedAs } from './recorded-as.ts';
export { until } from './until.ts';
