import { errorEntry } from '@duban/contracts';
import type { PublicEvent, Watch } from '@duban/subscriber';
import type { Console } from '../output/console.ts';
import { tailTexts } from '../texts/tail.texts.ts';

/** Says on stderr how the connection stands; `place` is what is connected to. */
export const connectionNotes = ({ note, language }: Console, place: string): Watch => {
  let wasConnected = false;
  return ({ status, lastFault }) => {
    if (status === 'running') {
      note(`${tailTexts[wasConnected ? 'again' : 'connected'][language]} ${place}`);
      wasConnected = true;
    }
    if (status === 'retrying') {
      note(`${tailTexts[wasConnected ? 'lost' : 'notYet'][language]}: ${lastFault ?? ''}`);
    }
  };
};

const GAP = 'subscriber.sequence-gap';
const NUMBER = /^\d+$/;

/** How many sequence numbers are missing between two events of one source; none where they are no numbers. */
const missingBetween = (after: string | null, sequence: string): bigint => {
  if (after === null || !NUMBER.test(after) || !NUMBER.test(sequence)) return 0n;
  return BigInt(sequence) - BigInt(after) - 1n;
};

/**
 * Says where the sequence of a source has a hole. That is no fault by itself: some events are private. Whether it is one,
 * only the log can tell.
 */
export const noteGap = (
  { note, language }: Console,
  { partitionkey, sequence }: PublicEvent,
  after: string | null,
): void => {
  if (missingBetween(after, sequence) <= 0n) return;
  const span = `${tailTexts.gap[language]} ${BigInt(after ?? 0)} → ${BigInt(sequence)}`;
  note(`${partitionkey}: ${span}: ${errorEntry(GAP).title[language]} [${GAP}]`);
};
