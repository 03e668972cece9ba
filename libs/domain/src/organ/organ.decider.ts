import { rejected, type Decider, type Message, type Rejected } from '@duban/kernel';
import { isIsoDate } from '../calendar/iso-date.ts';
import { sameFacts } from '../equality/same-facts.ts';
import type {
  OrganDissolved,
  OrganEvent,
  OrganMerged,
  OrganRegistered,
  OrganRenamed,
} from './organ.events.ts';
import type { OrganEnd, OrganState, RegisteredOrgan } from './organ.state.ts';

export type OrganCommand =
  | Message<'RegisterOrgan', OrganRegistered['data']>
  | Message<'RenameOrgan', OrganRenamed['data']>
  | Message<'MergeOrgan', OrganMerged['data']>
  | Message<'DissolveOrgan', OrganDissolved['data']>;

export type OrganRejection =
  | 'organ.other-id'
  | 'organ.unknown'
  | 'organ.known-differently'
  | 'organ.name-blank'
  | 'organ.date-invalid'
  | 'organ.date-before-last-change'
  | 'organ.own-successor'
  | 'organ.ended';

type Decision = readonly OrganEvent[] | Rejected<OrganRejection>;

const dateOf = (command: OrganCommand): string => {
  switch (command.type) {
    case 'RegisterOrgan':
      return command.data.since;
    case 'RenameOrgan':
      return command.data.from;
    case 'MergeOrgan':
    case 'DissolveOrgan':
      return command.data.on;
  }
};

/** What is wrong with the command itself, whatever the state. */
const malformed = (command: OrganCommand): Rejected<OrganRejection> | null => {
  if (!isIsoDate(dateOf(command))) return rejected('organ.date-invalid', { date: dateOf(command) });
  if ('name' in command.data && command.data.name.trim() === '') return rejected('organ.name-blank');
  return null;
};

const register = (data: OrganRegistered['data'], state: OrganState): Decision => {
  if (state.status === 'unregistered') return [{ type: 'OrganRegistered', data }];
  const first = { kind: state.kind, ...state.names[0] };
  return sameFacts(first, { kind: data.kind, name: data.name, from: data.since })
    ? []
    : rejected('organ.known-differently');
};

const tooEarly = (date: string, organ: RegisteredOrgan): Rejected<OrganRejection> | null => {
  const last = organ.names.at(-1)?.from ?? date;
  return date < last ? rejected('organ.date-before-last-change', { notBefore: last }) : null;
};

const rename = ({ organId, name, from }: OrganRenamed['data'], organ: RegisteredOrgan): Decision => {
  if (organ.names.some((known) => sameFacts(known, { name, from }))) return [];
  if (organ.end !== null) return rejected('organ.ended', { on: organ.end.on });
  const refused = tooEarly(from, organ);
  if (refused !== null) return refused;
  return organ.names.at(-1)?.name === name ? [] : [{ type: 'OrganRenamed', data: { organId, name, from } }];
};

const end = (event: OrganMerged | OrganDissolved, how: OrganEnd, organ: RegisteredOrgan): Decision => {
  if (organ.end !== null)
    return sameFacts(organ.end, how) ? [] : rejected('organ.ended', { on: organ.end.on });
  if (how.successor === organ.organId) return rejected('organ.own-successor');
  return tooEarly(how.on, organ) ?? [event];
};

/** The register of organs, one stream each: what they were called when, and who came after them. */
export const organDecider: Decider<OrganState, OrganCommand, OrganEvent, OrganRejection> = {
  initialState: { status: 'unregistered' },

  decide: (command, state) => {
    if (state.status !== 'unregistered' && state.organId !== command.data.organId) {
      return rejected('organ.other-id', { organId: state.organId });
    }
    const refused = malformed(command);
    if (refused !== null) return refused;
    if (command.type === 'RegisterOrgan') return register(command.data, state);
    if (state.status === 'unregistered') return rejected('organ.unknown');
    switch (command.type) {
      case 'RenameOrgan':
        return rename(command.data, state);
      case 'MergeOrgan': {
        const { organId, into, on } = command.data;
        return end(
          { type: 'OrganMerged', data: { organId, into, on } },
          { how: 'merged', on, successor: into },
          state,
        );
      }
      case 'DissolveOrgan': {
        const { organId, successor, on } = command.data;
        return end(
          { type: 'OrganDissolved', data: { organId, successor, on } },
          { how: 'dissolved', on, successor },
          state,
        );
      }
    }
  },

  evolve: (state, { type, data }) => {
    if (type === 'OrganRegistered') {
      const { organId, kind, name, since } = data;
      return { status: 'active', organId, kind, names: [{ name, from: since }], end: null };
    }
    if (state.status === 'unregistered') return state;
    switch (type) {
      case 'OrganRenamed':
        return { ...state, names: [...state.names, { name: data.name, from: data.from }] };
      case 'OrganMerged':
        return { ...state, status: 'ended', end: { how: 'merged', on: data.on, successor: data.into } };
      case 'OrganDissolved':
        return {
          ...state,
          status: 'ended',
          end: { how: 'dissolved', on: data.on, successor: data.successor },
        };
    }
  },
};
