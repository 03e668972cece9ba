import type { Message } from '@duban/kernel';
import type { TSchema } from '@sinclair/typebox';
import type { Data } from '../schema/data.ts';
import type { Step } from './step.ts';
import type { steps } from './steps.ts';

type Steps = typeof steps;

/** Every command on a case. */
export type StepName = keyof Steps;

type Said<Record> =
  Record extends Step<infer Sent, infer Event, infer Added>
    ? { sent: Sent; event: Event; added: Added }
    : never;

/** The data of every command, with what the server adds to what was sent. */
export type StepData = {
  readonly [Name in StepName]: Data<Said<Steps[Name]>['sent']> & Said<Steps[Name]>['added'];
};

/** The schemas of the same, by name. */
export type StepSchemas = { readonly [Name in StepName]: Said<Steps[Name]>['sent'] };

/** Every event of a case. */
export type StepEvent = { readonly [Name in StepName]: Said<Steps[Name]>['event'] }[StepName];

/** A step whose kind is known at run time only. */
export type AnyStep = Step<TSchema, Message>;
