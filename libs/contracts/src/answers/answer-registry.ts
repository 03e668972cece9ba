/** Every answer of the HTTP API by its name; `apps/api/src/docs/routes.ts` says which route answers with which. */
import type { TSchema } from '@sinclair/typebox';
import { consistency, whoSaw } from './audit.answers.ts';
import { boardPage, boardSummary, counts } from './board.answers.ts';
import { casePage, caseView, eventPage } from './case.answers.ts';
import { attachments, commandDone, filedAttachment, problem } from './command.answers.ts';
import { ocelLog, publicSchema } from './export.answers.ts';
import { itemState } from './item-state.answers.ts';
import { live, outlets, projections, readiness, retryAsked } from './operation.answers.ts';
import { me } from './me.answers.ts';
import { erasure, person, personas } from './people.answers.ts';
import { posts } from './posts.answers.ts';
import { bodies, calendars, mandates, meetings, organs, ruleSets } from './reference.answers.ts';
import {
  conformance,
  deviationPage,
  differences,
  historyPage,
  registerChanges,
  ruleTrial,
  whyChain,
} from './replay.answers.ts';
import { allSteps, caseSteps } from './step.answers.ts';
import {
  deadlinePage,
  importBatches,
  waitingProposals,
  performance,
  satisfaction,
} from './report.answers.ts';

export const answerSchemas = {
  Attachments: attachments,
  Bodies: bodies,
  BoardPage: boardPage,
  BoardSummary: boardSummary,
  Calendars: calendars,
  Case: caseView,
  CasePage: casePage,
  CommandAnswer: commandDone,
  Conformance: conformance,
  ConsistencyProof: consistency,
  Counts: counts,
  DeadlinePage: deadlinePage,
  DeviationPage: deviationPage,
  Erasure: erasure,
  EventPage: eventPage,
  FiledAttachment: filedAttachment,
  HistoryPage: historyPage,
  ImportBatches: importBatches,
  WaitingProposals: waitingProposals,
  Item: itemState,
  Live: live,
  Mandates: mandates,
  Me: me,
  Meetings: meetings,
  OcelLog: ocelLog,
  Organs: organs,
  Outlets: outlets,
  Performance: performance,
  Person: person,
  Personas: personas,
  Posts: posts,
  Problem: problem,
  Projections: projections,
  PublicSchema: publicSchema,
  Readiness: readiness,
  RegisterChanges: registerChanges,
  RetryAsked: retryAsked,
  RuleSets: ruleSets,
  RuleTrial: ruleTrial,
  Satisfaction: satisfaction,
  StateDifferences: differences,
  Steps: allSteps,
  StepsOnCase: caseSteps,
  WhoSaw: whoSaw,
  WhyChain: whyChain,
} satisfies Readonly<Record<string, TSchema>>;

export type AnswerName = keyof typeof answerSchemas;
