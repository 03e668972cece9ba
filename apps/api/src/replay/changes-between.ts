import type { EventReader } from '@duban/event-store';
import { caseReplay, registerChanges, type Between, type RegisterChange } from '@duban/projections';
import { casesFrom, type CasesAsked } from './case-log.ts';

const placeOf = ({ caseNo, caseId }: RegisterChange): string => `${caseNo}\n${caseId}`;

const byPlace = (a: RegisterChange, b: RegisterChange): number => {
  const [left, right] = [placeOf(a), placeOf(b)];
  if (left === right) return 0;
  return left < right ? -1 : 1;
};

/** All cases, one in memory at a time; days are judged by grounds that are asked for once. */
export const changesBetween = async (
  reader: EventReader,
  { without, ...between }: Between & Pick<CasesAsked, 'without'>,
): Promise<readonly RegisterChange[]> => {
  const grounds = new Map([between.from, between.to].map((date) => [date, between.groundsOn(date)]));
  const groundsOn: Between['groundsOn'] = (date) => grounds.get(date) ?? between.groundsOn(date);
  const changes: RegisterChange[] = [];
  for await (const { events } of casesFrom(reader, { without }))
    changes.push(...registerChanges([caseReplay(events)], { ...between, groundsOn }));
  return changes.sort(byPlace);
};
