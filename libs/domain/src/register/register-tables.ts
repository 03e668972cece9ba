import type { Decider, Message } from '@duban/kernel';
import type { TSchema } from '@sinclair/typebox';
import { registers } from '../registers.ts';
import type { GroundRejection } from '../envelope/grounds.ts';
import type { TimeRejection } from '../time/stated-time.ts';
import { registerDecider } from './register.decider.ts';
import type { AnyRegisterStep, RegisterEventRecord } from './register-step.ts';
import type { CommandOf, EventOf, Placed, ReasonOf, Register, RegisterRoute } from './register.ts';

type Registers = typeof registers;

/** The kinds of streams that are registers. */
export type RegisterKind = keyof Registers;

/** Every event of each register. */
export type RegisterEvents = {
  readonly [Kind in RegisterKind]: EventOf<Registers[Kind]['steps']>;
};

export type RegisterEvent = RegisterEvents[RegisterKind];

/** Every command of each register. */
export type RegisterCommands = {
  readonly [Kind in RegisterKind]: CommandOf<Registers[Kind]['steps']>;
};

export type RegisterCommand = RegisterCommands[RegisterKind];

/** Why the registers themselves refuse a command. */
export type RegisterReason = {
  readonly [Kind in RegisterKind]: ReasonOf<Registers[Kind]['steps']>;
}[RegisterKind];

/** Why a command on a register is refused at all. */
export type RegisterRejection = RegisterReason | TimeRejection | GroundRejection;

/** One step of a register, found by the name of its command. */
export type FoundStep = {
  readonly kind: RegisterKind;
  readonly address: string | null;
  readonly step: AnyRegisterStep;
};

type Tabled = Register<unknown, Readonly<Record<string, AnyRegisterStep>>>;

const tables = Object.entries(
  registers as object as Readonly<Record<RegisterKind, Tabled>>,
) as readonly (readonly [RegisterKind, Tabled])[];

/** The steps of all registers by the name of their command, in the order of the table. */
export const registerSteps: ReadonlyMap<RegisterCommand['type'], FoundStep> = new Map(
  tables.flatMap(([kind, { address, steps }]) =>
    Object.entries(steps).map(
      ([name, step]) => [name as RegisterCommand['type'], { kind, address, step }] as const,
    ),
  ),
);

/** What is true of each event of a register, by its name. */
export const registerEvents: ReadonlyMap<
  RegisterEvent['type'],
  RegisterEventRecord<unknown, Message>
> = new Map(
  [...registerSteps.values()].flatMap(({ step }) =>
    Object.entries(step.events).map(([type, record]) => [type as RegisterEvent['type'], record] as const),
  ),
);

/** The newest schemas of the events of each register. */
export const registerSchemas = Object.fromEntries(
  tables.map(([kind, { steps }]) => [
    kind,
    Object.fromEntries(
      Object.values(steps).flatMap(({ events }) =>
        Object.entries(events).map(([type, { data }]) => [type, data]),
      ),
    ),
  ]),
) as { readonly [Kind in RegisterKind]: { readonly [Type in RegisterEvents[Kind]['type']]: TSchema } };

type AnyRegisterDecider = Decider<unknown, Placed<RegisterCommand>, RegisterEvent, RegisterRejection>;

/** The rules of each register. Its own steps decide about its own commands. */
export const registerDeciders = Object.fromEntries(
  tables.map(([kind, register]) => [kind, registerDecider(register)]),
) as object as Readonly<Record<RegisterKind, AnyRegisterDecider>>;

/** Where the commands of each register are sent; a register that nobody reaches over HTTP is not among them. */
export const registerRoutes: ReadonlyMap<RegisterKind, RegisterRoute> = new Map(
  tables.flatMap(([kind, { collection, route }]) => {
    const own =
      route ?? (collection === null ? undefined : { path: `/v1/${collection}/{id}/commands/{name}` });
    return own === undefined ? [] : [[kind, own] as const];
  }),
);

/** The registers whose entries stand under an address of their own, with the part of it that says which register. */
export const registerCollections: readonly (readonly [RegisterKind, string])[] = tables.flatMap(
  ([kind, { collection }]) => (collection === null ? [] : [[kind, collection] as const]),
);
