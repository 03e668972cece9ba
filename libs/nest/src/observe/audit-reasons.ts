import type { SealingReport } from '@duban/audit-log';

export type AuditReason = { readonly part: 'audit'; readonly code: string; readonly message: string };

/** What a witness says of itself; it does not concern the log. */
const ABOUT_THE_WITNESS = ['audit.witness-refused', 'audit.witness-unreachable'];

/** Whether nothing more can be proven: sealing stands still, or somebody else has seen another history. */
export const isUnproven = ({ fault, witnessFault }: SealingReport): boolean =>
  fault !== null || (witnessFault !== null && !ABOUT_THE_WITNESS.includes(witnessFault.code));

export const auditReasons = ({
  fault,
  witnessFault,
  timestampFault,
}: SealingReport): readonly AuditReason[] =>
  [fault, witnessFault, timestampFault].flatMap((each): readonly AuditReason[] =>
    each === null ? [] : [{ part: 'audit', ...each }],
  );
