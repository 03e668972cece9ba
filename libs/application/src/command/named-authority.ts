import { decodeEventOf } from '@duban/contracts';
import {
  mandateDecider,
  mandateStream,
  meetingDecider,
  meetingStream,
  type KnownAuthority,
  type ReadEntry,
} from '@duban/domain';
import type { EventReader } from '@duban/event-store';
import type { Grounds, Message } from '@duban/kernel';
import { loadStream, type Folding } from './loaded-stream.ts';

const meetings = { decider: meetingDecider, decode: decodeEventOf('meeting') };
const mandates = { decider: mandateDecider, decode: decodeEventOf('mandate') };

/** An entry of a register as its stream has it now; null: there is none. */
export const readEntry = async <State, Event extends Message>(
  reader: EventReader,
  kind: Folding<State, Event>,
  stream: string,
): Promise<ReadEntry<State> | null> => {
  const { state, revision } = await loadStream(reader, kind, stream);
  return revision === null ? null : { state, revision };
};

/** The meeting and the mandate that a command names, read by their ids; without either nothing is read. */
export const namedAuthority = async (
  reader: EventReader,
  { decision, mandate }: Grounds,
): Promise<Pick<KnownAuthority, 'meeting' | 'mandate'>> => {
  const meeting = decision?.meeting;
  const [read, given] = await Promise.all([
    meeting === undefined ? null : readEntry(reader, meetings, meetingStream(meeting)),
    mandate === undefined ? null : readEntry(reader, mandates, mandateStream(mandate.id)),
  ]);
  return { meeting: read, mandate: given };
};

/** What is stored of the grounds: the registers' revisions as they were read, whatever the sender said of them. */
export const groundsAsRead = (
  { decision, mandate, ...others }: Grounds,
  { meeting, mandate: given }: Pick<KnownAuthority, 'meeting' | 'mandate'>,
): Grounds => ({
  ...others,
  ...(decision === undefined
    ? {}
    : { decision: meeting === null ? decision : { ...decision, revision: meeting.revision } }),
  ...(mandate === undefined
    ? {}
    : { mandate: given === null ? mandate : { ...mandate, revision: given.revision } }),
});
