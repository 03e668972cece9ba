import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { EncodedEvent } from '@duban/event-store';
import { CodedError } from '@duban/kernel';
import { inTransaction } from '@duban/sqlite';
import type { AppendOutcome, AppendReply, AppendRequest } from './append-message.ts';
import { isConstraint } from './log-faults.ts';
import { declareEpoch } from './schema.ts';

const shorter = (end: number, seen: number): CodedError =>
  new CodedError(
    'log.older-than-reader',
    `the log ends at ${String(end)}, and this process has seen ${String(seen)}: an older copy was put back`,
  );

/** Far more than an epoch ever has, so that nobody need know how far the lost one had come; digits that a person recognises. */
const EPOCH_STRIDE = 1_000_000_000;

const firstOfNextEpoch = (seen: number): number =>
  (Math.floor((seen - 1) / EPOCH_STRIDE) + 1) * EPOCH_STRIDE + 1;

/** The end of the log while a transaction is open: what the next event continues. */
type Tip = { position: number; recordedAt: string };

/**
 * Appends many requests in one transaction. It keeps no state between transactions, since other processes may have
 * written meanwhile: the end of the log and of each stream is read under the write lock.
 */
export class LogWriter {
  readonly #db: DatabaseSync;
  readonly #readTip: StatementSync;
  readonly #moveTip: StatementSync;
  readonly #firstOfCommand: StatementSync;
  readonly #lastRevision: StatementSync;
  readonly #insert: StatementSync;
  #lastTime = { time: Number.NaN, iso: '' };

  constructor(db: DatabaseSync) {
    this.#db = db;
    this.#readTip = db.prepare('SELECT last_position AS position, last_recorded_at AS recordedAt FROM log');
    this.#moveTip = db.prepare('UPDATE log SET last_position = ?, last_recorded_at = ?');
    this.#firstOfCommand = db.prepare(
      `SELECT stream, metadata ->> 'commandDigest' AS digest FROM event WHERE command_id = ? AND command_index = 0`,
    );
    this.#lastRevision = db.prepare(
      'SELECT revision FROM event WHERE stream = ? ORDER BY revision DESC LIMIT 1',
    );
    this.#insert = db.prepare(
      `INSERT INTO event (position, stream, revision, id, type, schema_version, command_id, command_index,
         recorded_at, data, metadata) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
  }

  /**
   * All replies are true once this returns: the transaction has been synced. When it throws, none was stored.
   * @throws CodedError `log.older-than-reader` where the log ends before `seen`
   */
  append(requests: readonly AppendRequest[], now: number, seen = 0): AppendReply[] {
    return inTransaction(this.#db, () => {
      const tip = this.#readTip.get() as Tip;
      const before = tip.position;
      if (before < seen) throw shorter(before, seen);
      const replies = requests.map((request) => ({
        ...this.#one(request, tip, now),
        ticket: request.ticket,
      }));
      if (tip.position > before) this.#moveTip.run(tip.position, tip.recordedAt);
      return replies;
    });
  }

  /**
   * One append at a position that no log of this kind has reached, with what lies between declared as empty.
   * @param above the furthest position that was ever seen
   */
  beginEpoch(request: AppendRequest, above: number, now: number): AppendReply {
    return inTransaction(this.#db, () => {
      const { position: kept, recordedAt } = this.#readTip.get() as Tip;
      const before = firstOfNextEpoch(Math.max(kept, above)) - 1;
      declareEpoch(this.#db, kept, before + 1);
      const tip = { position: before, recordedAt };
      const outcome = this.#one(request, tip, now);
      // A throw takes the declaration back as well.
      if (outcome.outcome !== 'appended')
        throw new CodedError('log.unavailable', `the epoch could not begin: ${outcome.outcome}`);
      this.#moveTip.run(tip.position, tip.recordedAt);
      return { ...outcome, ticket: request.ticket };
    });
  }

  /** A real write without an event, to learn whether the disk takes writes again. */
  probe(): void {
    inTransaction(this.#db, () => {
      this.#db.exec('UPDATE log SET write_probes = write_probes + 1');
    });
  }

  #one(request: AppendRequest, tip: Tip, now: number): AppendOutcome {
    const last = this.#lastRevision.get(request.stream) as { revision: number } | undefined;
    const actual = last?.revision ?? null;
    const { expected } = request;
    if (expected !== 'any' && actual !== (expected === 'no-stream' ? null : expected)) {
      return this.#known(request) ?? { outcome: 'conflict', actual };
    }
    try {
      return this.#write(request, actual === null ? 0 : actual + 1, tip, now);
    } catch (error) {
      if (!isConstraint(error)) throw error;
      // The unique indexes find what is known already, so that new commands need no look-up of their own.
      const taken = {
        outcome: 'failed',
        code: 'event.id-taken',
        message: `${request.stream}: ${String(error)}`,
      } as const;
      return this.#known(request) ?? taken;
    }
  }

  #known(request: AppendRequest): AppendOutcome | null {
    const known = this.#firstOfCommand.get(request.commandId);
    if (known === undefined) return null;
    const same = known['stream'] === request.stream && known['digest'] === request.commandDigest;
    return { outcome: same ? 'repeated' : 'key-reused' };
  }

  #write(request: AppendRequest, firstRevision: number, tip: Tip, now: number): AppendOutcome {
    const clock = this.#isoOf(request.now ?? now);
    const recordedAt = clock > tip.recordedAt ? clock : tip.recordedAt;
    const firstPosition = tip.position + 1;
    const insertAll = () => {
      request.events.forEach((event, index) => {
        const [position, revision] = [firstPosition + index, firstRevision + index];
        this.#row(request, event, { index, position, revision, recordedAt });
      });
    };
    // One statement is atomic by itself; several need a savepoint, so that a refusal hurts this request only.
    if (request.events.length === 1) insertAll();
    else this.#inSavepoint(insertAll);
    tip.position += request.events.length;
    tip.recordedAt = recordedAt;
    return { outcome: 'appended', firstPosition, firstRevision, recordedAt };
  }

  #inSavepoint(work: () => void): void {
    this.#db.exec('SAVEPOINT request');
    try {
      work();
      this.#db.exec('RELEASE request');
    } catch (error) {
      // Faults that end the whole transaction may have ended the savepoint with it.
      if (isConstraint(error)) this.#db.exec('ROLLBACK TO request; RELEASE request');
      throw error;
    }
  }

  /** Many appends share a millisecond. */
  #isoOf(time: number): string {
    if (time !== this.#lastTime.time) this.#lastTime = { time, iso: new Date(time).toISOString() };
    return this.#lastTime.iso;
  }

  #row(
    request: AppendRequest,
    event: EncodedEvent,
    place: { index: number; position: number; revision: number; recordedAt: string },
  ): void {
    this.#insert.run(
      place.position,
      request.stream,
      place.revision,
      event.id,
      event.type,
      event.schemaVersion,
      request.commandId,
      place.index,
      place.recordedAt,
      event.data,
      event.metadata,
    );
  }
}
