import { rejected, type Clock, type Rejected } from '@duban/kernel';
import { normalisedCaseNumber, type CaseState } from '@duban/domain';
import type { CommandEnvelope } from '../command/command-envelope.ts';
import { commandHandler, type CommandHandlerPorts } from '../command/command-handler.ts';
import type { CommandOutcome } from '../command/command-outcome.ts';
import { loadStream } from '../command/loaded-stream.ts';
import { caseNumberKind, caseNumberStream } from './case-number.decider.ts';
import { openedNumbers } from './opened-numbers.ts';

/** Whoever reserved a number and did not open the case by then is taken for dead. */
const GRACE_MS = 30_000;
const TRIES = 8;

export type Claim = {
  readonly caseId: string;
  readonly caseNo: string;
  readonly sent: CommandEnvelope;
  readonly occurredAt: string;
};

export type ClaimRefusal = Rejected<'case.number-taken'> | { readonly outcome: 'key-reused' };

/** Null: the number is this case's. */
export type ClaimNumber = (claim: Claim) => Promise<ClaimRefusal | null>;

export type ClaimPorts = CommandHandlerPorts & {
  readonly clock: Clock;
  readonly load: (caseId: string) => Promise<CaseState>;
};

/** What a case is to a number that was reserved for it. */
const claimOf = (state: CaseState, normalised: string): 'has' | 'unopened' | 'other-number' => {
  if (state.status === 'unopened') return 'unopened';
  return normalisedCaseNumber(state.opened.caseNo) === normalised ? 'has' : 'other-number';
};

/**
 * Reserves a number in a stream of its own before the case is opened (architecture.md). Two who ask at once: one
 * append wins. A process that died between the two leaves a reservation without a case, which the same command takes
 * up again and another case takes over after a while. So a number is never burnt, and never had twice.
 */
export const claimNumber = (ports: ClaimPorts): ClaimNumber => {
  const { store, clock, pause, load } = ports;
  const handle = commandHandler(ports, caseNumberKind);
  const opened = openedNumbers(store);

  const reserve = (
    { caseId, caseNo, sent, occurredAt }: Claim,
    normalised: string,
    abandonedBy: string | null,
  ): Promise<CommandOutcome<'case.number-taken'>> => {
    const data = { number: normalised, caseNo, caseId, abandonedBy };
    const command = { type: 'ReserveCaseNumber', data } as const;
    const { actor, basis, traceparent } = sent;
    return handle({
      stream: caseNumberStream(normalised),
      sent: {
        ...command,
        data: { number: normalised, caseNo, caseId },
        commandId: `${sent.commandId}~number${abandonedBy === null ? '' : `~${abandonedBy}`}`,
        actor,
        causationId: sent.commandId,
        correlationId: sent.correlationId ?? sent.commandId,
        ...(basis === undefined ? {} : { basis }),
        ...(traceparent === undefined ? {} : { traceparent }),
      },
      command,
      grounds: { occurredAt, ruleSet: null, calendar: null },
    });
  };

  const ageOf = async (normalised: string): Promise<number> => {
    const { state } = await loadStream(store, caseNumberKind, caseNumberStream(normalised));
    return state.holder === null ? 0 : Math.abs(clock.now() - Date.parse(state.holder.recordedAt));
  };

  return async (claim) => {
    const normalised = normalisedCaseNumber(claim.caseNo);
    const known = await opened(normalised);
    if (known !== undefined && known.caseId !== claim.caseId) return rejected('case.number-taken', known);
    let abandonedBy: string | null = null;
    for (let tries = 1; ; tries += 1) {
      const outcome = await reserve(claim, normalised, abandonedBy);
      if (outcome.outcome === 'key-reused') return outcome;
      if (outcome.outcome !== 'rejected' && outcome.outcome !== 'revision-conflict') return null;
      const details = 'details' in outcome ? outcome.details : undefined;
      const { caseId: holder, caseNo } = { caseId: '', caseNo: claim.caseNo, ...details };
      const has = holder === '' ? 'unopened' : claimOf(await load(holder), normalised);
      if (has === 'has' || tries >= TRIES)
        return rejected('case.number-taken', { caseId: holder, caseNo, opened: has === 'has' });
      if (has === 'other-number' || (await ageOf(normalised)) > GRACE_MS) abandonedBy = holder;
      else await pause(tries);
    }
  };
};
