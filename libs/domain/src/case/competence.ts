import { rejected, type Rejected } from '@duban/kernel';
import type { CaseRejection } from './case.rejections.ts';
import type { ItemState } from './case.state.ts';
import type { CommandContext } from './command-context.ts';
import { isHandling } from './item-access.ts';

/** Those whose work is supervised; they never decide about it. */
const SUPERVISED_ROLES = ['organ-lead', 'organ-co', 'government-office'];

/** In whose name the actor decides: the body it acts for, or its own role (section 8, 4: delegation is recorded). */
export const decidingBody = ({ actor, onBehalfOf }: CommandContext): string => onBehalfOf ?? actor.role;

/** The actor is this body, or acts on its behalf from the Congress's side. */
export const actsFor = (body: string, context: CommandContext): boolean =>
  context.actor.role === body ||
  (context.onBehalfOf === body &&
    !SUPERVISED_ROLES.includes(context.actor.role) &&
    context.actor.role !== 'deputy');

const notCompetent = ({ actor }: CommandContext): Rejected<CaseRejection> =>
  rejected('actor.not-competent', { role: actor.role, organ: actor.organ });

/** Refuses whoever handles the items, or is supervised at all: nobody decides about their own work. */
export const unlessSupervised = (
  items: readonly ItemState[],
  context: CommandContext,
): Rejected<CaseRejection> | null =>
  SUPERVISED_ROLES.includes(context.actor.role) || items.some((item) => isHandling(item, context.actor.organ))
    ? notCompetent(context)
    : null;

/** Refuses whoever handles one of the items: the government's office may decide between its bureaus, no bureau for itself. */
export const unlessHandledBy = (
  items: readonly ItemState[],
  context: CommandContext,
): Rejected<CaseRejection> | null =>
  ['organ-lead', 'organ-co', 'deputy'].includes(context.actor.role) ||
  items.some((item) => isHandling(item, context.actor.organ))
    ? notCompetent(context)
    : null;

/** Refuses all but these bodies and those who act on their behalf. */
export const onlyFor = (
  bodies: readonly string[],
  context: CommandContext,
): Rejected<CaseRejection> | null =>
  bodies.some((body) => actsFor(body, context)) ? null : notCompetent(context);
