import { mayKeep, mayKeepRegister, maySend, mayTranscribe, reachOf } from '@duban/application';
import { commandNames, registerCommandNames } from '@duban/contracts';
import type { RegisterKind } from '@duban/domain';
import type { Principal } from '../identity/principal.ts';
import type { RouteAccess } from './route-access.ts';

export type Admission = 'admitted' | 'forbidden' | 'unknown-command';

type Protected = Exclude<RouteAccess, { readonly kind: 'open' | 'loopback' | 'signed-in' }>;

const mayCommand = (role: string, name: string | undefined): Admission => {
  const command = commandNames.get(name ?? '');
  if (command === undefined) return 'unknown-command';
  return maySend(role, command) || mayTranscribe(role, command) ? 'admitted' : 'forbidden';
};

const mayChange = (role: string, kind: RegisterKind, name: string | undefined): Admission => {
  const command = registerCommandNames(kind).get(name ?? '');
  if (command === undefined) return 'unknown-command';
  return mayKeepRegister(role, command) ? 'admitted' : 'forbidden';
};

/** The one place where a role meets a route. Pure, so that a test can walk every role through every route. */
export const admit = (access: Protected, { role }: Principal, commandName: string | undefined): Admission => {
  switch (access.kind) {
    case 'sends-case-command':
      if (access.command === undefined) return mayCommand(role, commandName);
      return maySend(role, access.command) ? 'admitted' : 'forbidden';
    case 'sends-register-command':
      if (access.command === undefined) return mayChange(role, access.register, commandName);
      return mayKeepRegister(role, access.command) ? 'admitted' : 'forbidden';
    case 'keeps':
      return mayKeep(role, access.matter) ? 'admitted' : 'forbidden';
    case 'reads': {
      const reach = reachOf(role, access.subject);
      return reach === 'all' || (reach === 'own' && !access.whole) ? 'admitted' : 'forbidden';
    }
  }
};
