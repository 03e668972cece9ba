import type { KeptProposal } from '../two-persons/ended-proposal.ts';
import type { ErasureRequester } from './erasure-requester.ts';

/** What is asked for: whose words, on what ground, at whose request. */
export type AskedErasure = {
  readonly person: string;
  readonly legalBasis: string;
  readonly requestedBy: ErasureRequester;
};

export type ErasureProposal = KeptProposal & { readonly asked: AskedErasure };

/** Of one person: what was proposed, ended ones included. What was ordered is carried out beside the log. */
export type ErasureState = { readonly proposals: readonly ErasureProposal[] };
