import { rejected } from '@duban/kernel';
import { registerDecider } from '../register/register.decider.ts';
import type { CommandOf, EventOf, Register } from '../register/register.ts';
import type { BodyState } from './body.state.ts';
import { changeBody } from './change-body.step.ts';
import { endBody } from './end-body.step.ts';
import { registerBody } from './register-body.step.ts';

const bodySteps = { RegisterBody: registerBody, ChangeBody: changeBody, EndBody: endBody };

export type BodyCommand = CommandOf<typeof bodySteps>;
export type BodyEvent = EventOf<typeof bodySteps>;

/** The register of bodies that decide together 议决机构, one stream each: how many sit in it on which day. */
export const bodyRegister: Register<BodyState, typeof bodySteps> = {
  idOf: ({ bodyId }) => bodyId,
  address: 'bodyId',
  collection: 'bodies',
  initialState: { status: 'unregistered' },
  refuse: ({ bodyId }, state) =>
    state.status !== 'unregistered' && state.bodyId !== bodyId
      ? rejected('body.other-id', { bodyId: state.bodyId })
      : null,
  steps: bodySteps,
};

export const bodyDecider = registerDecider(bodyRegister);
