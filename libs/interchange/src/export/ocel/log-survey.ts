import { decodeEventOf } from '@duban/contracts';
import { isCaseStream, type ExportedEvent, type ExportSource } from '../source/exported-event.ts';
import { readCaseEvent } from './case-event.ts';
import { relationsOf } from './event-relations.ts';
import { drafts, note } from './object-draft.ts';
import { organObject } from './object-types.ts';
import type { OcelObject } from './ocel-log.ts';
import { rounds } from './rounds.ts';

/** What a first pass over the log finds: names only, so that memory grows with cases and organs and not with events. */
export type LogSurvey = {
  readonly caseStreams: readonly string[];
  readonly eventTypes: readonly string[];
  /** Organs and meetings: met by many cases, so no single one can list them. */
  readonly shared: readonly OcelObject[];
};

const readOrganEvent = decodeEventOf('organ');

type Found = { readonly names: Map<string, { readonly name: string; readonly at: string }[]> };

const noteOrgan = ({ names }: Found, stored: ExportedEvent): void => {
  const event = readOrganEvent(stored);
  if (event.type !== 'OrganRegistered' && event.type !== 'OrganRenamed') return;
  const { organId, name } = event.data;
  names.set(organId, [...(names.get(organId) ?? []), { name, at: event.occurredAt }]);
};

const sorted = (texts: Iterable<string>): readonly string[] =>
  [...texts].sort((a, b) => (a < b ? -1 : Number(a > b)));

const sharedObjects = (ids: ReadonlySet<string>, { names }: Found): readonly OcelObject[] => {
  const found = drafts();
  const nameOf = new Map([...names].map(([organId, known]) => [organObject(organId), known] as const));
  for (const id of sorted(ids)) {
    const draft = found.draft(id, id.startsWith('organ/') ? 'organ' : 'meeting');
    for (const { name, at } of nameOf.get(id) ?? []) note(draft, 'name', name, at);
  }
  return found.objects();
};

export const surveyLog = async (source: ExportSource): Promise<LogSurvey> => {
  const [streams, types, shared] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const found: Found = { names: new Map() };
  const known = rounds();
  for await (const stored of source.log()) {
    if (stored.stream.startsWith('organ-')) noteOrgan(found, stored);
    if (!isCaseStream(stored.stream)) continue;
    const event = readCaseEvent(stored);
    streams.add(stored.stream);
    types.add(event.type);
    for (const { objectId } of relationsOf(event, known)) if (!isCaseStream(objectId)) shared.add(objectId);
  }
  return {
    caseStreams: sorted(streams),
    eventTypes: sorted(types),
    shared: sharedObjects(shared, found),
  };
};
