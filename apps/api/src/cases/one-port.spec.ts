import { Module } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { Test } from '@nestjs/testing';
import { expect, it } from '@jest/globals';
import type { CommandOutcome, SentCaseCommand } from '@duban/application';
import { LOG_START } from '@duban/kernel';
import { METRICS } from '@duban/nest';
import { BusModule } from '../bus/bus.module.ts';
import { CASE_COMMANDS, EVENT_STORE, READ_STORE, RESTRICTED_CASES } from '../ports/ports.ts';
import { CasesModule } from './cases.module.ts';
import { ListCases } from './list-cases.query.ts';
import { SendCaseCommand } from './send-case-command.ts';

@Module({})
class Ports {}

/** The module of cases over these ports alone: no log, no file, no server. The others are there by name and can do nothing. */
const casesOver = async (given: ReadonlyMap<symbol, unknown>) => {
  const tokens = [CASE_COMMANDS, EVENT_STORE, READ_STORE, RESTRICTED_CASES, METRICS];
  const providers = tokens.map((provide) => ({
    provide,
    useValue: given.get(provide) ?? {},
  }));
  const module = await Test.createTestingModule({
    imports: [{ module: Ports, global: true, providers, exports: tokens }, BusModule, CasesModule],
  }).compile();
  await module.init();
  return {
    commands: module.get(CommandBus, { strict: false }),
    queries: module.get(QueryBus, { strict: false }),
  };
};

const measured: unknown[] = [];
const metrics = { command: (...facts: readonly unknown[]) => measured.push(facts.slice(0, 2)) };

it('one port of the module of cases is replaced, and nothing else is built', async () => {
  const outcome: CommandOutcome = { outcome: 'nothing-to-do', revision: 3, position: LOG_START };
  const sentTo: string[] = [];
  const cases = async (caseId: string): Promise<CommandOutcome> => {
    sentTo.push(caseId);
    return outcome;
  };
  const { commands } = await casesOver(
    new Map<symbol, unknown>([
      [CASE_COMMANDS, cases],
      [METRICS, metrics],
    ]),
  );
  const sent = { type: 'ArchiveCase' } as unknown as SentCaseCommand;
  expect(await commands.execute(new SendCaseCommand('DB-1', sent))).toBe(outcome);
  expect(sentTo).toEqual(['DB-1']);
  expect(measured).toEqual([['ArchiveCase', 'nothing-to-do']]);
});

it('a list of cases needs the rows alone, for whom nothing is shut', async () => {
  const page = { items: [], next: null };
  const { queries } = await casesOver(new Map<symbol, unknown>([[READ_STORE, { cases: () => page }]]));
  const asker = {
    id: 'person:so',
    name: 'so',
    role: 'supervision-office',
    organ: 'so',
    expiresAt: 0,
  } as const;
  const query = { cursor: 'x' };
  expect(await queries.execute(new ListCases({ query, asker }))).toEqual(page);
});
