export { Asker, Asking, HolderOfPosts, type Question } from './access/asker.ts';
export {
  Keeps,
  LoopbackOnly,
  Open,
  Reads,
  ReadsWhole,
  ROUTE_ACCESS,
  SendsCaseCommand,
  SendsRegisterCommand,
  SignedInOnly,
  type RouteAccess,
} from './access/route-access.ts';
export type { DemoPersona } from './identity/demo-issuer.ts';
export { DEMO_PERSONAS } from './identity/demo-personas.ts';
export { openIdentity, type Identity } from './identity/identity.ts';
export { actorOf, type Bearer, type Principal } from './identity/principal.ts';
export { deadlineJob } from './jobs/deadline-job.ts';
export { createLogger, nestLogger, type Logger } from './observe/logger.ts';
export { createMetrics, type Metrics, type MetricSources } from './observe/metrics.ts';
export { auditReasons, isUnproven, type AuditReason } from './observe/audit-reasons.ts';
export { readModelReasons, type ReadReason } from './observe/read-model-reasons.ts';
export { relayReasons, type RelayReason } from './observe/relay-reasons.ts';
export { runProcess, type Running } from './process/run-process.ts';
export { invalid, ProblemError, type ProblemDetails, type RequestFault } from './problems/problem-error.ts';
export { headerOf, type FastifyReply, type FastifyRequest, type Holder } from './request/duban-request.ts';
export { traceparentOf } from './request/trace.ts';
export { EdgeModule } from './server/edge.module.ts';
export { createHttpServer } from './server/http-server.ts';
export { IDENTITY, LOGGER, METRICS } from './tokens.ts';
export * from './validation/field-rules.ts';
export { Opaque } from './validation/opaque.ts';
