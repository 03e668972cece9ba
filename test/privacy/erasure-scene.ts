import { join } from 'node:path';
import {
  createSealer,
  ed25519NoteKey,
  ed25519Signer,
  exportLog,
  fileSealGuard,
  loadKeyFile,
  openSqliteTileStore,
  originOf,
} from '@duban/audit-log';
import { formatVerifierKey } from '@duban/audit-tree';
import { nodePrimitives, verifyBundle, type Verdict } from '@duban/audit-verify';
import type { EventStore, StoredEvent } from '@duban/event-store';
import { openSqliteStore } from '@duban/event-store-sqlite';
import { openPeopleStore, withPersonalText, type ErasureParts, type ErasureRequest } from '@duban/privacy';
import { allProjections } from '@duban/projections';
import { rebuildReadModels, removeOlderFiles } from '@duban/read-store';
import { goldenStreams } from '../replay/golden-files.ts';
import type { PrivacyPlaces } from './privacy-places.ts';

/** Characters that nothing else in the product uses, so that even two of them in a row are a find. */
export const NAME = '龘靐齉';
export const WORDS = '麤灪爩鱻';
export const OTHERS_WORDS = '厵馫飝';
export const ERASED_PERSON = 'person:dp-1';

export const request: ErasureRequest = {
  person: ERASED_PERSON,
  legalBasis: '个人信息保护法第四十七条',
  requestedBy: 'person',
  actor: { id: 'person:sa-1', role: 'security-admin', organ: 'cq-npcsc-so' },
  occurredAt: '2026-08-03T09:00:00+08:00',
};

/** The texts of the golden suggestion, filled with what must be found before and not after. */
const personalData = ({ type, data, stream }: StoredEvent): StoredEvent['data'] => {
  if (stream !== 'case-g3') return data;
  switch (type) {
    case 'ItemRegistered':
      return { ...data, text: `代表${NAME}提出:${WORDS}` };
    case 'ReplySent':
      return { ...data, text: `尊敬的${NAME}代表:年内建成 12 个。` };
    case 'ReplyEvaluated':
      return { ...data, reasons: `${WORDS},还差 3 个` };
    case 'EventCorrected':
      return { ...data, reason: `${NAME}误点` };
    case 'CommitmentRolledOver':
      return { ...data, explanation: `${OTHERS_WORDS},资金未到位` };
    default:
      return data;
  }
};

const fillStream = async (store: EventStore, events: readonly StoredEvent[]): Promise<void> => {
  for (const event of events) {
    const result = await store.append(event.stream, [{ ...event, data: personalData(event) }], 'any');
    if (result.outcome !== 'appended') throw new Error(`${event.type} was answered ${result.outcome}`);
  }
};

const fill = async (store: EventStore): Promise<void> => {
  // Nor the beginning of an epoch: a process that seals the one before rightly stops there.
  const others = /^privacy|^erasure|^checkpoint-epochs$/;
  const streams = goldenStreams.filter(({ stream }) => !others.test(stream));
  await Promise.all(streams.map(({ events }) => fillStream(store, events)));
};

/** An installation in one folder: log, vault, people, read models and proofs. */
export const openScene = async (places: PrivacyPlaces) => {
  const raw = await openSqliteStore({ file: places.log });
  const vault = places.vault();
  const people = openPeopleStore(places.peopleFile, vault);
  const store = withPersonalText(raw, vault);
  const origin = originOf('duban.example/npcsc', 'sha256');
  const key = loadKeyFile(join(places.dir, 'log.key'), { createIfMissing: true });
  const proofs = openSqliteTileStore(places.proofs, origin, 'sha256');
  const guard = fileSealGuard(join(places.dir, 'log.guard'));
  const signers = [ed25519Signer(origin, key)];
  const sealer = createSealer({ reader: raw, store: proofs, origin, hash: 'sha256', signers, guard });
  const verifierKey = formatVerifierKey(ed25519NoteKey(origin, key));
  const rebuild = async (): Promise<void> => {
    await rebuildReadModels({ dir: places.readModels, reader: store, projections: allProjections });
    removeOlderFiles(places.readModels, allProjections);
  };
  const parts: ErasureParts = { vault, people, raw, store, rebuild };
  return {
    raw,
    store,
    vault,
    people,
    parts,
    fill: () => fill(store),
    /** Seals, and answers the whole log with its proofs. */
    bundle: async (): Promise<string> => {
      await sealer.seal();
      let text = '';
      await exportLog(raw, proofs, { origin, hash: 'sha256', keys: [verifierKey] }, (line) => {
        text += line;
      });
      return text;
    },
    verify: (bundle: string, earlier: string): Promise<Verdict> =>
      verifyBundle([bundle], { keys: [verifierKey], earlier: [earlier] }, nodePrimitives),
    close: async (): Promise<void> => {
      people.close();
      await raw.close();
      vault.close();
    },
  };
};

export type Scene = Awaited<ReturnType<typeof openScene>>;
