import { rejected, type Rejected } from '@duban/kernel';
import type { CaseCommand } from './case.commands.ts';
import type { CaseRejection } from './case.rejections.ts';
import type { AnyStep } from './step-types.ts';

const named = (text: unknown): boolean => typeof text === 'string' && text.trim() !== '';

/**
 * Refuses to speak in another's name, and a body's act without its paper. Nobody acts on behalf of another until mandates
 * are recorded; what the Chairpersons' Council decides names the document or the meeting that decided it.
 */
export const refuseForeignName = (
  { data, context }: CaseCommand,
  step: AnyStep,
): Rejected<CaseRejection> | null => {
  const { actor, onBehalfOf, basis } = context;
  if (onBehalfOf !== null) return rejected('mandate.none', { onBehalfOf });
  if (actor.role !== 'chairpersons-council' || step.inOwnName === true) return null;
  const papers = [basis.documentNo, basis.meeting, 'meetingNo' in data ? data.meetingNo : undefined];
  return papers.some(named) ? null : rejected('basis.missing', { body: actor.role });
};
