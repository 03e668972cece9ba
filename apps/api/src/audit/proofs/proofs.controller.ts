import { Controller, Get, Header, Param, Query, Res, StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { ConsistencyAnswer } from '@duban/contracts';
import { ReadsWhole, type FastifyReply } from '@duban/nest';
import { FindCheckpoint, FindTile, FindVerifierKeys, ProveConsistency, ProveEvent } from './proof.queries.ts';
import { ConsistencyDto, EventIdParams } from './proofs.dto.ts';

const TEXT = 'text/plain; charset=utf-8';
/** A tile never changes; who may see it is asked anew by everybody, so only the asker's own cache keeps it. */
const FOR_EVER = 'private, max-age=31536000, immutable';

/** The log of proofs: signed heads, and what leads from one of them to a record. Digests and labels, no contents. */
@ApiTags('audit')
@Controller('v1/audit')
export class ProofsController {
  readonly #bus: QueryBus;

  constructor(bus: QueryBus) {
    this.#bus = bus;
  }

  /** The newest signed checkpoint (C2SP tlog-checkpoint) with the cosignatures that came in. */
  @Get('checkpoint')
  @ReadsWhole('proofs')
  @Header('content-type', TEXT)
  checkpoint(): Promise<string> {
    return this.#bus.execute(new FindCheckpoint());
  }

  /** Verifier keys, one a line: compare them with the ones that you were given on paper. */
  @Get('key')
  @ReadsWhole('proofs')
  @Header('content-type', TEXT)
  key(): Promise<string> {
    return this.#bus.execute(new FindVerifierKeys());
  }

  /** A tile of C2SP tlog-tiles; 404 where the newest checkpoint does not fill it yet. */
  @Get('tile/*')
  @ReadsWhole('proofs')
  @ApiParam({ name: '*', description: '`0/x001/234`, `0/000.p/17`, `entries/000`' })
  async tile(
    @Param('*') path: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const bytes = await this.#bus.execute(new FindTile(path));
    void reply.header('cache-control', FOR_EVER);
    return new StreamableFile(bytes, { type: 'application/octet-stream' });
  }

  /** A `.tlog-proof` file. What was appended a moment ago is sealed first. */
  @Get('proof/event/:eventId')
  @ReadsWhole('proofs')
  @Header('content-type', TEXT)
  proof(@Param() { eventId }: EventIdParams): Promise<string> {
    return this.#bus.execute(new ProveEvent(eventId));
  }

  /** That the log of the first size is the beginning of the log of the second. */
  @Get('consistency')
  @ReadsWhole('proofs')
  consistency(@Query() { from, to }: ConsistencyDto): Promise<ConsistencyAnswer> {
    return this.#bus.execute(new ProveConsistency(from, to));
  }
}
