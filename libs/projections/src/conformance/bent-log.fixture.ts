import type { LoggedFact } from '../fold/log-entry.ts';

/** For specs only: logs as somebody wrote them past the decider. Revisions are counted anew. */
const counted = (events: readonly LoggedFact[]): readonly LoggedFact[] =>
  events.map((event, revision) => ({ ...event, revision }));

/** What the Council did, with the document that decided it: the worked logs are older than that rule. */
export const withPapers = (events: readonly LoggedFact[]): readonly LoggedFact[] =>
  events.map((event) =>
    event.metadata.actor.role === 'chairpersons-council'
      ? { ...event, metadata: { ...event.metadata, basis: { documentNo: '常办〔2026〕7号' } } }
      : event,
  );

export type Bend = {
  readonly data?: LoggedFact['data'];
  readonly metadata?: Partial<LoggedFact['metadata']>;
};

/** The first event of a type, said otherwise. */
export const bent = (
  events: readonly LoggedFact[],
  type: string,
  { data = {}, metadata = {} }: Bend,
): readonly LoggedFact[] => {
  const at = events.findIndex((event) => event.type === type);
  return events.map((event, index) =>
    index === at
      ? { ...event, data: { ...event.data, ...data }, metadata: { ...event.metadata, ...metadata } }
      : event,
  );
};

export const leftOut = (events: readonly LoggedFact[], type: string): readonly LoggedFact[] =>
  counted(events.filter((event) => event.type !== type));

/** The first event of one type moved right before the first one of another. */
export const movedBefore = (
  events: readonly LoggedFact[],
  type: string,
  other: string,
): readonly LoggedFact[] => {
  const moved = events.filter((event) => event.type === type).slice(0, 1);
  const rest = events.filter((event) => !moved.includes(event));
  const at = rest.findIndex((event) => event.type === other);
  return counted([...rest.slice(0, at), ...moved, ...rest.slice(at)]);
};
