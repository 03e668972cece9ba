import { SetMetadata } from '@nestjs/common';
import type { OfficeMatter, Subject } from '@duban/application';
import type { CaseCommandType, RegisterCommand, RegisterKind } from '@duban/domain';

/** What a route is about. Every route says it; one that does not stops the start. */
export type RouteAccess =
  | { readonly kind: 'open' }
  /** Only for whoever sits at this machine. */
  | { readonly kind: 'loopback' }
  /** For whoever has a token, also without a post: it says who they are, and nothing else. */
  | { readonly kind: 'signed-in' }
  /** `whole`: nothing of it can be shown to somebody who sees only their own matters. */
  | { readonly kind: 'reads'; readonly subject: Subject; readonly whole: boolean }
  /** The command named here, or else in the address, decides who may send it. */
  | { readonly kind: 'sends-case-command'; readonly command?: CaseCommandType }
  /** The same of a command on an entry of this register. */
  | {
      readonly kind: 'sends-register-command';
      readonly register: RegisterKind;
      readonly command?: RegisterCommand['type'];
    }
  | { readonly kind: 'keeps'; readonly matter: OfficeMatter };

export const ROUTE_ACCESS = 'duban:access';

const declare = (access: RouteAccess): MethodDecorator => SetMetadata(ROUTE_ACCESS, access);

export const Open = (): MethodDecorator => declare({ kind: 'open' });
export const LoopbackOnly = (): MethodDecorator => declare({ kind: 'loopback' });
export const SignedInOnly = (): MethodDecorator => declare({ kind: 'signed-in' });
export const Reads = (subject: Subject): MethodDecorator => declare({ kind: 'reads', subject, whole: false });
export const ReadsWhole = (subject: Subject): MethodDecorator =>
  declare({ kind: 'reads', subject, whole: true });
export const SendsCaseCommand = (command?: CaseCommandType): MethodDecorator =>
  declare({ kind: 'sends-case-command', ...(command === undefined ? {} : { command }) });
export const SendsRegisterCommand = (
  register: RegisterKind,
  command?: RegisterCommand['type'],
): MethodDecorator =>
  declare({ kind: 'sends-register-command', register, ...(command === undefined ? {} : { command }) });
export const Keeps = (matter: OfficeMatter): MethodDecorator => declare({ kind: 'keeps', matter });
