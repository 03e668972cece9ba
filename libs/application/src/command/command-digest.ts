import { hash } from 'node:crypto';
import type { CommandEnvelope } from './command-envelope.ts';

/** Sorted keys at every depth, so that two spellings of the same body have one digest. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
};

/**
 * SHA-256 (hex) over what the sender asked: stream, command, sender, and legal time where the sender gave one.
 * Whatever the server fills in stays out, or a repeated request would never equal its first.
 */
export const commandDigest = (stream: string, command: CommandEnvelope): string =>
  hash(
    'sha256',
    JSON.stringify(
      sorted({
        stream,
        type: command.type,
        data: command.data,
        actor: command.actor,
        onBehalfOf: command.onBehalfOf,
        basis: command.basis,
        occurredAt: command.occurredAt,
        decision: command.decision,
        mandate: command.mandate,
        paper: command.paper,
      }),
    ),
  );
