import { expect, it } from '@jest/globals';
import { allowedCommands, COMMAND_SENDERS } from '@duban/application';
import {
  activeAssignments,
  caseDecider,
  stepRecords,
  type CaseCommand,
  type CaseCommandType,
  type CaseState,
  type ItemState,
  type OpenedCase,
} from '@duban/domain';
import { isRejected, type Actor, type ActorRole } from '@duban/kernel';
import fc from 'fast-check';
import {
  commandOf,
  record,
  TYPES,
  walk,
  walks,
  type Walk,
} from '../../libs/domain/src/case/case-walk.fixture.ts';
import { everyCommand, type Place } from '../../libs/domain/src/case/every-command.fixture.ts';
import { inRole } from '../walk/cast.ts';

/** Refusals that say: not by you, and not in this case. What is refused at a stage is refused so whatever is sent. */
const SENDER = [
  ...['actor.not-competent', 'case.not-open', 'item.not-your-assignment', 'assignment.not-addressee'],
  ...['assignment.wrong-role', 'co-opinion.not-a-co-organ', 'evaluation.by-handler'],
  ...[
    'survey.collected-by-organ',
    'closing.verifier-is-handler',
    'withdraw.not-issuer',
    'reply.not-a-proposer',
  ],
];
/** Never given any work. */
const STRANGER = 'finance-bureau';
const VARIANTS = [0, 1, 2, 3];
/** States of one stage and form that are looked at: more say nothing new. */
const ENOUGH = 15;
/** Steps that lead where a walk seldom comes: their effect is looked at, too. */
const ASIDE: readonly CaseCommandType[] = [
  ...([
    'ReturnResult',
    'Suspend',
    'RequestReturn',
    'Reopen',
    'RequestExtension',
    'Escalate',
    'CloseItem',
  ] as const),
  ...(['TakeBackImport', 'MergeInto', 'Withdraw', 'RecordLookBack', 'ScheduleLookBack'] as const),
];

/** Who asks: a part, and whose; of its usual organ where none is said. */
type Asker = { readonly role: ActorRole; readonly organ?: string };

const actorOf = (usual: Actor, { role, organ }: Asker): Actor => {
  const actor = inRole(usual, role);
  return organ === undefined ? actor : { ...actor, organ };
};

/** Its usual organ, one that has nothing to do with the item, and each that works on it. */
const organsAround = ({ cycle }: ItemState): readonly (string | undefined)[] => [
  ...new Set([undefined, STRANGER, ...(cycle?.assignments ?? []).map(({ organ }) => organ)]),
];

/** The items that a command is about, wherever its data has them. */
const isAbout = ({ data }: CaseCommand, itemId: string): boolean => {
  const { itemId: one, itemIds, coversItemIds, claims, findings } = data as Readonly<Record<string, unknown>>;
  const listed = [claims, findings].flatMap((list) =>
    Array.isArray(list) ? (list as { itemId: string }[]) : [],
  );
  return [one, itemIds, coversItemIds, listed.map((each) => each.itemId)].flat().includes(itemId);
};

type Asked = Omit<Place, 'state' | 'variant'> & { readonly state: OpenedCase; readonly item: ItemState };
type Tried = {
  readonly command: CaseCommand;
  /** `stage` only where it is this item's: a merge may also be refused for the stage of its target. */
  readonly refused: 'stage' | 'sender' | 'data' | null;
  readonly isNew: boolean;
};

const refusedFor = (decision: ReturnType<typeof caseDecider.decide>, itemId: string): Tried['refused'] => {
  if (!isRejected(decision)) return null;
  const { rejected, details } = decision;
  if (rejected === 'item.wrong-stage') return (details?.['itemId'] ?? itemId) === itemId ? 'stage' : 'data';
  return SENDER.includes(rejected) ? 'sender' : 'data';
};

const tryAll = (type: CaseCommandType, asker: Asker, asked: Asked): readonly Tried[] =>
  VARIANTS.flatMap((variant) => {
    const place = { ...asked, variant };
    const command = commandOf(type, place, actorOf(everyCommand[type](place).by, asker));
    // A step on the case as a whole is offered there, also where it may name an item.
    if (stepRecords[type].at === 'case' || !isAbout(command, asked.itemId)) return [];
    const decision = caseDecider.decide(command, asked.state);
    const isNew = !isRejected(decision) && decision.length > 0;
    return [{ command, refused: refusedFor(decision, asked.itemId), isNew }];
  });

const isHopeless = (tried: readonly Tried[]): boolean =>
  tried.some(({ refused }) => refused === 'stage') || tried.every(({ refused }) => refused === 'sender');

type Offer = typeof allowedCommands;
type Seen = {
  readonly accepted: Map<string, number>;
  readonly stages: Set<string>;
  readonly faults: Set<string>;
  tried: number;
};

/** The part, and of what kind its organ is. */
const nameOf = ({ role, organ }: Asker, { cycle }: ItemState): string => {
  if (organ === undefined) return role;
  const held = cycle?.assignments.findLast((assignment) => assignment.organ === organ);
  if (held === undefined) return `${role} of another organ`;
  return `${role} of ${held.endedOn === null ? 'a' : 'an ended'} ${held.role}`;
};

