import {
  commandForm,
  commandNameOf,
  commandRoute,
  offeredCommands,
  registerCommandNames,
  registerCommandRoutes,
  type AllSteps,
  type CaseSteps,
  type OfferedStep,
  type StepView,
} from '@duban/contracts';
import { hindranceText } from '@duban/domain/texts';
import { registerSteps, stepRecords, type CaseCommandType, type RegisterKind } from '@duban/domain';
import { offersOnCase, offersOnItem, type StepOffer } from '../access/allowed-commands.ts';
import { mayKeepRegister, maySend } from '../access/command-table.ts';
import type { ChoicePlace } from './choices.ts';
import { withChoices } from './with-choices.ts';

const stepView = (type: CaseCommandType): StepView => ({
  name: commandNameOf(type),
  ...commandRoute(type),
  label: stepRecords[type].label,
  forms: commandForm(type),
});

/** A step that cannot be taken now has no form: nobody fills in what would be refused. */
const offeredStep = ({ type, hindrance }: StepOffer, place: ChoicePlace): OfferedStep => {
  const view = stepView(type);
  if (hindrance === null) return { ...view, forms: withChoices(view.forms, place), refused: null };
  const why = hindranceText(hindrance, place.item?.stage ?? null);
  return { ...view, forms: [], refused: { code: hindrance.code, why } };
};

/** Every step that this part may send, whatever the case; null: every step that anybody may send. */
export const stepsOfRole = (role: string | null): AllSteps => ({
  items: offeredCommands.filter((type) => role === null || maySend(role, type)).map(stepView),
});

/** What this part may do to an entry of this register. */
export const stepsOnRegister = (kind: RegisterKind, role: string): AllSteps => {
  const routes = registerCommandRoutes(kind);
  return {
    items: [...registerCommandNames(kind)].flatMap(([name, type]) => {
      const label = registerSteps.get(type)?.step.label;
      const route = routes.get(type);
      if (label === undefined || route === undefined || !mayKeepRegister(role, type)) return [];
      return [{ name, ...route, label, forms: commandForm(type) }];
    }),
  };
};

/** The steps on a case or on one of its items: what can be taken now, and why the others cannot. The decision alone decides. */
export const stepsAt = (place: ChoicePlace): CaseSteps => {
  const { state, item } = place;
  const offers = item === null ? offersOnCase(place.role, state) : offersOnItem(place, state, item);
  const shown = offers.filter(({ type }) => offeredCommands.includes(type));
  return { items: shown.map((offer) => offeredStep(offer, place)) };
};
