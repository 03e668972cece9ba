import { OPENING } from '@duban/application';
import { commandNameOf, type AnswerName } from '@duban/contracts';
import { registerRoutes } from '@duban/domain';

/** JSON answers by status; null: nothing is said but the status. */
type JsonAnswers = Readonly<Record<number, AnswerName | null>>;

/** What a route answers with where all goes well: a JSON answer with 200, several by status, or something of this media type. */
export type RouteAnswer = AnswerName | JsonAnswers | { readonly media: string; readonly json?: AnswerName };

const text = (media: string): RouteAnswer => ({ media });

/** A command that makes something new answers 201 the first time. */
const MADE = { 200: 'CommandAnswer', 201: 'CommandAnswer' } as const;

const REGISTER_ANSWERS: Readonly<Record<string, RouteAnswer>> = Object.fromEntries(
  [...registerRoutes.values()].flatMap(({ path, methods }) =>
    Object.keys(methods ?? { POST: null }).map((method) => [`${method} ${path}`, 'CommandAnswer' as const]),
  ),
);

/** Each route of the API, as the document names it. A route that is not here keeps the document from being written. */
export const ROUTE_ANSWERS: Readonly<Record<string, RouteAnswer>> = {
  'GET /v1/board': 'BoardPage',
  'GET /v1/board/counts': 'Counts',
  'GET /v1/board/summary': 'BoardSummary',
  'GET /v1/board/changes': 'RegisterChanges',

  'GET /v1/cases': 'CasePage',
  'GET /v1/cases/{caseId}': { 200: 'Case', 304: null },
  'GET /v1/cases/{caseId}/items/{itemId}': 'Item',
  'GET /v1/cases/{caseId}/events': 'EventPage',
  'GET /v1/cases/{caseId}/difference': 'StateDifferences',
  'GET /v1/cases/{caseId}/history': 'HistoryPage',
  'GET /v1/cases/{caseId}/why': 'WhyChain',
  'GET /v1/cases/{caseId}/conformance': 'Conformance',
  'GET /v1/cases/{caseId}/attachments': 'Attachments',
  'GET /v1/cases/{caseId}/steps': 'StepsOnCase',
  'GET /v1/steps': 'Steps',
  'GET /v1/steps/{register}': 'Steps',
  'POST /v1/cases/{caseId}/attachments': { 200: 'FiledAttachment', 201: 'FiledAttachment' },
  'GET /v1/cases/{caseId}/attachments/{attachmentId}': text('*/*'),

  'POST /v1/cases/{caseId}/commands/{name}': 'CommandAnswer',
  [`POST /v1/cases/{caseId}/commands/${commandNameOf(OPENING)}`]: MADE,
  ...REGISTER_ANSWERS,
  'POST /v1/outlets/{outlet}/commands/{name}': 'CommandAnswer',

  'GET /v1/deadlines': 'DeadlinePage',
  'GET /v1/satisfaction': 'Satisfaction',
  'GET /v1/performance': 'Performance',
  'GET /v1/imports': 'ImportBatches',
  'GET /v1/proposals': 'WaitingProposals',
  'POST /v1/rule-trials': 'RuleTrial',

  'GET /v1/calendars': 'Calendars',
  'GET /v1/rule-sets': 'RuleSets',
  'GET /v1/organs': 'Organs',
  'GET /v1/bodies': 'Bodies',
  'GET /v1/meetings': 'Meetings',
  'GET /v1/mandates': 'Mandates',

  'GET /v1/audit/events': 'EventPage',
  'GET /v1/audit/conformance': 'DeviationPage',
  'GET /v1/audit/reads': 'WhoSaw',
  'GET /v1/audit/consistency': 'ConsistencyProof',
  'GET /v1/audit/checkpoint': text('text/plain'),
  'GET /v1/audit/key': text('text/plain'),
  'GET /v1/audit/proof/event/{eventId}': text('text/plain'),
  'GET /v1/audit/tile/{path}': text('application/octet-stream'),

  'GET /v1/exports/cases/{caseId}': text('application/x-ndjson'),
  'GET /v1/exports/ocel2.json': 'OcelLog',
  'GET /v1/exports/ocel2.xml': text('application/xml'),
  'GET /v1/exports/xes.xml': text('application/xml'),
  'GET /v1/exports/register.csv': text('text/csv'),
  'GET /v1/exports/register.xlsx': text('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),

  'GET /v1/me': 'Me',
  'GET /v1/posts': 'Posts',

  'POST /v1/people': 'Person',
  'GET /v1/people/{id}': 'Person',
  'POST /v1/people/{id}/erasure': 'Erasure',

  'GET /v1/projections': 'Projections',
  'POST /v1/projections/parked/{stream}/retry': { 202: 'RetryAsked' },
  'GET /v1/outlets': 'Outlets',
  'GET /health/live': 'Live',
  'GET /health/ready': { 200: 'Readiness', 503: 'Readiness' },
  'GET /metrics': text('text/plain'),

  'GET /events': text('text/event-stream'),
  'GET /schemas/{file}': { media: 'application/schema+json', json: 'PublicSchema' },
  'GET /asyncapi.yaml': text('application/yaml'),
  'GET /demo/personas': 'Personas',
};
