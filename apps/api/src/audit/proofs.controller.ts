import { Controller, Get, Header, Inject, Param, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { ConsistencyAnswer } from '@duban/contracts';
import { invalid, ProblemError, ReadsWhole, type FastifyReply } from '@duban/nest';
import { OFFICE, type Office } from '../office/office.ts';
import type { OfficeAudit } from './open-audit.ts';
import { ConsistencyDto, EventIdParams } from './proofs.dto.ts';

const TEXT = 'text/plain; charset=utf-8';
/** A tile never changes; who may see it is asked anew by everybody, so only the asker's own cache keeps it. */
const FOR_EVER = 'private, max-age=31536000, immutable';

const unsealed = (): ProblemError => new ProblemError('not-found', { reason: 'audit.not-sealed' });

/** The log of proofs: signed heads, and what leads from one of them to a record. Digests and labels, no contents. */
@ApiTags('audit')
@Controller('v1/audit')
export class ProofsController {
  readonly #audit: OfficeAudit;

  constructor(@Inject(OFFICE) { audit }: Office) {
    this.#audit = audit;
  }

  /** The newest signed checkpoint (C2SP tlog-checkpoint) with the cosignatures that came in. */
  @Get('checkpoint')
  @ReadsWhole('proofs')
  @Header('content-type', TEXT)
  checkpoint(): string {
    const checkpoint = this.#audit.proofs.checkpoint();
    if (checkpoint === null) throw unsealed();
    return checkpoint.note;
  }

  /** Verifier keys, one a line: compare them with the ones that you were given on paper. */
  @Get('key')
  @ReadsWhole('proofs')
  @Header('content-type', TEXT)
  key(): string {
    const keys = this.#audit.verifierKeys();
    if (keys.length === 0) throw unsealed();
    return `${keys.join('\n')}\n`;
  }

  /** A tile of C2SP tlog-tiles; 404 where the newest checkpoint does not fill it yet. */
  @Get('tile/*')
  @ReadsWhole('proofs')
  @ApiParam({ name: '*', description: '`0/x001/234`, `0/000.p/17`, `entries/000`' })
  tile(@Param('*') path: string, @Res({ passthrough: true }) reply: FastifyReply): StreamableFile {
    const bytes = this.#audit.proofs.tile(`tile/${path}`);
    if (bytes === null) throw unsealed();
    void reply.header('cache-control', FOR_EVER);
    return new StreamableFile(bytes, { type: 'application/octet-stream' });
  }

  /** A `.tlog-proof` file. What was appended a moment ago is sealed first. */
  @Get('proof/event/:eventId')
  @ReadsWhole('proofs')
  @Header('content-type', TEXT)
  async proof(@Param() { eventId: id }: EventIdParams): Promise<string> {
    const known = this.#audit.proofs.proofText({ id });
    if (known !== null) return known;
    await this.#audit.sealNow();
    const proof = this.#audit.proofs.proofText({ id });
    if (proof === null) throw unsealed();
    return proof;
  }

  /** That the log of the first size is the beginning of the log of the second. */
  @Get('consistency')
  @ReadsWhole('proofs')
  consistency(@Query() { from, to }: ConsistencyDto): ConsistencyAnswer {
    if (from > to) throw invalid('/query/from', 'range.backwards', 'from is larger than to');
    if (to > (this.#audit.proofs.checkpoint()?.size ?? 0)) throw unsealed();
    return this.#audit.proofs.consistency(from, to);
  }
}
