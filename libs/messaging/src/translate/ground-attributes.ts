import type { LaterMembers } from '@duban/kernel';
import type { CloudEvent } from './cloud-event.ts';

type GroundAttributes = Pick<
  CloudEvent,
  'decidedat' | 'decisionbody' | 'decisionform' | 'decisiondate' | 'mandateid' | 'receivedon'
>;

/**
 * The later members of an envelope as CloudEvents has attributes: flat, and only where they are. Numbers of documents,
 * meetings and incoming papers are the office's, and for whom a paper was entered may be a person: a topic keeps for ever
 * what it is told, so it is told none of them.
 */
export const groundAttributes = ({
  decidedAt,
  decision,
  mandate,
  paper,
}: LaterMembers): GroundAttributes => ({
  ...(decidedAt === undefined ? {} : { decidedat: decidedAt }),
  ...(decision === undefined
    ? {}
    : { decisionbody: decision.body, decisionform: decision.form, decisiondate: decision.on }),
  ...(mandate === undefined ? {} : { mandateid: mandate.id }),
  ...(paper === undefined ? {} : { receivedon: paper.receivedOn }),
});
