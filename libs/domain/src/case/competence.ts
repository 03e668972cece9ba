import { ORGAN_ROLES, rejected, type Rejected } from '@duban/kernel';
import type { CaseRejection } from './case.rejections.ts';
import type { ItemState } from './case.state.ts';
import type { CommandContext } from './command-context.ts';
import { isHandling } from './item-access.ts';

type Acting = Pick<CommandContext, 'actor'>;

/** The body that decides: the one whose decision or mandate the act names, else the actor's own. */
export const decidingBody = ({ actor, decidedAs }: CommandContext): string => decidedAs ?? actor.role;

/** A date fixed in a resolution moves only by the Standing Committee itself, and under nobody's mandate. */
export const movesResolution = (context: CommandContext): boolean =>
  decidingBody(context) === 'standing-committee' && context.mandate === undefined;

/** Why the date fixed in a resolution stays where it is; null where it moves, or the item has none. */
export const refuseResolution = (
  { fixedInResolution, cycle }: ItemState,
  context: CommandContext,
  dueDate = cycle?.due?.date ?? null,
): Rejected<CaseRejection> | null =>
  fixedInResolution && !movesResolution(context)
    ? rejected('extension.standing-committee-only', { dueDate })
    : null;

const notCompetent = ({ actor }: Acting): Rejected<CaseRejection> =>
  rejected('actor.not-competent', { role: actor.role, organ: actor.organ });

/** Refuses whoever handles the items, or is supervised at all: nobody decides about their own work. */
export const refuseSupervised = (
  items: readonly ItemState[],
  context: Acting,
): Rejected<CaseRejection> | null =>
  // Those whose work is supervised never decide about it.
  (ORGAN_ROLES as readonly string[]).includes(context.actor.role) ||
  items.some((item) => isHandling(item, context.actor.organ))
    ? notCompetent(context)
    : null;

/** Refuses whoever handles one of the items: the government's office may decide between its bureaus, no bureau for itself. */
export const refuseHandlers = (
  items: readonly ItemState[],
  context: CommandContext,
): Rejected<CaseRejection> | null =>
  ['organ-lead', 'organ-co', 'deputy'].includes(context.actor.role) ||
  items.some((item) => isHandling(item, context.actor.organ))
    ? notCompetent(context)
    : null;

/** Refuses all but these bodies. */
export const onlyFor = (
  bodies: readonly string[],
  context: CommandContext,
): Rejected<CaseRejection> | null => (bodies.includes(decidingBody(context)) ? null : notCompetent(context));
