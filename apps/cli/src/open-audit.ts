import { existsSync } from 'node:fs';
import { CodedError } from '@duban/kernel';
import { auditFiles, auditOptionsOf, openAuditLog, type AuditLog, type AuditSubject } from '@duban/audit-log';
import type { Config } from '@duban/config';
import type { EventStore } from '@duban/event-store';
import { openSqliteStore } from '@duban/event-store-sqlite';
import { epochOf, openStoredLog } from '@duban/installation';

export type OpenAudit = { readonly log: AuditLog; readonly reader: EventStore };

/**
 * The log of events, or that of reads, which begins with the first read that is written down.
 * @throws CodedError `log.not-there`
 */
export const openSubject = async (config: Config, subject: AuditSubject): Promise<EventStore> => {
  if (subject === 'events') return openStoredLog(config);
  const { reads: file } = auditFiles(auditOptionsOf(config, subject));
  if (!existsSync(file)) throw new CodedError('log.not-there', file);
  return openSqliteStore({ file, readOnly: true });
};

/** The log and its proofs, beside a server that may be running; closed when the work ends, however it ends. */
export const withAudit = async <Answer>(
  config: Config,
  subject: AuditSubject,
  work: (audit: OpenAudit) => Promise<Answer>,
): Promise<Answer> => {
  const reader = await openSubject(config, subject);
  try {
    const log = openAuditLog(
      auditOptionsOf(config, subject, subject === 'events' ? await epochOf(reader) : 1),
    );
    try {
      return await work({ log, reader });
    } finally {
      log.close();
    }
  } finally {
    await reader.close();
  }
};
