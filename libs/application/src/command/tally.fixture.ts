import { rejected, type Decider, type Message } from '@duban/kernel';
import type { CommandEnvelope } from './command-envelope.ts';
import type { PreparedCommand } from './command-handler.ts';
import type { StreamKind } from './stream-kind.ts';

/** A decider small enough to see through: adds up to ten and refuses what goes beyond. */
export type Add = Message<'Add', { readonly n: number }>;
export type Added = Message<'Added', { readonly n: number }>;

const tallyDecider: Decider<number, Add, Added, 'tally.full'> = {
  initialState: 0,
  decide: ({ data: { n } }, sum) => {
    if (n === 0) return [];
    return sum + n > 10 ? rejected('tally.full', { sum }) : [{ type: 'Added', data: { n } }];
  },
  evolve: (sum, { data: { n } }) => sum + n,
};

export const tallyKind: StreamKind<number, Add, Added, 'tally.full'> = {
  decider: tallyDecider,
  encode: ({ type, data }) => ({ type, schemaVersion: 1, data }),
  decode: ({ type, data, id, revision, metadata: { occurredAt, recordedAt, actor } }) => ({
    type: type as 'Added',
    data: data as Added['data'],
    id,
    revision,
    occurredAt,
    recordedAt,
    decidedOn: recordedAt.slice(0, 10),
    actor,
  }),
};

export const add = (
  n: number,
  commandId: string,
  more: Partial<CommandEnvelope<Add>> = {},
): PreparedCommand<Add> => {
  const sent: CommandEnvelope<Add> = {
    type: 'Add',
    data: { n },
    commandId,
    actor: { id: 'person:1', role: 'supervision-office', organ: 'so' },
    ...more,
  };
  return {
    stream: 'tally-1',
    sent,
    decidedAt: () => ({
      command: { type: 'Add', data: { n } },
      grounds: { occurredAt: '2026-03-05T09:00:00+08:00', ruleSet: null, calendar: null },
    }),
  };
};
