import { audienceOf } from '@duban/application';
import { eventSeenBy } from '@duban/contracts';
import type { PagedLog, ExportedEvent } from '@duban/interchange';
import type { Principal } from '@duban/nest';
import type { Office } from '../office/office.ts';
import { shutStreams } from '../queries/shut-cases.ts';

type Shown = (event: ExportedEvent) => readonly ExportedEvent[];

/** What was open when an export began stays so to its end: its passes have to agree. */
const sameForOne = (isShut: (stream: string) => boolean): ((stream: string) => boolean) => {
  const answers = new Map<string, boolean>();
  return (stream) => {
    const known = answers.get(stream) ?? isShut(stream);
    answers.set(stream, known);
    return known;
  };
};

const shownTo = async (office: Pick<Office, 'restricted' | 'read'>, asker: Principal): Promise<Shown> => {
  const { restricted } = office;
  const audience = audienceOf(asker.role);
  const shut = new Set(await shutStreams(office, asker));
  await restricted.upToNow();
  const isShut = sameForOne(
    (stream) => shut.has(stream) || (audience === 'analysis' && restricted.isWithheld(stream)),
  );
  return (event) => {
    const seen = isShut(event.stream) ? null : eventSeenBy(event, audience);
    return seen === null ? [] : [seen];
  };
};

/** The log as the asker may have it: papers of the office masked or left out, no case that is restricted for them, and for analysts none whose results are withheld. */
export const seenLog = async (
  office: Pick<Office, 'restricted' | 'read' | 'store'>,
  asker: Principal,
): Promise<PagedLog> => {
  const { store } = office;
  const shown = await shownTo(office, asker);
  return {
    head: () => store.head(),
    readLog: async (options) => {
      const page = await store.readLog(options);
      return { ...page, events: page.events.flatMap(shown) };
    },
    readStream: async (stream, options) => {
      const page = await store.readStream(stream, options);
      return { ...page, events: page.events.flatMap(shown) };
    },
  };
};
