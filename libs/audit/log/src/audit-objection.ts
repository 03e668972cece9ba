import { existsSync } from 'node:fs';
import { CodedError } from '@duban/kernel';
import { auditFiles } from './audit-files.ts';
import { openAuditLog, type AuditLog, type AuditOptions, type RawLog } from './open-audit-log.ts';
import { fileSealGuard } from './seal-guard.ts';
import { checkLastLeaf } from './sealer.ts';
import { askWitness, type WitnessAddress } from './witness-client.ts';

/** The log is shorter than what was sealed, signed or cosigned, or holds something else there. */
export const AUDIT_OBJECTIONS: Readonly<Record<string, 'log.older-than-reader' | 'log.other-history'>> = {
  'audit.log-behind': 'log.older-than-reader',
  'audit.rolled-back': 'log.older-than-reader',
  'audit.log-rewritten': 'log.other-history',
  'audit.fork': 'log.other-history',
};

const ownObjection = async (options: AuditOptions, audit: AuditLog, reader: RawLog): Promise<void> => {
  const { store, hash } = audit;
  await checkLastLeaf({ reader, store, hash });
  const signed = fileSealGuard(auditFiles(options).guard).read()?.size ?? 0;
  // The key remembers a head that the leaves here do not reach: only the log itself can say whether they are missing.
  if (signed > store.size()) await audit.tryPrepare(reader);
};

const isObjection = (error: unknown): error is CodedError =>
  error instanceof CodedError && AUDIT_OBJECTIONS[error.code] !== undefined;

/** An office whose witness does not answer goes on working. */
const witnessObjection = async (
  audit: AuditLog,
  witnesses: readonly WitnessAddress[],
): Promise<CodedError | null> => {
  const answers = await Promise.allSettled(witnesses.map((witness) => askWitness(witness, audit)));
  const errors = answers.flatMap((answer): unknown[] =>
    answer.status === 'rejected' ? [answer.reason] : [],
  );
  return errors.find(isObjection) ?? null;
};

/**
 * What seals, the key's own memory and the witnesses hold against a log, before anything is written to it. Null: nothing.
 * Where nothing was ever sealed, nothing is made. Other faults of sealing are for the sealer to tell.
 */
export const auditObjection = async (
  options: AuditOptions,
  reader: RawLog,
  witnesses: readonly WitnessAddress[],
): Promise<CodedError | null> => {
  const { tiles, guard } = auditFiles(options);
  if (!existsSync(tiles) && !existsSync(guard)) return null;
  const audit = openAuditLog(options);
  try {
    await ownObjection(options, audit, reader);
    return await witnessObjection(audit, options.part === 'follower' ? [] : witnesses);
  } catch (error) {
    if (isObjection(error)) return error;
    if (error instanceof CodedError && error.code.startsWith('audit.')) return null;
    throw error;
  } finally {
    audit.close();
  }
};
