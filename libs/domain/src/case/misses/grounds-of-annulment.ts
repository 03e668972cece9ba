import { rejected, type Rejected } from '@duban/kernel';
import { dueDate as countedFrom } from '../../calendar/due-date.ts';
import type { CaseRejection } from '../case.rejections.ts';
import type { Miss } from '../case.state.ts';
import type { CommandContext } from '../command-context.ts';
import type { Annulment } from './annul-miss.step.ts';

/** The year is published, and the same period from the same day ends on the date that is said to be the lawful one. */
const refuseCount = (
  { lawfulDate }: Annulment,
  { provisional, counted, dueDate }: Miss,
  { calendar }: CommandContext,
): Rejected<CaseRejection> | null => {
  if (!provisional || counted === null) return rejected('miss.not-provisional', { dueDate });
  const now = countedFrom({ ...counted, calendar });
  return now.provisional || now.date !== lawfulDate
    ? rejected('miss.date-stands', { dueDate, counted: now.date, provisional: now.provisional })
    : null;
};

/** Why the ground does not take this miss away; null where it does. */
export const refuseGround = (
  data: Annulment,
  miss: Miss,
  context: CommandContext,
): Rejected<CaseRejection> | null => {
  const { lawfulDate, ground, documentNo, digest } = data;
  if (documentNo.trim() === '' || (ground === 'slip' && digest === null))
    return rejected('miss.ground-unproven', { ground });
  if (lawfulDate <= miss.dueDate) return rejected('miss.date-stands', { dueDate: miss.dueDate, lawfulDate });
  const refusal = ground === 'slip' ? null : refuseCount(data, miss, context);
  if (refusal !== null) return refusal;
  const until = miss.until ?? context.decidedOn;
  return until > lawfulDate ? rejected('miss.late-in-any-case', { lawfulDate, until }) : null;
};
