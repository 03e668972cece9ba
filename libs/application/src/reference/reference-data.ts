import { LOG_START, type Position } from '@duban/kernel';
import {
  bodyDecider,
  calendarAt,
  calendarDecider,
  calendarStream,
  currentCalendar,
  emptyCalendar,
  linkedPersonsOf,
  organDecider,
  postsDecider,
  ruleSetDecider,
  ruleSetName,
  ruleSetOn,
  ruleSetStream,
  type Calendar,
  type CalendarState,
  type BodyState,
  type LinkedPersons,
  type OrganState,
  type PostsState,
  type ReadEntry,
  type RuleSet,
  type RuleSetState,
  ownEntry,
} from '@duban/domain';
import { decodeEventOf } from '@duban/contracts';
import type { EventReader, StoredEvent } from '@duban/event-store';

export type ReferenceChoice = {
  /** Which rule set new assignments pin, and which calendar due dates are counted by. */
  readonly ruleSetId: string;
  readonly region: string;
};

/** The rules and calendars of this office as of the latest event: values, passed to decisions as data. */
export type ReferenceData = {
  readonly calendar: Calendar;
  /** The calendar as it was under an earlier version; null where the log has none of this name. */
  readonly calendarAt: (version: string) => Calendar | null;
  readonly ruleSets: Readonly<Record<string, RuleSet>>;
  /** Name of the rule set in force on an ISO date; null when none was published for it. */
  readonly ruleSetOn: (date: string) => string | null;
  /** Every registered organ by its id, ended ones included. */
  readonly organs: Readonly<Record<string, OrganState>>;
  /** Logins that are one person, with the id that stands for all of them. */
  readonly linkedPersons: LinkedPersons;
  /** Every registered body by its id, and the revision of its stream. */
  readonly bodies: Readonly<Record<string, ReadEntry<BodyState>>>;
  /** Last days of terms 换届, past ones included. */
  readonly termEnds: readonly string[];
};

export type ReferenceSource = {
  readonly current: () => Promise<ReferenceData>;
  /** Asks the log whether it was told of an append or not: another process may just have written. */
  readonly latest: () => Promise<ReferenceData>;
  readonly close: () => void;
};

type Folded = {
  readonly position: Position;
  readonly calendar: CalendarState;
  readonly ruleSets: Readonly<Record<string, RuleSetState>>;
  readonly organs: Readonly<Record<string, OrganState>>;
  readonly posts: PostsState;
  readonly bodies: ReferenceData['bodies'];
};

const ORGAN_TYPES = ['OrganRegistered', 'OrganRenamed', 'OrganMerged', 'OrganDissolved'];
const POSTS_TYPES = ['PersonsLinked', 'PersonsParted', 'TermEndSet'];
const BODY_TYPES = ['BodyRegistered', 'BodyChanged', 'BodyEnded'];
const CALENDAR_TYPES = ['CalendarYearPublished', 'CalendarYearCorrected'];
const TYPES = [...CALENDAR_TYPES, 'RuleSetPublished', ...ORGAN_TYPES, ...POSTS_TYPES, ...BODY_TYPES];
const decodeCalendar = decodeEventOf('calendar');
const decodeRuleSet = decodeEventOf('ruleset');
const decodeOrgan = decodeEventOf('organ');
const decodePosts = decodeEventOf('posts');
const decodeBody = decodeEventOf('body');
const START: Folded = {
  position: LOG_START,
  calendar: calendarDecider.initialState,
  ruleSets: {},
  organs: {},
  posts: postsDecider.initialState,
  bodies: {},
};

const valuesOf = (folded: Folded, choice: ReferenceChoice): ReferenceData => {
  const chosen = folded.ruleSets[ruleSetStream(choice.ruleSetId)] ?? ruleSetDecider.initialState;
  const versions = Object.values(folded.ruleSets).flatMap((state) =>
    state.status === 'published' ? state.versions : [],
  );
  return {
    calendar: currentCalendar(folded.calendar) ?? emptyCalendar(choice.region),
    organs: folded.organs,
    linkedPersons: linkedPersonsOf(folded.posts),
    bodies: folded.bodies,
    termEnds: folded.posts.termEnds,
    calendarAt: (version) => calendarAt(folded.calendar, version) ?? null,
    ruleSets: Object.fromEntries(versions.map(({ rules }) => [ruleSetName(rules), rules])),
    ruleSetOn: (date) => {
      const rules = ruleSetOn(chosen, date);
      return rules === undefined ? null : ruleSetName(rules);
    },
  };
};

type Organs = Folded['organs'];

const withOrgan = (organs: Organs, stored: StoredEvent): Organs => {
  const event = decodeOrgan(stored);
  const { organId } = event.data;
  const before = ownEntry(organs, organId);
  return { ...organs, [organId]: organDecider.evolve(before ?? organDecider.initialState, event) };
};

const withBody = (bodies: Folded['bodies'], stored: StoredEvent): Folded['bodies'] => {
  const event = decodeBody(stored);
  const { bodyId } = event.data;
  const before = ownEntry(bodies, bodyId)?.state;
  const state = bodyDecider.evolve(before ?? bodyDecider.initialState, event);
  return { ...bodies, [bodyId]: { state, revision: stored.revision } };
};

const readOn = async (reader: EventReader, folded: Folded, region: string): Promise<Folded> => {
  let { position, calendar, ruleSets, organs, posts, bodies } = folded;
  for (;;) {
    const page = await reader.readLog({ after: position, types: TYPES, limit: 256 });
    for (const stored of page.events) {
      if (stored.type === 'RuleSetPublished') {
        const before = ruleSets[stored.stream] ?? ruleSetDecider.initialState;
        ruleSets = {
          ...ruleSets,
          [stored.stream]: ruleSetDecider.evolve(before, decodeRuleSet(stored)),
        };
      } else if (ORGAN_TYPES.includes(stored.type)) {
        organs = withOrgan(organs, stored);
      } else if (BODY_TYPES.includes(stored.type)) {
        bodies = withBody(bodies, stored);
      } else if (POSTS_TYPES.includes(stored.type)) {
        posts = postsDecider.evolve(posts, decodePosts(stored));
      } else if (stored.stream === calendarStream(region)) {
        calendar = calendarDecider.evolve(calendar, decodeCalendar(stored));
      }
    }
    if (page.next === position || page.events.length === 0)
      return { position: page.next, calendar, ruleSets, organs, posts, bodies };
    position = page.next;
  }
};

/** Follows the log's calendars and rule sets; asks the log only after it was told of an append. */
export const referenceSource = (reader: EventReader, choice: ReferenceChoice): ReferenceSource => {
  let folded = START;
  let values: ReferenceData | null = null;
  let behind = true;
  let reading: Promise<ReferenceData> | null = null;
  const close = reader.onAppended(() => {
    behind = true;
  });
  const refresh = async (): Promise<ReferenceData> => {
    behind = false;
    const next = await readOn(reader, folded, choice.region);
    const isOld = next.calendar !== folded.calendar || next.ruleSets !== folded.ruleSets;
    const isOther =
      next.organs !== folded.organs || next.posts !== folded.posts || next.bodies !== folded.bodies;
    if (values === null || isOld || isOther) values = valuesOf(next, choice);
    folded = next;
    return values;
  };
  const current = (): Promise<ReferenceData> => {
    if (!behind && values !== null) return Promise.resolve(values);
    reading ??= refresh().finally(() => {
      reading = null;
    });
    return reading;
  };
  return {
    current,
    latest: async () => {
      await reading;
      behind = true;
      return current();
    },
    close,
  };
};
