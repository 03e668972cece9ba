import { rejected, type Rejected } from '@duban/kernel';
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
  readonly load: (caseId: string) => Promise<CaseState>;
};

/** What a case is to a number that was reserved for it. */
const claimOf = (state: CaseState, normalised: string): 'has' | 'unopened' | 'other-number' => {
  if (state.status === 'unopened') return 'unopened';
  return normalisedCaseNumber(state.opened.caseNo) === normalised ? 'has' : 'other-number';
};

type Reserve = (
  claim: Claim,
  normalised: string,
  abandonedBy: string | null,
) => Promise<CommandOutcome<'case.number-taken'>>;

/** Under a command id of its own: an id belongs to one stream. */
const reserving = (ports: CommandHandlerPorts): Reserve => {
  const handle = commandHandler(ports, caseNumberKind);
  return ({ caseId, caseNo, sent, occurredAt }, normalised, abandonedBy) => {
    const data = { number: normalised, caseNo, caseId };
    const { actor, basis, traceparent } = sent;
    return handle({
      stream: caseNumberStream(normalised),
      sent: {
        ...{ type: 'ReserveCaseNumber', data, actor },
        commandId: `${sent.commandId}~number${abandonedBy === null ? '' : `~${abandonedBy}`}`,
        causationId: sent.commandId,
        correlationId: sent.correlationId ?? sent.commandId,
        ...(basis === undefined ? {} : { basis }),
        ...(traceparent === undefined ? {} : { traceparent }),
      },
      decidedAt: () => ({
        command: { type: 'ReserveCaseNumber', data: { ...data, abandonedBy } },
        grounds: { occurredAt, ruleSet: null, calendar: null },
      }),
    });
  };
};

/** The holder that a refusal names; of a race that was lost too often nobody knows one. */
const holderIn = (
  outcome: CommandOutcome<'case.number-taken'>,
  { caseNo }: Claim,
): { readonly caseId: string; readonly caseNo: string } => ({
  ...{ caseId: '', caseNo },
  ...(outcome.outcome === 'rejected' ? outcome.details : {}),
});

/** Why the holder of a number has no right to it; `waits` while it may still be about to open its case. */
type Holding = 'has' | 'abandoned' | 'waits';

/** Who has the number, and by what right. */
const holdingOf = async (
  { store, clock, load }: ClaimPorts,
  holder: string,
  normalised: string,
): Promise<Holding> => {
  const claim = claimOf(await load(holder), normalised);
  if (claim !== 'unopened') return claim === 'has' ? 'has' : 'abandoned';
  const { state } = await loadStream(store, caseNumberKind, caseNumberStream(normalised));
  const age = state.holder === null ? 0 : Math.abs(clock.now() - Date.parse(state.holder.recordedAt));
  return age > GRACE_MS ? 'abandoned' : 'waits';
};

/**
 * Reserves a number in a stream of its own before the case is opened (architecture.md). Two who ask at once: one
 * append wins. A process that died between the two leaves a reservation without a case, which the same command takes
 * up again and another case takes over after a while. So a number is never burnt, and never had twice.
 */
export const claimNumber = (ports: ClaimPorts): ClaimNumber => {
  const reserve = reserving(ports);
  const opened = openedNumbers(ports.store);
  return async (claim) => {
    const normalised = normalisedCaseNumber(claim.caseNo);
    const known = await opened(normalised);
    if (known !== undefined && known.caseId !== claim.caseId) return rejected('case.number-taken', known);
    let abandonedBy: string | null = null;
    for (let tries = 1; ; tries += 1) {
      const outcome = await reserve(claim, normalised, abandonedBy);
      if (outcome.outcome === 'key-reused') return outcome;
      if (outcome.outcome === 'accepted' || outcome.outcome === 'nothing-to-do') return null;
      const { caseId: holder, caseNo } = holderIn(outcome, claim);
      const holding = holder === '' ? 'waits' : await holdingOf(ports, holder, normalised);
      if (holding === 'has' || tries >= TRIES)
        return rejected('case.number-taken', { caseId: holder, caseNo, opened: holding === 'has' });
      if (holding === 'abandoned') abandonedBy = holder;
      else await ports.pause(tries);
    }
  };
};
