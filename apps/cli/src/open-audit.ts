import { auditOptionsOf, openAuditLog, type AuditLog, type AuditSubject } from '@duban/audit-log';
import type { Config } from '@duban/config';
import type { EventStore } from '@duban/event-store';
import { openStoredLog } from '@duban/installation';

export type OpenAudit = { readonly log: AuditLog; readonly reader: EventStore };

/** The log and its proofs, beside a server that may be running; closed when the work ends, however it ends. */
export const withAudit = async <Answer>(
  config: Config,
  subject: AuditSubject,
  work: (audit: OpenAudit) => Promise<Answer>,
): Promise<Answer> => {
  const reader = await openStoredLog(config);
  try {
    const log = openAuditLog(auditOptionsOf(config, subject));
    try {
      return await work({ log, reader });
    } finally {
      log.close();
    }
  } finally {
    await reader.close();
  }
};
