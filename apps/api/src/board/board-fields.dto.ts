import { boardFilters, type BoardFilter, type BoardFilterEntry } from '@duban/contracts';
import { ChoiceField, ChoicesField, DateField, FlagField, ListField, TextField } from '@duban/nest';

const severalOf = ({ field, about }: BoardFilterEntry): PropertyDecorator => {
  const said = `${about}; several are separated by commas`;
  return field.vocabulary === undefined
    ? ListField(said)
    : ChoicesField(Object.keys(field.texts ?? {}), said);
};

const parameterOf = (filter: BoardFilterEntry): PropertyDecorator => {
  const { take, about, choices = [] } = filter;
  switch (take) {
    case 'one':
    case 'holds':
    case 'words':
      return TextField(about);
    case 'list':
      return severalOf(filter);
    case 'is':
    case 'known':
      return FlagField(about);
    case 'from':
    case 'to':
      return DateField(about);
    case 'marked':
      return ChoiceField(choices, about);
  }
};

type Class<Instance> = new () => Instance;

/** A class of query parameters with the filters of the board, each checked and documented as its record says. */
export const withBoardFilters = <Instance extends object>(
  Parameters: Class<Instance>,
): Class<Instance & BoardFilter> => {
  class Filtered extends (Parameters as Class<object>) {}
  for (const filter of boardFilters) parameterOf(filter)(Filtered.prototype, filter.name);
  return Filtered as Class<Instance & BoardFilter>;
};
