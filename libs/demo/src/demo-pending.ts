import type { EventReader } from '@duban/event-store';
import { FIRST_STEP, LAST_STEP } from './cast/reference-steps.ts';

const holdsCases = async (reader: EventReader): Promise<boolean> => {
  const head = await reader.head();
  for (let after: Awaited<ReturnType<EventReader['head']>> | undefined; after !== head;) {
    const page = await reader.readLog({
      types: ['CaseOpened'],
      limit: 1,
      ...(after === undefined ? {} : { after }),
    });
    if (page.events.length > 0) return true;
    after = page.next;
  }
  return false;
};

const wrote = async (reader: EventReader, step: typeof FIRST_STEP): Promise<boolean> =>
  (await reader.findCommand(step.stream, step.commandId)).length > 0;

/**
 * Whether the demo is still to be told to this log, in whole or from where it was cut off. A log in which somebody
 * opened cases before is left alone, and so is one that holds a complete demo of whichever release.
 */
export const demoPending = async (reader: EventReader): Promise<boolean> => {
  if (await wrote(reader, LAST_STEP)) return false;
  return (await wrote(reader, FIRST_STEP)) || !(await holdsCases(reader));
};
