export {
  type Capabilities,
  type CaseName,
  conformanceCases,
  describeEventStore,
  runCase,
} from './describe-event-store.ts';
export type { LogFactory } from './log-under-test.ts';
