import type { TSchema } from '@sinclair/typebox';
import type { SchemaCheck } from '../events/schema-check.ts';
import type { SchemaFault } from '../events/schema-fault.ts';
import type { Writing } from '@duban/domain';
import { forbiddenCharacter, type ForbiddenCharacter } from './forbidden-character.ts';
import { isIdentifier, isItemPlace, isPersonId } from './identifier.ts';
import { stringKinds, type StringKind } from './string-kinds.ts';

type Fault = Omit<SchemaFault, 'pointer'>;

const DETAILS: Readonly<Record<ForbiddenCharacter['code'], string>> = {
  'text.forbidden-character': 'must not be in the log; delete it and send again',
  'text.erased-mark': 'begins the mark of an erased text; write it in other words',
};

const characterFault = (text: string, writing: Writing): Fault | null => {
  const found = forbiddenCharacter(text, writing);
  if (found === null) return null;
  const { code, codePoint, at } = found;
  return { code, detail: `the character ${codePoint} at place ${String(at)} ${DETAILS[code]}` };
};

const shaped =
  (isShaped: (text: string) => boolean, detail: string) =>
  (text: string): Fault | null =>
    isShaped(text) ? null : { code: 'id.malformed', detail };

const SHAPE = '1 to 100 letters, digits, Chinese characters and . _ ~ + -';
const CHECKS: Readonly<Record<StringKind, (text: string) => Fault | null>> = {
  file: (text) => characterFault(text, 'file'),
  text: (text) => characterFault(text, 'text'),
  line: (text) => characterFault(text, 'line'),
  number: (text) => characterFault(text, 'number'),
  id: shaped((text) => isIdentifier(text) || isPersonId(text), `an id is ${SHAPE}`),
  person: shaped(isPersonId, `a person is person: and ${SHAPE}`),
  'item-place': shaped(isItemPlace, `an item is ${SHAPE}; of another case it is case/item`),
};

/** Nobody mends more at once. */
const MOST_FAULTS = 20;

const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

type Place = { readonly value: unknown; readonly pointer: string; readonly name: string };

/** An element of a list is what the list is called. */
const placesIn = ({ value, pointer, name }: Place): readonly Place[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).map(([key, inner]: [string, unknown]) => ({
    value: inner,
    pointer: `${pointer}/${escaped(key)}`,
    name: Array.isArray(value) ? name : key,
  }));
};

const faultOf = ({ value, name }: Place, kinds: ReadonlyMap<string, StringKind>): Fault | null =>
  characterFault(name, 'text') ??
  (typeof value === 'string' ? CHECKS[kinds.get(name) ?? 'text'](value) : null);

/** Without recursion: how deep a value is nested is up to whoever sends it. */
const faultsIn = (whole: unknown, kinds: ReadonlyMap<string, StringKind>): readonly SchemaFault[] => {
  const faults: SchemaFault[] = [];
  const left: Place[] = [{ value: whole, pointer: '', name: '' }];
  for (let place = left.pop(); place !== undefined && faults.length < MOST_FAULTS; place = left.pop()) {
    const fault = faultOf(place, kinds);
    if (fault !== null) faults.push({ pointer: place.pointer, ...fault });
    // One by one: a long list is too much for the arguments of one call.
    for (const inner of placesIn(place).toReversed()) left.push(inner);
  }
  return faults;
};

/**
 * Every string and key with a character that must not enter the log, whatever the value is; see {@link stringFaultsOf} for
 * what a schema adds. Values are not repeated: they may be personal.
 */
export const stringFaults = (value: unknown): readonly SchemaFault[] => faultsIn(value, new Map());

/** The same, and by what each string is: an id, a number, a title, a person. */
export const stringFaultsOf = (schema: TSchema): SchemaCheck => {
  const kinds = stringKinds(schema);
  return (value) => faultsIn(value, kinds);
};
