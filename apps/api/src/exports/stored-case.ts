import {
  auditOptionsOf,
  canonicalEvent,
  createProofService,
  openAuditLog,
  type AuditLog,
} from '@duban/audit-log';
import type { Config } from '@duban/config';
import type { StoredEvent } from '@duban/event-store';
import { openStoredLog } from '@duban/installation';
import { casePackage, exportSource, packageLines, type PackageProofs } from '@duban/interchange';

/** All proofs against one checkpoint, though the log may be sealed again while they are written. */
const pinnedProofs = ({ store, hash }: AuditLog): PackageProofs => {
  const sealed = store.latestCheckpoint();
  const { checkpoint, proofText } = createProofService({ ...store, latestCheckpoint: () => sealed }, hash);
  // The source below is the store itself, so what comes is what it stored.
  return { canonical: (event) => canonicalEvent(event as StoredEvent), checkpoint, proofText };
};

/**
 * The package of a case as lines, from the log as it is stored: personal text stays encrypted, or no digest would fit. What it
 * opens is its own, and closed when the last line is read or nobody reads on.
 */
export async function* storedCaseLines(config: Config, stream: string): AsyncGenerator<string> {
  const reader = await openStoredLog(config);
  try {
    const audit = openAuditLog(auditOptionsOf(config, 'events'));
    try {
      const source = await exportSource(reader);
      yield* packageLines(casePackage({ source, stream, proofs: pinnedProofs(audit) }));
    } finally {
      audit.close();
    }
  } finally {
    await reader.close();
  }
}