/** What a hint says of one command by one asker against what the decider says; answers the command that was accepted. */
const compareOne = (
  offer: Offer,
  { type, asker }: { readonly type: CaseCommandType; readonly asker: Asker },
  asked: Asked,
  seen: Seen,
): CaseCommand | undefined => {
  const byActor = Map.groupBy(tryAll(type, asker, asked), ({ command: { context } }) =>
    [context.actor.id, context.actor.organ].join(' '),
  );
  for (const tried of byActor.values()) {
    seen.tried += tried.length;
    const actor = tried[0]?.command.context.actor;
    const isOffered = actor !== undefined && offer(actor, asked.state, asked.item).includes(type);
    const accepted = tried.find(({ isNew }) => isNew)?.command;
    const fault = (what: string) =>
      seen.faults.add(`${what}: ${type} by ${nameOf(asker, asked.item)} at ${asked.item.stage}`);
    if (accepted !== undefined) {
      seen.accepted.set(type, (seen.accepted.get(type) ?? 0) + 1);
      if (!isOffered) fault('hidden');
      return accepted;
    }
    if (isOffered && isHopeless(tried)) fault('offered and refused');
  }
  return undefined;
};

/** The same of every command; answers those that lead aside. */
const compare = (offer: Offer, asked: Asked, seen: Seen): readonly CaseCommand[] => {
  seen.stages.add(asked.item.stage);
  return TYPES.flatMap((type) =>
    COMMAND_SENDERS[type].flatMap((role) =>
      organsAround(asked.item).flatMap((organ) => {
        const asker = organ === undefined ? { role } : { role, organ };
        const accepted = compareOne(offer, { type, asker }, asked, seen);
        return accepted !== undefined && organ === undefined && ASIDE.includes(type) ? [accepted] : [];
      }),
    ),
  );
};

const after = (state: CaseState, command: CaseCommand): CaseState => {
  const decision = caseDecider.decide(command, state);
  return isRejected(decision)
    ? state
    : record(decision, command, 1_000).reduce<CaseState>(caseDecider.evolve, state);
};

const histories = fc.sample(walks, { numRuns: 160, seed: 20_260_105 });

const lookThrough = (offer: Offer, chosen: readonly Walk[], enough: number): Seen => {
  const seen: Seen = { accepted: new Map(), stages: new Set(), faults: new Set(), tried: 0 };
  const met = new Map<string, number>();
  const look = (state: CaseState, form: Place['form'], on: string, depth: number): void => {
    if (state.status === 'unopened') return;
    for (const [itemId, item] of Object.entries(state.items)) {
      const kind = `${form} ${item.stage}`;
      if ((met.get(kind) ?? 0) >= enough) continue;
      met.set(kind, (met.get(kind) ?? 0) + 1);
      const aside = compare(offer, { state, item, itemId, form, on }, seen);
      if (depth > 0) for (const command of aside) look(after(state, command), form, on, depth - 1);
    }
  };
  for (const { form, steps } of chosen)
    for (const taken of walk({ form, steps }).taken)
      look(taken.after, form, taken.command.context.decidedOn, 2);
  return seen;
};

const STAGES = [
  ...[
    'REGISTERED',
    'LISTED',
    'ASSIGNED',
    'RETURN_REQUESTED',
    'RECEIVED',
    'RECTIFYING',
    'SUSPENDED',
    'REWORK',
  ],
  ...['CONSULTING', 'SUBMITTED', 'EVALUATING', 'CLOSED', 'LOOKBACK', 'MERGED', 'WITHDRAWN', 'TAKEN_BACK'],
];

it('a refused sender is offered what the decider accepts, and nothing that it refuses for stage, sender or organ', () => {
  const { faults, stages, accepted, tried } = lookThrough(allowedCommands, histories, ENOUGH);
  expect([...faults].sort()).toEqual([]);
  expect([...stages].sort()).toEqual([...STAGES].sort());
  expect(tried).toBeGreaterThan(100_000);
  // An imported item can be taken back only until somebody acts on it, so a walk seldom does.
  const few = [...accepted].filter(([type, count]) => count < 5 && type !== 'TakeBackImport');
  expect(few).toEqual([]);
  expect(accepted.size).toBeGreaterThan(30);
}, 300_000);

it.each<[string, Offer, string]>([
  [
    'offers what is refused',
    (asker, state, item) =>
      item.stage === 'REWORK'
        ? [...allowedCommands(asker, state, item), 'FilePlan']
        : allowedCommands(asker, state, item),
    'offered and refused: FilePlan by organ-lead at REWORK',
  ],
  [
    'offers what is another organ’s',
    ({ id, role }, state, item) =>
      activeAssignments(item.cycle).flatMap(({ organ }) => allowedCommands({ id, role, organ }, state, item)),
    'offered and refused: ReportProgress by organ-lead of another organ at RECTIFYING',
  ],
  [
    'hides what is lawful',
    (asker, state, item) => allowedCommands(asker, state, item).filter((type) => type !== 'SubmitCoOpinion'),
    'hidden: SubmitCoOpinion by organ-co at CONSULTING',
  ],
])(
  'a hint that %s is found out',
  (_what, offer, fault) => {
    expect([...lookThrough(offer, histories.slice(0, 80), 4).faults]).toContain(fault);
  },
  300_000,
);
