import { withChoices, type ChoicePlace, type StepOffer } from '@duban/application';
import { commandForm, commandNameOf, type OfferedStep, type StepView } from '@duban/contracts';
import { hindranceText } from '@duban/domain/texts';
import { stepRecords, type CaseCommandType } from '@duban/domain';

export const stepView = (type: CaseCommandType): StepView => ({
  name: commandNameOf(type),
  label: stepRecords[type].label,
  forms: commandForm(type),
});

/** A step that cannot be taken now has no form: nobody fills in what would be refused. */
export const offeredStep = ({ type, hindrance }: StepOffer, place: ChoicePlace): OfferedStep => {
  const view = stepView(type);
  if (hindrance === null) return { ...view, forms: withChoices(view.forms, place), refused: null };
  const why = hindranceText(hindrance, place.item?.stage ?? null);
  return { ...view, forms: [], refused: { code: hindrance.code, why } };
};
