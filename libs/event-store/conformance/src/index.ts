export {
  type Capabilities,
  type CaseName,
  conformanceCases,
  describeEventStore,
  isPromised,
  runCase,
} from './describe-event-store.ts';
export type { ConformanceCase } from './conformance-case.ts';
export type { Capability, LogFactory, LogUnderTest } from './log-under-test.ts';
