import { openedCaseShape } from '../answers/case-state.answers.ts';
import { eventTextPlaces } from './event-texts.ts';
import { eventIn, readersIn } from './marked-schema.ts';
import type { PathPattern, TextPlace } from './text-tree.ts';

type Node = {
  readonly anyOf?: readonly Node[];
  readonly items?: Node;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: Node | boolean;
};

const below = (path: PathPattern, places: readonly TextPlace[]): readonly TextPlace[] =>
  places.map((place) => ({ ...place, path: [...path, ...place.path] }));

const placesIn = (schema: object, path: PathPattern): readonly TextPlace[] => {
  const event = eventIn(schema);
  if (event !== null) return below(path, eventTextPlaces.get(event) ?? []);
  const readers = readersIn(schema);
  const { anyOf = [], items, properties = {}, additionalProperties }: Node = schema;
  return [
    ...(readers === null ? [] : [{ path, readers }]),
    ...anyOf.flatMap((option) => placesIn(option, path)),
    ...(items === undefined ? [] : placesIn(items, [...path, '*'])),
    ...(typeof additionalProperties === 'object' ? placesIn(additionalProperties, [...path, '*']) : []),
    ...Object.entries(properties).flatMap(([name, inner]) => placesIn(inner, [...path, name])),
  ];
};

/** The texts of the state of a case, found in the shape that answers have. A spec holds it against the fold of masked events. */
export const stateTextPlaces: readonly TextPlace[] = placesIn(openedCaseShape, []);
