import type { Actor } from '@duban/kernel';
import type { CorrectionProposal, OpenedCase } from '../case.state.ts';
import { factById } from './correctable-facts.ts';

/** `author`: who stated the fact, and with that whose organ confirms. */
export type WaitingCorrection = { readonly proposal: CorrectionProposal; readonly author: Actor };

/** What nobody has confirmed or declined; whether the time for it is over follows from the day of the question. */
export const waitingCorrections = (state: OpenedCase): readonly WaitingCorrection[] =>
  state.proposals.flatMap((proposal) => {
    if (proposal.status !== 'waiting') return [];
    const author = factById(state, proposal.data.targetEventId)?.by;
    return author === undefined ? [] : [{ proposal, author }];
  });
