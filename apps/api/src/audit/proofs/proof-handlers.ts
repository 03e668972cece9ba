import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { ConsistencyAnswer } from '@duban/contracts';
import { invalid, ProblemError } from '@duban/nest';
import type { OfficeAudit } from '../../composition/open-audit.ts';
import { AUDIT } from '../../ports/ports.ts';
import { FindCheckpoint, FindTile, FindVerifierKeys, ProveConsistency, ProveEvent } from './proof.queries.ts';

type Proofs = Pick<OfficeAudit, 'proofs' | 'verifierKeys' | 'sealNow'>;

const unsealed = (): ProblemError => new ProblemError('not-found', { reason: 'audit.not-sealed' });

@QueryHandler(FindCheckpoint)
class FindCheckpointHandler implements IQueryHandler<FindCheckpoint> {
  readonly #audit: Proofs;

  constructor(@Inject(AUDIT) audit: Proofs) {
    this.#audit = audit;
  }

  async execute(): Promise<string> {
    const checkpoint = this.#audit.proofs.checkpoint();
    if (checkpoint === null) throw unsealed();
    return checkpoint.note;
  }
}

@QueryHandler(FindVerifierKeys)
class FindVerifierKeysHandler implements IQueryHandler<FindVerifierKeys> {
  readonly #audit: Proofs;

  constructor(@Inject(AUDIT) audit: Proofs) {
    this.#audit = audit;
  }

  async execute(): Promise<string> {
    const keys = this.#audit.verifierKeys();
    if (keys.length === 0) throw unsealed();
    return `${keys.join('\n')}\n`;
  }
}

@QueryHandler(FindTile)
class FindTileHandler implements IQueryHandler<FindTile> {
  readonly #audit: Proofs;

  constructor(@Inject(AUDIT) audit: Proofs) {
    this.#audit = audit;
  }

  /** @throws ProblemError `not-found` where the newest checkpoint does not fill it yet */
  async execute({ path }: FindTile): Promise<Uint8Array> {
    const bytes = this.#audit.proofs.tile(`tile/${path}`);
    if (bytes === null) throw unsealed();
    return bytes;
  }
}

@QueryHandler(ProveEvent)
class ProveEventHandler implements IQueryHandler<ProveEvent> {
  readonly #audit: Proofs;

  constructor(@Inject(AUDIT) audit: Proofs) {
    this.#audit = audit;
  }

  /** What was appended a moment ago is sealed first. */
  async execute({ eventId: id }: ProveEvent): Promise<string> {
    const known = this.#audit.proofs.proofText({ id });
    if (known !== null) return known;
    await this.#audit.sealNow();
    const proof = this.#audit.proofs.proofText({ id });
    if (proof === null) throw unsealed();
    return proof;
  }
}

@QueryHandler(ProveConsistency)
class ProveConsistencyHandler implements IQueryHandler<ProveConsistency> {
  readonly #audit: Proofs;

  constructor(@Inject(AUDIT) audit: Proofs) {
    this.#audit = audit;
  }

  async execute({ from, to }: ProveConsistency): Promise<ConsistencyAnswer> {
    if (from > to) throw invalid('/query/from', 'range.backwards', 'from is larger than to');
    if (to > (this.#audit.proofs.checkpoint()?.size ?? 0)) throw unsealed();
    return this.#audit.proofs.consistency(from, to);
  }
}

export const proofHandlers = [
  FindCheckpointHandler,
  FindVerifierKeysHandler,
  FindTileHandler,
  ProveEventHandler,
  ProveConsistencyHandler,
];
