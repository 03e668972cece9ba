import type { TimeAxis } from '@duban/kernel';
import { legalDateOfInstant, type ReferenceData } from '@duban/application';
import type { EventReader, StoredEvent } from '@duban/event-store';
import type { BoardRow } from '@duban/contracts';
import type { ExportedRow } from '@duban/interchange';
import { boardRowsAt, epochMs, foldCase, lightOfRow } from '@duban/projections';
import type { Progress } from '../output/progress.ts';
import { casesOf, eventsOfTypes } from './case-log.ts';
import { rulesOn } from './on-log.ts';

export type RegisterMoment = { readonly asOf: string; readonly by: TimeAxis };

const lightOn = (row: BoardRow, date: string, reference: ReferenceData): string => {
  const rules = reference.ruleSets[row.rule_set ?? ''] ?? rulesOn(reference, date);
  return lightOfRow(row, { rules, calendar: reference.calendar, date }).color;
};

/** Lines of a case at a moment. What was known does not know an earlier life of imported items; legal time does. */
const rowsOf = (events: readonly StoredEvent[], moment: RegisterMoment): readonly BoardRow[] => {
  const folded = foldCase(events, moment);
  const until = moment.by === 'occurred' ? epochMs(moment.asOf) : Number.POSITIVE_INFINITY;
  return folded === null ? [] : boardRowsAt(folded.document, until);
};

/** The register at a moment, case by case, each item by the light of its own rules. */
export async function* registerRowsAt(
  reader: EventReader,
  reference: ReferenceData,
  moment: RegisterMoment,
  progress: Progress,
): AsyncGenerator<ExportedRow> {
  const date = legalDateOfInstant(moment.asOf);
  for await (const events of casesOf(reader, progress))
    for (const row of rowsOf(events, moment)) yield { ...row, light: lightOn(row, date, reference) };
}

/** What organs were called last. */
export const organNamesIn = async (
  reader: EventReader,
): Promise<(reference: string) => string | undefined> => {
  const names = new Map<string, string>();
  for await (const { data } of eventsOfTypes(reader, ['OrganRegistered', 'OrganRenamed'])) {
    const { organId, name } = data;
    if (typeof organId === 'string' && typeof name === 'string') names.set(organId, name);
  }
  return (reference) => names.get(reference);
};
