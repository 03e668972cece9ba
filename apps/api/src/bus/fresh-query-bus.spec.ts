import { setImmediate as nextTurn } from 'node:timers/promises';
import { Module } from '@nestjs/common';
import { QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Test } from '@nestjs/testing';
import { expect, it } from '@jest/globals';
import { CodedError, LOG_START } from '@duban/kernel';
import { METRICS } from '@duban/nest';
import { READ_STORE } from '../ports/ports.ts';
import { BusModule } from './bus.module.ts';
import { FreshQuery } from './fresh-query.ts';

const WAITING = 20;

class Ask extends FreshQuery<() => unknown, unknown> {}

@QueryHandler(Ask)
class AskHandler implements IQueryHandler<Ask> {
  async execute({ asked }: Ask): Promise<unknown> {
    return asked();
  }
}

/** A bus over these rows, and over nothing else. */
const busOver = async (rows: object): Promise<QueryBus> => {
  const ports = [
    { provide: READ_STORE, useValue: rows },
    { provide: METRICS, useValue: {} },
  ];
  @Module({})
  class Ports {}
  const module = await Test.createTestingModule({
    imports: [{ module: Ports, global: true, providers: ports, exports: [READ_STORE, METRICS] }, BusModule],
    providers: [AskHandler],
  }).compile();
  await module.init();
  return module.get(QueryBus, { strict: false });
};

/** Rows that are nearly built: all who ask now are told at the same moment that they are. */
const nearlyBuilt = () => {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const building = { handled: 99, total: 100, percent: 99, secondsLeft: 1 };
  let isBuilt = false;
  const check = (): void => {
    if (!isBuilt) throw new CodedError('read-model.building', 'not yet');
  };
  const ready = (): void => {
    isBuilt = true;
    resolve(true);
  };
  return { rows: { building: () => (isBuilt ? null : building), whenBuilt: () => promise }, check, ready };
};

it('questions that waited for the same rows are answered in turns between which others are served', async () => {
  const { rows, check, ready } = nearlyBuilt();
  const bus = await busOver(rows);
  let [turns, isOver] = [0, false];
  const seen: number[] = [];
  const question = (): void => {
    check();
    seen.push(turns);
  };
  const answers = Array.from({ length: WAITING }, () => bus.execute(new Ask(question)));
  const serve = async (): Promise<void> => {
    for (; !isOver; turns += 1) await nextTurn();
  };
  const served = serve();
  await nextTurn();
  ready();
  await Promise.all(answers);
  isOver = true;
  await served;
  expect(seen).toHaveLength(WAITING);
  expect(new Set(seen).size).toBe(WAITING);
});

it('a question that needs no rows does not wait for them', async () => {
  const bus = await busOver(nearlyBuilt().rows);
  expect(await bus.execute(new Ask(() => 'a case'))).toBe('a case');
});

it('rows that are far from built are not waited for', async () => {
  const bus = await busOver({
    building: () => ({ handled: 1, total: 100, percent: 1, secondsLeft: 99 }),
  });
  const question = (): never => {
    throw new CodedError('read-model.building', 'not yet');
  };
  await expect(bus.execute(new Ask(question))).rejects.toMatchObject({ code: 'read-model.building' });
});

it('a question that names a position is told by how much the rows are behind', async () => {
  const bus = await busOver({
    building: () => null,
    waitFor: async () => false,
    health: () => ({ lag: 7 }),
  });
  await expect(bus.execute(new Ask(() => 'a case', { after: LOG_START }))).rejects.toMatchObject({
    code: 'read-model-behind',
  });
});
