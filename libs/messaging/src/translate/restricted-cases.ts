import { comparePositions, LOG_START, type Position } from '@duban/kernel';
import type { EventReader, StoredEvent } from '@duban/event-store';

type Place = Pick<StoredEvent, 'stream' | 'position'>;

/** From the restriction on, itself included, up to the lifting, which is none of it; `until` null: it holds now. */
type Span = { readonly from: Position; readonly until: Position | null };

/** What of the log does not go to everybody, as the log has it: after a restart as before it, only the log is asked. */
export type RestrictedCases = {
  /** Right up to the end that the log has now. */
  readonly upToNow: () => Promise<void>;
  /** Results of the case, or of the case of the survey, are withheld: nothing of it leaves to those who only count, or where nothing can be taken back. */
  readonly isWithheld: (stream: string) => boolean;
  /** The case, or the case of the survey, is restricted now: it is not shown to readers, nor is its past. */
  readonly isRestricted: (stream: string) => boolean;
  /** Whether the event goes out as a marker: its case is restricted now, or was when it was recorded. */
  readonly isHeldBack: (event: Place) => boolean;
  /** Whether it was recorded in a restriction, lifted since or not. */
  readonly wasHeldBack: (event: Place) => boolean;
  /** The streams of cases that are restricted now. */
  readonly streams: () => readonly string[];
  /** The case's own stream and those of its surveys. */
  readonly streamsAround: (stream: string) => readonly string[];
};

const WITHHELD = 'PublicationWithheld';
const SURVEYED = 'SurveyDesigned';
const RESTRICTED = 'CaseRestricted';
export const LIFTED = 'RestrictionLifted';
const TYPES = [WITHHELD, SURVEYED, RESTRICTED, LIFTED];

const holds = ({ from, until }: Span, position: Position): boolean =>
  comparePositions(from, position) <= 0 && (until === null || comparePositions(position, until) < 0);

/** Restrictions of each case in the order of the log. */
class Spans {
  readonly #spans = new Map<string, readonly Span[]>();

  of(stream: string): readonly Span[] {
    return this.#spans.get(stream) ?? [];
  }

  begin(stream: string, from: Position): void {
    this.#spans.set(stream, [...this.of(stream), { from, until: null }]);
  }

  end(stream: string, until: Position): void {
    const spans = this.of(stream).map((span) => (span.until === null ? { ...span, until } : span));
    this.#spans.set(stream, spans);
  }

  holdsNow(stream: string): boolean {
    return this.of(stream).at(-1)?.until === null;
  }

  streams(): readonly string[] {
    return [...this.#spans.keys()].filter((stream) => this.holdsNow(stream));
  }
}

/** Reads a few kinds of events once, and then what came since. */
export const restrictedCases = (reader: Pick<EventReader, 'readLog'>): RestrictedCases => {
  const withheld = new Set<string>();
  const spans = new Spans();
  const caseOf = new Map<string, string>();
  let after = LOG_START;
  let turn: Promise<void> = Promise.resolve();

  const learn = ({ type, stream, data, position }: StoredEvent): void => {
    if (type === WITHHELD) withheld.add(stream);
    if (type === RESTRICTED) spans.begin(stream, position);
    if (type === LIFTED) spans.end(stream, position);
    if (type === SURVEYED && typeof data['caseId'] === 'string') caseOf.set(stream, `case-${data['caseId']}`);
  };
  const read = async (): Promise<void> => {
    for (;;) {
      const page = await reader.readLog({ after, types: TYPES });
      page.events.forEach(learn);
      if (page.next === after) return;
      after = page.next;
    }
  };
  const ofCase = (stream: string): string => caseOf.get(stream) ?? stream;
  const wasHeldBack = ({ stream, position }: Place): boolean =>
    spans.of(ofCase(stream)).some((span) => holds(span, position));
  return {
    upToNow: () => {
      const next = turn.then(read);
      turn = next.catch(() => undefined);
      return next;
    },
    isWithheld: (stream) => withheld.has(ofCase(stream)),
    isRestricted: (stream) => spans.holdsNow(ofCase(stream)),
    isHeldBack: (event) => spans.holdsNow(ofCase(event.stream)) || wasHeldBack(event),
    wasHeldBack,
    streams: () => spans.streams(),
    streamsAround: (stream) => [
      stream,
      ...[...caseOf].flatMap(([survey, surveyed]) => (surveyed === stream ? [survey] : [])),
    ],
  };
};
