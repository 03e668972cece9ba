import { auditTrailProjection } from './audit-trail/audit-trail.projection.ts';
import { boardProjection } from './board/board.projection.ts';
import { casesProjection } from './cases/cases.projection.ts';
import { clockProjection } from './clock/clock.projection.ts';
import { deadlinesProjection } from './deadlines/deadlines.projection.ts';
import { importsProjection } from './imports/imports.projection.ts';
import { performanceProjection } from './performance/performance.projection.ts';
import { owedPublicationsProjection } from './publications/owed-publications.projection.ts';
import { proposalsProjection } from './proposals/proposals.projection.ts';
import type { Projection } from './projection.ts';
import { referenceProjection } from './reference/reference.projection.ts';
import { satisfactionProjection } from './satisfaction/satisfaction.projection.ts';

/** Every read model. Their names and versions make the generation: a change of one is a rebuild of all. */
export const allProjections: readonly Projection[] = [
  boardProjection,
  casesProjection,
  deadlinesProjection,
  owedPublicationsProjection,
  clockProjection,
  satisfactionProjection,
  performanceProjection,
  referenceProjection,
  importsProjection,
  proposalsProjection,
  auditTrailProjection,
];
