import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { CodedError } from '@duban/kernel';
import type { Office } from '../office/office.ts';
import { ReadQuery, ReadQueryHandler } from './read-query.ts';

const WAITING = 20;

/** Rows that are nearly built: all who ask now are told at the same moment that they are. */
const nearlyBuilt = () => {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const building = { handled: 99, total: 100, percent: 99, secondsLeft: 1 };
  let isBuilt = false;
  const rows = (): void => {
    if (!isBuilt) throw new CodedError('read-model.building', 'not yet');
  };
  const read = { building: () => (isBuilt ? null : building), whenBuilt: () => promise };
  const ready = (): void => {
    isBuilt = true;
    resolve(true);
  };
  return { office: { read } as unknown as Office, rows, ready };
};

it('those who waited for the same rows are answered in turns between which others are served', async () => {
  const { office, rows, ready } = nearlyBuilt();
  const handler = new ReadQueryHandler(office);
  let [turns, isOver] = [0, false];
  const seen: number[] = [];
  const question = (): void => {
    rows();
    seen.push(turns);
  };
  const answers = Array.from({ length: WAITING }, () => handler.execute(new ReadQuery(question)));
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
  const { office } = nearlyBuilt();
  expect(await new ReadQueryHandler(office).execute(new ReadQuery(() => 'a case'))).toBe('a case');
});

it('rows that are far from built are not waited for', async () => {
  const building = { handled: 1, total: 100, percent: 1, secondsLeft: 99 };
  const office = { read: { building: () => building } } as unknown as Office;
  const question = (): never => {
    throw new CodedError('read-model.building', 'not yet');
  };
  await expect(new ReadQueryHandler(office).execute(new ReadQuery(question))).rejects.toMatchObject({
    code: 'read-model.building',
  });
});
