import {
  stepRecords,
  type CaseCommandType,
  type ItemStage,
  type ItemState,
  type OpenedCase,
  type StepPlace,
} from '@duban/domain';
import { maySend } from './command-table.ts';

const commands = Object.keys(stepRecords) as readonly CaseCommandType[];
const WHILE_OPEN: readonly OpenedCase['status'][] = ['open'];

/** Why a step cannot be taken now, before anybody has said what to do: the stage, the case, or nothing to do it to. */
export type Hindrance =
  | { readonly code: 'item.wrong-stage'; readonly allowed: readonly ItemStage[] }
  | { readonly code: 'case.not-open' | 'step.nothing-there' };

/** One step that this role may send; `hindrance` null: it can be taken now. */
export type StepOffer = { readonly type: CaseCommandType; readonly hindrance: Hindrance | null };

const offerOnItem = (type: CaseCommandType, place: StepPlace): readonly StepOffer[] => {
  const { at, when } = stepRecords[type];
  if (at === 'case' || !maySend(place.role, type)) return [];
  if (!at.includes(place.item.stage)) return [{ type, hindrance: { code: 'item.wrong-stage', allowed: at } }];
  return [{ type, hindrance: (when?.(place) ?? true) ? null : { code: 'step.nothing-there' } }];
};

/** What this role may do to this item of the case, each with what is in its way. A hint: the decider alone decides. */
export const offersOnItem = (role: string, state: OpenedCase, item: ItemState): readonly StepOffer[] =>
  commands.flatMap((type) => offerOnItem(type, { role, state, item }));

/** What this role may do to the case as a whole. */
export const offersOnCase = (role: string, { status }: OpenedCase): readonly StepOffer[] =>
  commands.flatMap((type): readonly StepOffer[] => {
    const { at, during = WHILE_OPEN } = stepRecords[type];
    if (at !== 'case' || during.length === 0 || !maySend(role, type)) return [];
    return [{ type, hindrance: during.includes(status) ? null : { code: 'case.not-open' } }];
  });

/** The commands that this role may send and that this item of the case can take now. */
export const allowedCommands = (
  role: string,
  state: OpenedCase,
  item: ItemState,
): readonly CaseCommandType[] =>
  offersOnItem(role, state, item)
    .filter(({ hindrance }) => hindrance === null)
    .map(({ type }) => type);
