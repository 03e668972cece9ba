import {
  type CaseCommand,
  type CaseCommandType,
  type CommandContext,
  cqDefault1,
  NOTHING_KNOWN,
  stepRecords,
} from '@duban/domain';
import type { Actor, Paper } from '@duban/kernel';
import fc from 'fast-check';
import {
  decisionAt,
  knowing,
  mandateOf,
  meetingOf,
} from '../../libs/domain/src/authority/authority.fixture.ts';
import { groundOn, type Ground } from '../../libs/domain/src/authority/ground.fixture.ts';
import { commandOf } from '../../libs/domain/src/case/case-walk.fixture.ts';
import { everyCommand, type Place } from '../../libs/domain/src/case/every-command.fixture.ts';
import { knownOrgans, organ } from '../../libs/domain/src/case/known-organs.fixture.ts';
import { walkedPaper } from '../../libs/domain/src/case/paper/paper.fixture.ts';
import { anyCorrection } from './bent-correction.ts';
import type { Memory } from './any-value.ts';
import { bentData } from './bent-data.ts';
import { linkedPersons, OTHER_COMMITTEE, senderOf } from './cast.ts';
import type { Chance } from './chance.ts';
import type { History } from './history.ts';
import { twisted } from './twists.ts';

const organs: CommandContext['organs'] = {
  ...knownOrgans,
  ...organ('npcsc', 'congress-body'),
  ...organ('dissolved-bureau', 'bureau', {
    ...{ how: 'merged', on: '2026-01-01', successor: 'water-bureau' },
  }),
  ...organ('coming-bureau', 'bureau', null, '2031-01-01'),
};

const GROUNDS = 12;
const grounds = new Map<string, readonly Ground[]>();
/** Of each day the same few, mostly wrong in one place. */
const groundsOn = (day: string): readonly Ground[] => {
  const known =
    grounds.get(day) ?? fc.sample(groundOn(day), { numRuns: GROUNDS, seed: Number(day.replaceAll('-', '')) });
  grounds.set(day, known);
  return known;
};

type Founding = Partial<Ground>;

const MANDATED = Object.keys(stepRecords);

/** Named beside each other, or half; of a register that says otherwise by now. */
const oddGround = (on: string, chance: Chance): Founding => {
  const meeting = meetingOf('npcsc-council', on);
  const mandate = mandateOf({ steps: MANDATED });
  const known = knowing({ meeting, mandate });
  const { meeting: _named, ...unnamed } = decisionAt(meeting);
  return chance.one<Founding>([
    { decision: decisionAt(meeting), mandate: { id: 'm-1' }, known },
    { decision: unnamed, known },
    { decision: decisionAt(meeting), known: knowing({}) },
    { mandate: { id: 'm-1', revision: 5 }, known },
  ]);
};

/** Of a vote: who could vote, and who was there, as the record of its meeting says. */
const figuresOf = (data: CaseCommand['data']): Parameters<typeof meetingOf>[2] =>
  'eligible' in data ? { serving: data.eligible, present: data.present } : {};

/** The decision or mandate that carries the act; now and then one that may not. */
const groundFor = (
  { type, data }: Pick<CaseCommand, 'type' | 'data'>,
  { role, organ }: Actor,
  on: string,
  chance: Chance,
): Founding => {
  const { decidedBy, byLeadCommittee } = stepRecords[type];
  if (chance.inHundred(2)) return oddGround(on, chance);
  const isActOfBody = decidedBy !== undefined && (decidedBy.enteredBy as readonly string[]).includes(role);
  if (byLeadCommittee !== undefined && organ === OTHER_COMMITTEE.organ && chance.inHundred(60)) {
    const meeting = meetingOf('npcsc-council', on);
    return { decision: decisionAt(meeting), known: knowing({ meeting }) };
  }
  if (!isActOfBody) return chance.inHundred(3) ? (chance.any(groundsOn(on)) ?? {}) : {};
  if (chance.inHundred(25)) return chance.any(groundsOn(on)) ?? {};
  if (decidedBy.delegable && chance.inHundred(20)) {
    const post = { role: 'chairpersons-council', organ: 'npcsc-council' } as const;
    return { mandate: { id: 'm-1' }, known: knowing({ mandate: mandateOf({ steps: MANDATED, post }) }) };
  }
  const body =
    decidedBy.bodies.includes('chairpersons-council') && chance.inHundred(70) ? 'npcsc-council' : 'npcsc';
  if (decidedBy.forms.includes('circulation') && chance.inHundred(25))
    return { decision: { body, form: 'circulation', on, documentNo: 'N1' }, known: knowing({}) };
  const meeting = meetingOf(body, on, chance.inHundred(90) ? figuresOf(data) : {});
  return { decision: decisionAt(meeting), known: knowing({ meeting }) };
};

