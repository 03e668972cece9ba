import { randomUUID } from 'node:crypto';
import type { ErasureRequester, PersonalDataErased } from '@duban/contracts';
import type { EventReader, EventWriter } from '@duban/event-store';
import type { Actor, Position } from '@duban/kernel';
import { checkPersonId, type PeopleStore } from '../people/people-store.ts';
import type { Erasure } from '../vault/erasure-journal.ts';
import type { Vault } from '../vault/vault.port.ts';
import { countFields } from './count-fields.ts';
import { appendErased, erasedInTheLog } from './erased-event.ts';
import { erasureIdOf } from './erasure-id.ts';
import { journalUndone } from './undone-erasures.ts';

export type ErasureRequest = {
  /** The event by which it was ordered: the same order is carried out once. Left out: it is an order of its own. */
  readonly orderedBy?: string;
  readonly person: string;
  /** Article, decision or retention rule. It is in the log for ever: no names. */
  readonly legalBasis: string;
  readonly requestedBy: ErasureRequester;
  readonly actor: Actor;
  /** Legal time, ISO 8601 with its offset. */
  readonly occurredAt: string;
};

export type ErasureStep = 'journal' | 'keys' | 'people' | 'event' | 'read-models' | 'done';

export type ErasureParts = {
  readonly vault: Vault;
  readonly people: PeopleStore;
  /** The log without decryption, for counting. */
  readonly raw: Pick<EventReader, 'readLog' | 'readStream' | 'head'>;
  readonly store: EventWriter;
  /**
   * Builds the read models anew through a decrypting reader and removes every older file of theirs; whatever else
   * keeps copies of texts (caches of states, search indexes) is emptied here as well.
   */
  readonly rebuild: () => Promise<void>;
  /** Told after each step that is done. */
  readonly onStep?: (step: ErasureStep) => void;
};

export type ErasureReport = {
  readonly erasureId: string;
  readonly person: string;
  /** Fields of the log that can be read no more. */
  readonly fields: number;
  readonly keysDestroyed: number;
  readonly position: Position;
};

/**
 * What this order is in the journal. It counts what interrupted ones of the same person had begun to destroy; without an
 * order of its own it takes up such a one.
 */
const begin = (vault: Vault, { orderedBy, ...request }: ErasureRequest): Erasure => {
  const known = vault.erasures.ofPerson(request.person);
  const id = orderedBy === undefined ? randomUUID() : erasureIdOf(orderedBy);
  const waiting = known.filter(({ done }) => !done);
  const own = orderedBy === undefined ? waiting[0] : known.find((each) => each.id === id);
  if (own !== undefined) return own;
  const begun = waiting.flatMap(({ keyIds }) => keyIds);
  const erasure = { id, ...request, keyIds: [...new Set([...begun, ...vault.liveKeysOf(request.person)])] };
  vault.erasures.begin(erasure);
  return { ...erasure, done: false };
};

/** Every step may be done twice. The keys go first: whatever stops the rest, the texts are unreadable from then on. */
const carryOut = async (parts: ErasureParts, erasure: Erasure): Promise<ErasureReport> => {
  const { vault, people, raw, store, rebuild, onStep } = parts;
  const { id, person, keyIds } = erasure;
  vault.destroy(person);
  onStep?.('keys');
  people.erase(person);
  onStep?.('people');
  const fields = await countFields(raw, keyIds);
  const position = await appendErased({ raw, store }, erasure, fields);
  onStep?.('event');
  await rebuild();
  onStep?.('read-models');
  vault.erasures.finish(id);
  onStep?.('done');
  return { erasureId: id, person, fields, keysDestroyed: keyIds.length, position };
};

/** What became of an erasure, as the log has it; null where it has nothing. */
const reportOf = async (
  raw: ErasureParts['raw'],
  { id, person, keyIds }: Erasure,
): Promise<ErasureReport | null> => {
  const event = await erasedInTheLog(raw, { id, person });
  if (event === null) return null;
  const { fields } = event.data as PersonalDataErased['data'];
  return { erasureId: id, person, fields, keysDestroyed: keyIds.length, position: event.position };
};

/**
 * Makes unreadable what the log says by and about a person, and forgets the name (Personal Information Protection Law,
 * article 47). The events stay, and so does every proof. An erasure that was interrupted is taken up where it stopped;
 * a second one of the same person destroys what was written since.
 * @throws CodedError `privacy.bad-person`, `vault.not-emptied`, and whatever stops the log or the rebuild: call it again
 */
export const erasePerson = async (parts: ErasureParts, request: ErasureRequest): Promise<ErasureReport> => {
  checkPersonId(request.person);
  const erasure = begin(parts.vault, request);
  parts.onStep?.('journal');
  const done = erasure.done ? await reportOf(parts.raw, erasure) : null;
  if (done !== null) return done;
  const report = await carryOut(parts, erasure);
  for (const waiting of parts.vault.erasures.ofPerson(request.person))
    if (!waiting.done) await carryOut(parts, waiting);
  return report;
};

/**
 * Finishes what a crash interrupted, and repeats what an older copy of the vault has undone: to be called at every start,
 * before anything is served.
 */
export const resumeErasures = async (parts: ErasureParts): Promise<readonly ErasureReport[]> => {
  await journalUndone(parts.raw, parts.vault);
  const reports: ErasureReport[] = [];
  for (const erasure of parts.vault.erasures.unfinished()) reports.push(await carryOut(parts, erasure));
  return reports;
};
