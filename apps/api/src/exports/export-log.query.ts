import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { EventReader } from '@duban/event-store';
import type { Position } from '@duban/kernel';
import type { Principal } from '@duban/nest';
import { RestrictedReach } from '../access/restricted-reach.ts';
import { FreshQuery } from '../bus/fresh-query.ts';
import { EVENT_STORE } from '../ports/ports.ts';
import type { Blocks } from './blocks.ts';
import { pinnedEnd } from './pinned-end.ts';
import { seenLog } from './seen-log.ts';
import type { ExportTask } from './thread/export-task.ts';
import { runExport } from './thread/run-export.ts';

type LogTask = Extract<ExportTask, { readonly end: Position }>;
/** Which file, but for its end. */
type LogFile = {
  readonly [Kind in LogTask['kind']]: Omit<Extract<LogTask, { kind: Kind }>, 'end'>;
}[LogTask['kind']];

type Asked = {
  readonly file: LogFile;
  readonly position: string | undefined;
  readonly asker: Principal;
};
type LogExport = { readonly end: Position; readonly blocks: Blocks };

/** The whole history for process mining, up to a position. */
export class ExportLog extends FreshQuery<Asked, LogExport> {}

@QueryHandler(ExportLog)
export class ExportLogHandler implements IQueryHandler<ExportLog> {
  readonly #store: EventReader;
  readonly #reach: RestrictedReach;

  constructor(@Inject(EVENT_STORE) store: EventReader, reach: RestrictedReach) {
    this.#store = store;
    this.#reach = reach;
  }

  async execute({ asked: { file, position, asker } }: ExportLog): Promise<LogExport> {
    const log = await seenLog(this.#store, this.#reach, asker);
    const end = await pinnedEnd(log, position);
    return { end, blocks: runExport({ ...file, end }, { log }) };
  }
}
