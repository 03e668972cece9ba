import { mkdirSync } from 'node:fs';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { CodedError } from '@duban/kernel';
import {
  cosignatureNoteKey,
  cosigner,
  createWitness,
  fileWitnessHeads,
  loadKeyFile,
  verifierOf,
  witnessServer,
  type HashName,
} from '@duban/audit-log';
import { formatVerifierKey, TreeError, type NoteVerifier } from '@duban/audit-tree';
import { EXIT, type ExitCode } from '@duban/contracts';
import { openProcessLock } from '@duban/sqlite';
import { openConsole, type Console } from '../output/console.ts';
import { showProblem } from '../output/problem.ts';
import { auditTexts } from '../texts/audit.texts.ts';
import type { CommonOptions } from './command-run.ts';

export type WitnessOptions = CommonOptions & {
  readonly dir: string;
  readonly key: string;
  readonly name: string;
  readonly log: readonly string[];
  readonly port: number;
  readonly host: string;
  readonly createKey: boolean;
};

type Watched = { readonly hash: HashName; readonly verifiers: NoteVerifier[] };

/** Keys of one log come several times where it has several; its hash is the end of its name. */
const watchedLogs = (keys: readonly string[]): ReadonlyMap<string, Watched> => {
  const logs = new Map<string, Watched>();
  for (const key of keys) {
    const verifier = verifierOf(key);
    const hash = verifier.name.endsWith('/sm3') ? 'sm3' : 'sha256';
    const watched = logs.get(verifier.name) ?? { hash, verifiers: [] };
    watched.verifiers.push(verifier);
    logs.set(verifier.name, watched);
  }
  return logs;
};

const stopped = (): Promise<unknown> => Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);

const serve = async (options: WitnessOptions, console: Console): Promise<void> => {
  const key = loadKeyFile(options.key, { createIfMissing: options.createKey });
  const signer = cosigner(options.name, key, () => Math.floor(Date.now() / 1_000));
  const heads = fileWitnessHeads(options.dir);
  const server = witnessServer(createWitness({ logs: watchedLogs(options.log), heads, signer }));
  server.listen(options.port, options.host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const address = `http://${options.host}:${String(port)}/`;
  const verifierKey = formatVerifierKey(cosignatureNoteKey(options.name, key));
  const { language } = console;
  if (console.output === 'json') console.report(JSON.stringify({ address, verifierKey }));
  else {
    console.report(`${auditTexts.listens[language]} ${address}`);
    console.report(`${auditTexts.verifierKey[language]}  ${verifierKey}`);
    console.report(`${auditTexts.setting[language]}  DUBAN_WITNESSES=${address}#${verifierKey}`);
  }
  if (!['127.0.0.1', '::1', 'localhost'].includes(options.host))
    console.note(auditTexts.notLoopback[language]);
  await stopped();
  server.close();
  server.closeAllConnections();
};

/** What a wrong key or name throws, as what was asked for wrongly. */
const asProblem = (error: unknown): unknown =>
  error instanceof TreeError ? new CodedError('audit.key-unusable', error.message, { cause: error }) : error;

/**
 * Watches logs of another office until it is told to stop. It needs nothing of a Duban installation: a folder for its
 * heads, a key, and the verifier keys of the logs.
 */
export const runWitness = async (options: WitnessOptions): Promise<ExitCode> => {
  const console = openConsole(options.lang, options.output);
  mkdirSync(options.dir, { recursive: true, mode: 0o700 });
  const lock = openProcessLock(join(options.dir, 'witness.lock'));
  try {
    const held = await lock.hold(() => serve(options, console));
    if (held !== 'busy') return EXIT.ok;
    console.note(`${auditTexts.folderInUse[options.lang]}: ${options.dir}`);
    return EXIT.conflict;
  } catch (error) {
    return showProblem(console, asProblem(error));
  } finally {
    lock.close();
  }
};
