import { caseSeenBy } from '@duban/application';
import { eventSeenBy, type Audience } from '@duban/contracts';
import type { CaseEvent, OpenedCase } from '@duban/domain';
import type { JsonObject, JsonValue, Recorded } from '@duban/kernel';
import type { Evolve } from '../../libs/domain/src/case/misses/lost-misses.fixture.ts';
import type { Faults } from './faults-of-history.ts';

type Event = Recorded<CaseEvent>;

/** What somebody is shown of an event and of a case; what a walk tries is the product's, or one with a rule taken out. */
export type Sight = {
  readonly ofEvent: (event: Event, audience: Audience) => unknown;
  readonly ofCase: (state: OpenedCase, audience: Audience) => OpenedCase;
};

export const lawfulSight: Sight = {
  ofEvent: (event, audience) =>
    eventSeenBy({ ...event, data: event.data as object as JsonObject, metadata: { basis: {} } }, audience),
  ofCase: caseSeenBy,
};

/** Who reads a text of which class. The office reads everything. */
const READERS: Readonly<Record<string, readonly Audience[]>> = {
  parties: ['audit', 'congress', 'parties'],
  congress: ['audit', 'congress'],
  office: [],
};
const AUDIENCES: readonly Audience[] = ['audit', 'congress', 'parties', 'analysis'];

/** Written by hand: what of an event people wrote, and whose it is to read. What is not here is skeleton. */
const TEXTS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  parties: {
    ...{
      PublicationWithheld: ['legalGround'],
      ItemRegistered: ['text'],
      ReceiptAcknowledged: ['phoneMasked'],
    },
    ...{ ReturnRequested: ['text'], ReturnAccepted: ['reason'], ReturnRefused: ['reason'] },
    ...{ ItemReassigned: ['reason'], CoOpinionSubmitted: ['text'], PlanFiled: ['measures/*/text'] },
    ...{ PlanReturned: ['reason'], ProgressReported: ['blockers'], ExtensionRequested: ['reason'] },
    ...{ ExtensionRefused: ['reason'], MissAnnulled: ['reason'], CommitteeOpinionGiven: ['comments/*'] },
    ...{ ResultSubmitted: ['departureReason'], ResultReturned: ['defects/*'], VoteRepeated: ['ground'] },
    ...{ InspectionRecorded: ['findings/*/note'], CorrectionProposed: ['reason'] },
    ...{ CorrectionConfirmed: ['reason'], CorrectionDeclined: ['reason'], EventCorrected: ['reason'] },
    ...{ ContestedConclusionDecided: ['reason'], RelapseFound: ['findings'], ItemReopened: ['reason'] },
    ...{ LookBackPassed: ['findings', 'widerImplications'], ItemWithdrawn: ['reason'] },
    ...{ ReplySent: ['text', 'commitments/*/text'], ReplyEvaluated: ['reasons'] },
    ...{
      CommitmentRolledOver: ['explanation'],
      ItemImported: ['text', 'reply'],
      ItemImportTakenBack: ['reason'],
    },
    ...{ Objected: ['ground'], ObjectionDecided: ['ground'], AttachmentFiled: ['name'] },
  },
  congress: { CaseRestricted: ['ground'], RestrictionLifted: ['ground'], EscalationRaised: ['reason'] },
  office: { PartyReportRecorded: ['subject', 'replyDocNo'] },
};

/** A mark says whose text it is, so that nothing has to be remembered: `¶congress:12¶`. */
const MARK = /¶(?<readers>[a-z]+):(?<of>\w+):\d+¶/g;

const markedAt = (value: JsonValue, [step, ...rest]: readonly string[], mark: () => string): JsonValue => {
  if (step === undefined) return typeof value === 'string' && value !== '' ? mark() : value;
  if (Array.isArray(value)) return value.map((each: JsonValue) => markedAt(each, rest, mark));
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return value;
  const inside = value as JsonObject;
  return { ...inside, [step]: markedAt(inside[step] ?? null, rest, mark) };
};

/** The event with a mark in the place of each text. */
const marked = (event: Event, n: number): Event =>
  Object.entries(TEXTS).reduce((told, [readers, places]) => {
    const mark = (): string => `¶${readers}:${event.type}:${String(n)}¶`;
    const data = (places[event.type] ?? []).reduce<JsonValue>(
      (value, path) => markedAt(value, path.split('/'), mark),
      told.data as object as JsonObject,
    );
    return { ...told, data } as Event;
  }, event);

const shownTo = (audience: Audience, shown: unknown, where: string): readonly string[] =>
  [...JSON.stringify(shown).matchAll(MARK)]
    .filter(({ groups }) => READERS[groups?.['readers'] ?? '']?.includes(audience) !== true)
    .map(({ groups }) => `${audience} reads ${String(groups?.['of'])} ${where}`);

/** A case is looked at after so many events, and after its last. */
const LOOK = 12;

/** Texts that somebody was shown and does not read: in an event, or in the case that is folded from all of them. */
export const textShown =
  ({ ofEvent, ofCase }: Sight): Faults =>
  (history, evolve: Evolve) => {
    const found: string[] = [];
    let state: Parameters<Evolve>[0] = { status: 'unopened' };
    for (const [n, entry] of history.entries()) {
      const event = marked(entry.event, n);
      state = evolve(state, event);
      for (const audience of AUDIENCES) {
        found.push(...shownTo(audience, ofEvent(event, audience), 'in its event'));
        const isLooked = n % LOOK === 0 || n === history.length - 1;
        if (isLooked && state.status !== 'unopened')
          found.push(...shownTo(audience, ofCase(state, audience), 'in the case'));
      }
    }
    return [...new Set(found)];
  };
