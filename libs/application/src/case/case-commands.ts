import { rejected, type Rejected } from '@duban/kernel';
import { decodeEventOf } from '@duban/contracts';
import {
  caseDecider,
  caseStream,
  isRestricted,
  surveyDecider,
  surveyStream,
  type SurveyState,
  type CaseCommand,
  type CaseCommandType,
  type CaseEvent,
  type CaseRejection,
  type CaseState,
  type CommandContext,
} from '@duban/domain';
import { audienceIn } from '../access/opening-table.ts';
import { takesPart } from '../access/participation.ts';
import { isRole, ORGAN_ROLES } from '@duban/kernel';
import type { CommandEnvelope } from '../command/command-envelope.ts';
import {
  commandHandler,
  type AttemptedCommand,
  type CommandHandlerPorts,
} from '../command/command-handler.ts';
import type { CommandOutcome } from '../command/command-outcome.ts';
import { loadStream } from '../command/loaded-stream.ts';
import { groundsOf } from '../command/grounds-of.ts';
import { groundsAsRead, namedAuthority } from '../command/named-authority.ts';
import { statedTimeOf } from '../command/stated-time-of.ts';
import { encodeThroughRegistry, type StreamKind } from '../command/stream-kind.ts';
import type { ReferenceData, ReferenceSource } from '../reference/reference-data.ts';
import { completeCommand } from './complete-command.ts';
import { openNumbered } from './open-numbered.ts';
import { isOpening, OPENING } from './opening.ts';

export const caseKind: StreamKind<CaseState, CaseCommand, CaseEvent, CaseRejection> = {
  decider: caseDecider,
  encode: encodeThroughRegistry,
  decode: decodeEventOf('case'),
};

const surveys = { decider: surveyDecider, decode: decodeEventOf('survey') };

/** What the edge hands over for a case: the command's name and data, checked for shape but not yet for meaning. */
export type SentCaseCommand = CommandEnvelope<{ readonly type: CaseCommandType; readonly data: object }>;

export type CaseCommands = (caseId: string, sent: SentCaseCommand) => Promise<CommandOutcome<CaseRejection>>;

export type CaseCommandPorts = CommandHandlerPorts & {
  readonly reference: ReferenceSource;
  /** The Standing Committee that opens cases here. Absent: commands that open a case come with their own. */
  readonly tenant?: string;
  /** The started batch on whose behalf items of a register are imported or taken back. Absent: none are. */
  readonly importBatch?: string;
};

type Named = Awaited<ReturnType<typeof namedAuthority>>;

const contextOf = (
  { calendar, ruleSets, ruleSetOn, organs, linkedPersons, bodies, termEnds }: ReferenceData,
  instant: number,
  sent: SentCaseCommand,
  { importBatch, named }: { readonly importBatch: string | null; readonly named: Named },
): CommandContext => {
  const time = statedTimeOf(sent, instant);
  return {
    ...time,
    ...groundsOf(sent),
    onBehalfOf: sent.onBehalfOf ?? null,
    calendar,
    currentRuleSet: ruleSetOn(time.occurredOn) ?? '',
    ruleSetToday: ruleSetOn(time.decidedOn) ?? '',
    ruleSets,
    organs,
    linkedPersons,
    known: { ...named, bodies, termEnds },
    importBatch,
  };
};

const attempted = (
  sent: SentCaseCommand,
  context: CommandContext,
  named: Named,
): AttemptedCommand<CaseCommand> => {
  const { occurredAt, currentRuleSet: ruleSet, calendar } = context;
  const judged = groundsAsRead(groundsOf(sent), named);
  return {
    command: { type: sent.type, data: sent.data, context } as CaseCommand,
    grounds: { occurredAt, ruleSet, calendar: calendar.version, judged },
  };
};

/**
 * For an organ, a case in which it takes no part does not exist: the answer is the one for an unknown case (C54). So it is for
 * whoever does not open a restricted one.
 */
const unlessParty =
  (actor: SentCaseCommand['actor']) =>
  (state: CaseState): Rejected<CaseRejection> | null => {
    const { role, organ } = actor;
    const isStranger = (ORGAN_ROLES as readonly string[]).includes(role) && !takesPart(state, organ);
    const isShut =
      state.status !== 'unopened' && isRestricted(state) && isRole(role) && audienceIn(state, actor) === null;
    return isStranger || isShut ? rejected('case.unknown') : null;
  };

/** An organ or a body that another process registered a moment ago is no reason to refuse. */
const restsOnRegisters = (outcome: CommandOutcome<CaseRejection>): boolean =>
  outcome.outcome === 'rejected' &&
  ['organ.', 'decision.', 'mandate.'].some((register) => outcome.rejected.startsWith(register));

/** Commands on cases: fetches rules, calendar and facts of other cases first, then decides on values alone. */
export const caseCommands = (ports: CaseCommandPorts): CaseCommands => {
  const { store, clock, reference, tenant, importBatch = null } = ports;
  const handle = commandHandler(ports, caseKind);
  const load = async (caseId: string): Promise<CaseState> =>
    (await loadStream(store, caseKind, caseStream(caseId))).state;
  const loadSurvey = async (surveyId: string): Promise<SurveyState> =>
    (await loadStream(store, surveys, surveyStream(surveyId))).state;
  const open = openNumbered({ ...ports, load });
  const decideOn = async (
    known: ReferenceData,
    caseId: string,
    sent: SentCaseCommand,
  ): Promise<CommandOutcome<CaseRejection>> => {
    const data =
      tenant === undefined
        ? sent.data
        : await completeCommand(sent.type, sent.data, { caseId, tenant, load, loadSurvey });
    const named = await namedAuthority(store, sent);
    const decidedAt = (instant: number): AttemptedCommand<CaseCommand> =>
      attempted({ ...sent, data }, contextOf(known, instant, sent, { importBatch, named }), named);
    const send = (): Promise<CommandOutcome<CaseRejection>> =>
      handle({ stream: caseStream(caseId), sent, decidedAt }, unlessParty(sent.actor));
    if (sent.type !== OPENING) return send();
    const { command } = decidedAt(clock.now());
    return isOpening(command) ? open(command, sent, send) : send();
  };
  return async (caseId, sent) => {
    const known = await reference.current();
    const outcome = await decideOn(known, caseId, sent);
    if (!restsOnRegisters(outcome)) return outcome;
    const latest = await reference.latest();
    return latest.organs === known.organs && latest.bodies === known.bodies
      ? outcome
      : decideOn(latest, caseId, sent);
  };
};
