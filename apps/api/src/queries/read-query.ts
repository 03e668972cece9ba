import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { parsePosition } from '@duban/kernel';
import { ProblemError } from '@duban/nest';
import type { ReadStore } from '@duban/read-store';
import { OFFICE, type Office } from '../office/office.ts';

type Ask<Answer> = (read: ReadStore, office: Office) => Answer | Promise<Answer>;

/** A question to the read models; `after` is a position that the answer must already know of. */
export class ReadQuery<Answer> extends Query<Answer> {
  readonly ask: Ask<Answer>;
  readonly after: string | undefined;

  constructor(ask: Ask<Answer>, after?: string) {
    super();
    this.ask = ask;
    this.after = after;
  }
}

const PATIENCE_MS = 2_000;
const MOMENT_MS = 500;
const ALMOST_PERCENT = 99;

/** A switch to rows that were built anew takes a moment; a first build takes longer than anybody waits. */
const whole = async (read: ReadStore): Promise<void> => {
  const building = read.building();
  if (building !== null && (building.percent ?? ALMOST_PERCENT) >= ALMOST_PERCENT)
    await read.whenBuilt(MOMENT_MS);
};

/** Read your own writes, or say by how much the read model is behind. */
const caughtUp = async (read: ReadStore, after: string | undefined): Promise<void> => {
  const position = after === undefined ? null : parsePosition(after);
  if (position === null) return;
  const building = read.building();
  if (building !== null) throw new ProblemError('read-model.building', { details: building });
  if (await read.waitFor(position, PATIENCE_MS)) return;
  throw new ProblemError('read-model-behind', { lag: read.health().lag });
};

@QueryHandler(ReadQuery)
export class ReadQueryHandler implements IQueryHandler<ReadQuery<unknown>> {
  readonly #office: Office;

  constructor(@Inject(OFFICE) office: Office) {
    this.#office = office;
  }

  async execute({ ask, after }: ReadQuery<unknown>): Promise<unknown> {
    await whole(this.#office.read);
    await caughtUp(this.#office.read, after);
    return ask(this.#office.read, this.#office);
  }
}
