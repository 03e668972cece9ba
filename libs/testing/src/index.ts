export { clockOn, contextOn } from './fixed-context.ts';
export { given } from './given.ts';
export { until } from './until.ts';
