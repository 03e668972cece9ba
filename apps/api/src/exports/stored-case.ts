import { auditOptionsOf, openAuditLog, pinnedProofs } from '@duban/audit-log';
import type { Config } from '@duban/config';
import { epochOf, openStoredLog } from '@duban/installation';
import { casePackage, exportSource, packageLines } from '@duban/interchange';

/**
 * The package of a case as lines, from the log as it is stored: personal text stays encrypted, or no digest would fit. What it
 * opens is its own, and closed when the last line is read or nobody reads on.
 */
export async function* storedCaseLines(config: Config, stream: string): AsyncGenerator<string> {
  const reader = await openStoredLog(config);
  try {
    const audit = openAuditLog(auditOptionsOf(config, 'events', await epochOf(reader)));
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
