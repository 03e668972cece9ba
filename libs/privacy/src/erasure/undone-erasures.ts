import type { PersonalDataErased } from '@duban/contracts';
import type { ErasureOrdered } from '@duban/domain';
import type { EventReader, StoredEvent } from '@duban/event-store';
import { comparePositions, LOG_START } from '@duban/kernel';
import type { Erasure } from '../vault/erasure-journal.ts';
import { erasureIdOf } from './erasure-id.ts';
import type { Vault } from '../vault/vault.port.ts';

const PAGE = 1_000;
const ORDERED: ErasureOrdered['type'] = 'ErasureOrdered';
const TYPES: readonly string[] = [ORDERED, 'PersonalDataErased' satisfies PersonalDataErased['type']];

const erasureOf = (
  { id: eventId, type, data, metadata }: StoredEvent,
  vault: Vault,
): Omit<Erasure, 'done'> => {
  // The data of either type are held against their schemas where they are written.
  const { person, legalBasis, requestedBy } = data as Pick<
    PersonalDataErased['data'],
    'person' | 'legalBasis' | 'requestedBy'
  >;
  const id = type === ORDERED ? erasureIdOf(eventId) : eventId;
  const { actor, occurredAt } = metadata;
  return { id, person, legalBasis, requestedBy, actor, occurredAt, keyIds: vault.liveKeysOf(person) };
};

/**
 * Erasures that the log knows and the vault does not: one was ordered, and the process ended before it began; or an older copy of the vault was put back, and with it the keys.
 * They are written into its journal anew. Whatever keys such a copy holds of these people are older than the erasure.
 */
export const journalUndone = async (
  raw: Pick<EventReader, 'readLog' | 'head'>,
  vault: Vault,
): Promise<void> => {
  const head = await raw.head();
  let after = LOG_START;
  while (comparePositions(after, head) < 0) {
    const page = await raw.readLog({ after, limit: PAGE, types: TYPES });
    for (const event of page.events) {
      const erasure = erasureOf(event, vault);
      const known = vault.erasures.ofPerson(erasure.person).some(({ id }) => id === erasure.id);
      if (!known) vault.erasures.begin(erasure);
    }
    after = page.next;
  }
};
