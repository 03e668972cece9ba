import { isRejected } from '@duban/kernel';
import { caseDecider, normalisedCaseNumber, type CaseRejection, type CaseState } from '@duban/domain';
import type { CommandEnvelope } from '../command/command-envelope.ts';
import type { CommandOutcome } from '../command/command-outcome.ts';
import { streamTurns } from '../command/stream-turns.ts';
import { claimNumber, type ClaimPorts } from './claim-number.ts';
import type { Opening } from './opening.ts';

type Outcome = Promise<CommandOutcome<CaseRejection>>;

/** `send` opens the case; it is called when the number is the case's, and where no case will be opened. */
export type OpenNumbered = (command: Opening, sent: CommandEnvelope, send: () => Outcome) => Outcome;

/** The number first, then the case; whoever is not going to open one takes no number. */
export const openNumbered = (ports: ClaimPorts): OpenNumbered => {
  const claim = claimNumber(ports);
  const inTurn = streamTurns();
  const opens = (command: Opening, state: CaseState): boolean =>
    state.status === 'unopened' && !isRejected(caseDecider.decide(command, state));
  return (command, sent, send) => {
    const { caseId, caseNo } = command.data;
    return inTurn(normalisedCaseNumber(caseNo), async () => {
      if (sent.ifRevision !== undefined || !opens(command, await ports.load(caseId))) return send();
      const refusal = await claim({ caseId, caseNo, sent, occurredAt: command.context.occurredAt });
      if (refusal === null) return send();
      return isRejected(refusal) ? { outcome: 'rejected', revision: null, ...refusal } : refusal;
    });
  };
};
