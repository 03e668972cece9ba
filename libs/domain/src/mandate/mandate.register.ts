import { rejected } from '@duban/kernel';
import { registerDecider } from '../register/register.decider.ts';
import type { CommandOf, EventOf, Register } from '../register/register.ts';
import { endMandate } from './end-mandate.step.ts';
import { giveMandate } from './give-mandate.step.ts';
import type { MandateState } from './mandate.state.ts';

const mandateSteps = { GiveMandate: giveMandate, EndMandate: endMandate };

export type MandateCommand = CommandOf<typeof mandateSteps>;
export type MandateEvent = EventOf<typeof mandateSteps>;

/** The register of mandates 授权, one stream each: which post acts for which body, in what, and how long. */
export const mandateRegister: Register<MandateState, typeof mandateSteps> = {
  idOf: ({ mandateId }) => mandateId,
  address: 'mandateId',
  collection: 'mandates',
  initialState: { status: 'ungiven' },
  refuse: ({ mandateId }, state) =>
    state.status === 'given' && state.mandateId !== mandateId
      ? rejected('mandate.other-id', { mandateId: state.mandateId })
      : null,
  steps: mandateSteps,
};

export const mandateDecider = registerDecider(mandateRegister);