const shifted = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();

/** A day that somebody states, lawfully or not. */
const statedTime = (on: string, chance: Chance): Partial<CommandContext> => {
  if (!chance.inHundred(4)) return {};
  const occurredOn = chance.inHundred(5) ? '1949-09-01' : shifted(on, chance.one([-1, -1, -10, -29, -40, 1]));
  return { occurredOn, occurredAt: `${occurredOn}T09:00:00+08:00` };
};

const bentPaper = (paper: Paper, on: string, chance: Chance): Paper => ({
  ...paper,
  ...chance.one<() => Partial<Paper>>([
    () => ({}),
    () => ({ receivedOn: shifted(on, chance.one([-30, -3, 1])), documentDate: shifted(on, -40) }),
    () => ({ documentDate: shifted(on, 1) }),
    () => ({ incomingNo: chance.one(['', '117', '117']) }),
    () => ({ attachment: `sha256:${'9'.repeat(64)}` }),
    () => ({
      enteredFor: chance.one(['housing-bureau', 'finance-bureau', 'person:deputy-1', 'person:deputy-3']),
    }),
    () => ({ enteredFor: chance.one(['market-regulator', 'city-government', 'water-bureau']) }),
  ])(),
});

/** What is transcribed, and by whom; null: it is sent by whoever does it. */
const paperFor = (
  type: CaseCommandType,
  place: Place,
  usual: Actor,
  chance: Chance,
): ReturnType<typeof walkedPaper> => {
  if (!chance.inHundred(20)) return null;
  const entered = walkedPaper(type, { ...place, variant: 1 }, usual);
  if (entered === null) return null;
  const paper = chance.inHundred(40) ? bentPaper(entered.paper, place.on, chance) : entered.paper;
  return { by: chance.inHundred(10) ? senderOf(type, usual, chance) : entered.by, paper };
};

const NO_PAPER = { enteredFor: 'housing-bureau', incomingNo: '9', attachment: `sha256:${'9'.repeat(64)}` };

const oddContext = (on: string, chance: Chance): Partial<CommandContext> => {
  const meeting = meetingOf('npcsc-council', on);
  const ofCouncil = { decision: decisionAt(meeting), known: knowing({ meeting }) };
  return chance.one<Partial<CommandContext>>([
    { importBatch: null },
    { importBatch: 'b2' },
    { currentRuleSet: 'none@1' },
    { onBehalfOf: 'npcsc-council' },
    { basis: {} },
    { ruleSets: { 'cq-default@1': { ...cqDefault1, confirmedByOne: ['closing'] } } },
    { paper: { ...NO_PAPER, receivedOn: on, documentDate: on } },
    { actor: { id: 'person:xu', role: 'chairpersons-council', organ: 'npcsc-elsewhere' }, ...ofCouncil },
  ]);
};

/** What a whole history knows of itself while it is told. */
export type Telling = { readonly memory: Memory; readonly entries: History; readonly chance: Chance };

/** As it was before anybody registered a body: nothing can be named, and a paper stands for it. */
const UNREGISTERED: Partial<CommandContext> = { known: NOTHING_KNOWN, basis: {} };

/** A command as somebody might send it here: mostly lawful in who, when and on what ground, and bent in its data where `bent`. */
export const attemptAt = (
  type: CaseCommandType,
  place: Place,
  { memory, entries, chance }: Telling,
  bent: boolean,
): CaseCommand => {
  const corrected = bent || chance.inHundred(60) ? anyCorrection(type, place, entries, chance) : null;
  const usual = corrected?.by ?? everyCommand[type](place).by;
  const entered = corrected === null ? paperFor(type, place, usual, chance) : null;
  const sender =
    entered?.by ?? (corrected !== null && chance.inHundred(80) ? usual : senderOf(type, usual, chance));
  const { data, context } = commandOf(type, place, sender);
  const said = corrected?.data ?? data;
  const told = bent && corrected === null ? bentData(type, said, { memory, chance }) : said;
  const sent = { type, data: twisted(type, told, place, chance) } as Pick<CaseCommand, 'type' | 'data'>;
  return {
    ...sent,
    context: {
      ...context,
      organs,
      linkedPersons,
      known: knowing({}),
      ...(entered === null ? {} : { paper: entered.paper }),
      ...statedTime(place.on, chance),
      ...(chance.inHundred(1) ? UNREGISTERED : groundFor(sent, sender, place.on, chance)),
      ...(chance.inHundred(3) ? oddContext(place.on, chance) : {}),
    },
  } as CaseCommand;
};
