import { rejected } from '@duban/kernel';
import { registerDecider } from '../register/register.decider.ts';
import type { CommandOf, EventOf, Register } from '../register/register.ts';
import { dissolveOrgan } from './dissolve-organ.step.ts';
import { mergeOrgan } from './merge-organ.step.ts';
import type { OrganState } from './organ.state.ts';
import { registerOrgan } from './register-organ.step.ts';
import { renameOrgan } from './rename-organ.step.ts';

const organSteps = {
  RegisterOrgan: registerOrgan,
  RenameOrgan: renameOrgan,
  MergeOrgan: mergeOrgan,
  DissolveOrgan: dissolveOrgan,
};

export type OrganCommand = CommandOf<typeof organSteps>;
export type OrganEvent = EventOf<typeof organSteps>;

/** The register of organs, one stream each: what they were called when, and who came after them. */
export const organRegister: Register<OrganState, typeof organSteps> = {
  idOf: ({ organId }) => organId,
  address: 'organId',
  collection: null,
  route: { path: '/v1/organs/{organId}/commands/{name}' },
  initialState: { status: 'unregistered' },
  refuse: ({ organId }, state) =>
    state.status !== 'unregistered' && state.organId !== organId
      ? rejected('organ.other-id', { organId: state.organId })
      : null,
  steps: organSteps,
};

export const organDecider = registerDecider(organRegister);
