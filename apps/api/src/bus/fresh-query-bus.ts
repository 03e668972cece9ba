import { setImmediate as nextTurn } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { QueryBus, type Query } from '@nestjs/cqrs';
import { CodedError, parsePosition } from '@duban/kernel';
import { ProblemError } from '@duban/nest';
import type { ReadStore } from '@duban/read-store';
import { READ_STORE } from '../ports/ports.ts';
import { FreshQuery } from './fresh-query.ts';

const PATIENCE_MS = 2_000;
const MOMENT_MS = 500;
const ALMOST_PERCENT = 99;

/** Those who waited come in one in each turn of the loop: all at once, they would keep everybody else waiting. */
const oneByOne = () => {
  let last: Promise<void> = Promise.resolve();
  return (): Promise<void> => (last = last.then(() => nextTurn()));
};

/** A switch to rows that were built anew takes a moment; a first build takes longer than anybody waits. */
const isNearlyThere = (error: unknown, read: Rows): boolean =>
  error instanceof CodedError &&
  error.code === 'read-model.building' &&
  (read.building()?.percent ?? ALMOST_PERCENT) >= ALMOST_PERCENT;

type Rows = Pick<ReadStore, 'building' | 'waitFor' | 'health' | 'whenBuilt'>;

/** Read your own writes, or say by how much the read model is behind. */
const caughtUp = async (read: Rows, after: string | undefined): Promise<void> => {
  const position = after === undefined ? null : parsePosition(after);
  if (position === null) return;
  const building = read.building();
  if (building !== null) throw new ProblemError('read-model.building', { details: building });
  if (await read.waitFor(position, PATIENCE_MS)) return;
  throw new ProblemError('read-model-behind', { lag: read.health().lag });
};

/** The bus that every read goes over: waits for the position that a question names, and a moment for rows that are nearly built. */
@Injectable()
export class FreshQueryBus extends QueryBus {
  readonly #read: Rows;
  readonly #comeIn = oneByOne();

  constructor(moduleRef: ModuleRef, @Inject(READ_STORE) read: Rows) {
    super(moduleRef);
    this.#read = read;
  }

  /** Only what needs the rows waits for them: a case is told from its own events. */
  override async execute<Answer>(query: Query<Answer>): Promise<Answer> {
    if (query instanceof FreshQuery) await caughtUp(this.#read, query.after);
    try {
      return await super.execute(query);
    } catch (error) {
      if (!isNearlyThere(error, this.#read)) throw error;
      await this.#read.whenBuilt(MOMENT_MS);
      await this.#comeIn();
      return super.execute(query);
    }
  }
}
