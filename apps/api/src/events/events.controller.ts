import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { audienceOf, restrictionShuts } from '@duban/application';
import type { Audience } from '@duban/contracts';
import { comparePositions, parsePosition, type Position } from '@duban/kernel';
import {
  Asker,
  headerOf,
  invalid,
  LOGGER,
  METRICS,
  ReadsWhole,
  type FastifyReply,
  type FastifyRequest,
  type Logger,
  type Metrics,
  type Principal,
} from '@duban/nest';
import { ReadRecorder } from '../audit/reads/read-recorder.ts';
import type { EventFeed, FeedEntry } from '../composition/event-feed.ts';
import { EVENT_FEED } from '../ports/ports.ts';
import { EventStream, STREAM_TIMES } from './event-stream.ts';
import { EventsDto } from './events.dto.ts';

const textOf =
  (audience: Audience) =>
  ({ text, skeleton }: FeedEntry): string | null =>
    audience === 'analysis' ? skeleton : text;

const wanted =
  ({ types, caseId }: EventsDto, role: string) =>
  (entry: FeedEntry): boolean =>
    !(entry.isWithheld && audienceOf(role) === 'analysis') &&
    entry.for !== (restrictionShuts(role) === 'none' ? 'others' : 'office') &&
    (types === undefined || types.includes(entry.event.type)) &&
    (caseId === undefined || entry.event.partitionkey === caseId);

/** The public events as they happen, in the order of the log; the same as on Kafka (contracts.md section 3). */
@ApiTags('events')
@Controller('events')
export class EventsController {
  readonly #feed: EventFeed;
  readonly #metrics: Metrics;
  readonly #logger: Logger;
  readonly #recorder: ReadRecorder;

  constructor(
    @Inject(EVENT_FEED) feed: EventFeed,
    @Inject(METRICS) metrics: Metrics,
    @Inject(LOGGER) logger: Logger,
    recorder: ReadRecorder,
  ) {
    this.#feed = feed;
    this.#metrics = metrics;
    this.#recorder = recorder;
    this.#logger = logger;
  }

  @Get()
  @ReadsWhole('events')
  @ApiProduces('text/event-stream')
  async follow(
    @Query() query: EventsDto,
    @Asker() { role, expiresAt: until }: Principal,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const from = await this.#startOf(request, query);
    reply.hijack();
    const { raw } = reply;
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (value !== undefined) raw.setHeader(name, value);
    }
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    // An id without data: who is cut off before the first event comes resumes where this stream began.
    raw.write(`: Duban events\nretry: 3000\nid: ${from}\n\n`);
    const beforeShown = this.#recorder.daily(request, 'events');
    const audience = audienceOf(role);
    const told = { wants: wanted(query, role), textOf: textOf(audience) };
    const question = { from, ...told, times: STREAM_TIMES, until, beforeShown };
    const stream = new EventStream(raw, this.#feed, question);
    await stream.run().then(
      (how) => {
        if (how === 'dropped') this.#metrics.sseDropped();
      },
      (error: unknown) => {
        this.#logger.error({ err: error, traceId: request.id }, 'event stream failed');
        raw.destroy();
      },
    );
  }

  /** @throws ProblemError `validation-failed` for a position that this log cannot have given out */
  async #startOf(request: FastifyRequest, { after }: EventsDto): Promise<Position> {
    const head = await this.#feed.head();
    const text = headerOf(request, 'last-event-id') ?? after;
    if (text === undefined) return head;
    const position = parsePosition(text);
    if (position !== null && comparePositions(position, head) <= 0) return position;
    throw invalid('/headers/last-event-id', 'position.unknown', 'this log has not given out such a position');
  }
}
