import { registerDecider } from '../register/register.decider.ts';
import type { CommandOf, EventOf, Register } from '../register/register.ts';
import { confirmErasure } from './confirm-erasure.step.ts';
import { declineErasure } from './decline-erasure.step.ts';
import type { ErasureState } from './erasure.state.ts';
import { orderErasure } from './order-erasure.step.ts';
import { proposeErasure } from './propose-erasure.step.ts';

const erasureSteps = {
  OrderErasure: orderErasure,
  ProposeErasure: proposeErasure,
  ConfirmErasure: confirmErasure,
  DeclineErasure: declineErasure,
};

export type ErasureCommand = CommandOf<typeof erasureSteps>;
export type ErasureEvent = EventOf<typeof erasureSteps>;

/** What is to be erased of a person, and who decided it: one stream each. The erasing itself is done beside the log. */
export const erasureRegister: Register<ErasureState, typeof erasureSteps> = {
  idOf: ({ person }) => person.slice('person:'.length),
  address: 'person',
  collection: null,
  route: { path: '/v1/people/{id}/erasure/commands/{name}' },
  initialState: { proposals: [] },
  leansOn: { rules: true, posts: true },
  refuse: () => null,
  steps: erasureSteps,
};

export const erasureDecider = registerDecider(erasureRegister);
