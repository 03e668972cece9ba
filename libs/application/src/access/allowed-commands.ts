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

/** Why a step cannot be taken now, before anybody has said what to do: the stage, the case, whose it is, or nothing to do it to. */
export type Hindrance =
  | { readonly code: 'item.wrong-stage'; readonly allowed: readonly ItemStage[] }
  | { readonly code: 'case.not-open' | 'step.nothing-there' }
  | { readonly code: 'step.not-yours'; readonly whose: { readonly zh: string; readonly en: string } };

/** Who asks what can be done. */
export type StepAsker = Pick<StepPlace, 'id' | 'role' | 'organ'>;

/** One step that this role may send; `hindrance` null: it can be taken now. */
export type StepOffer = { readonly type: CaseCommandType; readonly hindrance: Hindrance | null };

const hindranceOf = (type: CaseCommandType, place: StepPlace): Hindrance | null => {
  const { at, whose, when } = stepRecords[type];
  if (at !== 'case' && !at.includes(place.item.stage)) return { code: 'item.wrong-stage', allowed: at };
  if (whose?.isTheirs(place) === false) return { code: 'step.not-yours', whose };
  return when?.(place) === false ? { code: 'step.nothing-there' } : null;
};

/** What the asker may do to this item of the case, each with what is in its way. A hint: the decider alone decides. */
export const offersOnItem = (
  { id, role, organ }: StepAsker,
  state: OpenedCase,
  item: ItemState,
): readonly StepOffer[] =>
  commands
    .filter((type) => stepRecords[type].at !== 'case' && maySend(role, type))
    .map((type) => ({ type, hindrance: hindranceOf(type, { id, role, organ, state, item }) }));

/** What this role may do to the case as a whole. */
export const offersOnCase = (role: string, { status }: OpenedCase): readonly StepOffer[] =>
  commands.flatMap((type): readonly StepOffer[] => {
    const { at, during = WHILE_OPEN } = stepRecords[type];
    if (at !== 'case' || during.length === 0 || !maySend(role, type)) return [];
    return [{ type, hindrance: during.includes(status) ? null : { code: 'case.not-open' } }];
  });

/** The commands that the asker may send and that this item of the case can take now. */
export const allowedCommands = (
  asker: StepAsker,
  state: OpenedCase,
  item: ItemState,
): readonly CaseCommandType[] =>
  offersOnItem(asker, state, item)
    .filter(({ hindrance }) => hindrance === null)
    .map(({ type }) => type);
