import type { Message, Rejected } from '@duban/kernel';
import type { Declared, RegisterContext } from './register-step.ts';

/**
 * An address of a register's own. `path` holds `{name}`, the command in kebab case, unless `methods` says which command each
 * method takes; what else stands in braces is what `address` names.
 */
export interface RegisterRoute<Command extends string = string> {
  readonly path: string;
  readonly methods?: Readonly<Partial<Record<RouteMethod, Command>>>;
}

export const ROUTE_METHODS = ['POST', 'PUT'] as const;
export type RouteMethod = (typeof ROUTE_METHODS)[number];

/** A kind of stream that holds one entry of a register each, with all its steps. */
export interface Register<State, Steps extends object> {
  /** The member of every command's data by which an entry is called; its stream is `<kind>-<id>`. */
  readonly idOf: (data: DataOf<Steps>) => string;
  /** The member of the data that the address says and the body leaves out; null: the body says all. */
  readonly address: string | null;
  /** The part of the address under which its entries stand, `/v1/<collection>/<id>/commands/<name>`; null: `route` says where, or nobody sends its commands. */
  readonly collection: string | null;
  readonly route?: RegisterRoute<keyof Steps & string>;
  readonly initialState: State;
  /** What its decisions read besides its own entry, and nobody fetches for the others: the rules in force, the register of posts. */
  readonly leansOn?: { readonly rules?: true; readonly posts?: true };
  /** Why no step at all is taken with this data here; null where nothing speaks against it. */
  readonly refuse: (
    data: DataOf<Steps>,
    state: State,
    context: RegisterContext,
  ) => Rejected<ReasonOf<Steps>> | null;
  readonly steps: Steps;
}

/** Every command of these steps, as it is sent. */
export type CommandOf<Steps> = {
  readonly [Name in keyof Steps]: Message<Name & string, Declared<Steps[Name]>['data'] & object>;
}[keyof Steps];

type DataOf<Steps> = CommandOf<Steps>['data'];

/** Every event of these steps. */
export type EventOf<Steps> = {
  readonly [Name in keyof Steps]: Declared<Steps[Name]>['event'];
}[keyof Steps];

/** Why one of these steps may be refused. */
export type ReasonOf<Steps> = {
  readonly [Name in keyof Steps]: Declared<Steps[Name]>['reason'];
}[keyof Steps];

/** A command with what its decision rests on besides the state. */
export type Placed<Command> = Command & { readonly context: RegisterContext };
