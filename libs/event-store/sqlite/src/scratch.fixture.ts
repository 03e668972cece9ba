import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NewEvent } from '@duban/event-store';

/** A folder for the files of one spec. */
export const createScratch = () => {
  let folder = '';
  let files = 0;
  return {
    create: async (): Promise<void> => {
      folder = await mkdtemp(join(tmpdir(), 'duban-sqlite-'));
    },
    remove: () => rm(folder, { recursive: true, force: true }),
    file: (): string => join(folder, `log-${(files += 1)}.db`),
  };
};

export const someEvents = (count: number, text = '整改'): readonly NewEvent[] => {
  const commandId = globalThis.crypto.randomUUID();
  return Array.from({ length: count }, (_, index) => ({
    id: globalThis.crypto.randomUUID(),
    type: 'ItemAssigned',
    schemaVersion: 1,
    data: { index, text },
    metadata: {
      commandId,
      commandDigest: 'd'.repeat(64),
      correlationId: commandId,
      causationId: commandId,
      actor: { id: 'person:1', role: 'supervision-office', organ: 'so' },
      onBehalfOf: null,
      basis: {},
      occurredAt: '2026-03-05T09:00:00+08:00',
      ruleSet: null,
      calendar: null,
    },
  }));
};

export const errorOf = async (work: Promise<unknown>): Promise<unknown> => {
  try {
    await work;
    return null;
  } catch (error) {
    return error;
  }
};
