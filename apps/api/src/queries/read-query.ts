import { setImmediate as nextTurn } from 'node:timers/promises';
import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { CodedError, parsePosition } from '@duban/kernel';
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

/** Those who waited come in one in each turn of the loop: all at once, they would keep everybody else waiting. */
const oneByOne = () => {
  let last: Promise<void> = Promise.resolve();
  return (): Promise<void> => (last = last.then(() => nextTurn()));
};

/** A switch to rows that were built anew takes a moment; a first build takes longer than anybody waits. */
const isNearlyThere = (error: unknown, read: ReadStore): boolean =>
  error instanceof CodedError &&
  error.code === 'read-model.building' &&
  (read.building()?.percent ?? ALMOST_PERCENT) >= ALMOST_PERCENT;

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
  readonly #comeIn = oneByOne();

  constructor(@Inject(OFFICE) office: Office) {
    this.#office = office;
  }

  /** Only what needs the rows waits for them: a case is told from its own events. */
  async execute({ ask, after }: ReadQuery<unknown>): Promise<unknown> {
    const { read } = this.#office;
    await caughtUp(read, after);
    try {
      return await ask(read, this.#office);
    } catch (error) {
      if (!isNearlyThere(error, read)) throw error;
      await read.whenBuilt(MOMENT_MS);
      await this.#comeIn();
      return ask(read, this.#office);
    }
  }
}
