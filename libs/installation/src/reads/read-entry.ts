import { hash, randomUUID } from 'node:crypto';
import type { NewEvent, StoredEvent } from '@duban/event-store';
import type { Subject } from '@duban/application';

/** Whoever reads: no name, only what a token says of them. */
export type Reader = { readonly id: string; readonly role: string; readonly organ: string };

/** Who got to see what. Ids only: whoever keeps this log learns no name from it, and no word of any case. */
export type ReadEntry = {
  readonly reader: Reader;
  readonly subject: Subject;
  /** `GET /v1/cases/:caseId/events`: the route, without what was searched for. */
  readonly what: string;
  /** Cases that the answer shows; `null`: it shows all there are, as an export does. */
  readonly cases: readonly string[] | null;
  /** The item, the person or the event that was asked for. */
  readonly about: string | null;
  readonly traceId: string;
};

/** As it is told to an auditor. */
export type ToldRead = Omit<ReadEntry, 'cases'> & { readonly at: string; readonly many: boolean };

const OF_MANY = 'reads-of-many';

/** What shows one case lies with that case, so that asking about it reads nothing else. */
export const streamOfCase = (caseId: string): string => `reads-of-case-${caseId}`;
export const streamOfMany = OF_MANY;

const streamOf = ({ cases }: ReadEntry): string => {
  const [caseId, another] = cases ?? [];
  return caseId === undefined || another !== undefined ? OF_MANY : streamOfCase(caseId);
};

export const eventOf = (entry: ReadEntry, occurredAt: string): { stream: string; event: NewEvent } => {
  const { reader, subject, what, cases, about, traceId } = entry;
  const { id: actorId, role, organ } = reader;
  const data = { subject, what, cases, about };
  const id = randomUUID();
  const metadata = {
    commandId: id,
    commandDigest: hash('sha256', JSON.stringify(data)),
    correlationId: traceId,
    causationId: traceId,
    actor: { id: actorId, role, organ },
    onBehalfOf: null,
    basis: {},
    occurredAt,
    ruleSet: null,
    calendar: null,
  };
  return { stream: streamOf(entry), event: { id, type: 'Read', schemaVersion: 1, data, metadata } };
};

type StoredData = Pick<ReadEntry, 'subject' | 'what' | 'cases' | 'about'>;

const dataOf = ({ data }: StoredEvent): StoredData => data as StoredData;

export const shows = (event: StoredEvent, caseId: string): boolean => {
  const { cases } = dataOf(event);
  return cases === null || cases.includes(caseId);
};

export const told = (event: StoredEvent): ToldRead => {
  const { subject, what, cases, about } = dataOf(event);
  const { actor, recordedAt, correlationId } = event.metadata;
  return {
    at: recordedAt,
    reader: actor,
    subject,
    what,
    about,
    many: cases?.length !== 1,
    traceId: correlationId,
  };
};
