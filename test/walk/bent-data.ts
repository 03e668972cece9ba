import { commandFaults, commandSchemas } from '@duban/contracts';
import type { CaseCommandType } from '@duban/domain';
import type { JsonObject, JsonValue } from '@duban/kernel';
import { anyValue, type Memory, type Node } from './any-value.ts';
import type { Chance } from './chance.ts';

const REMEMBERED = 24;
const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const remember = (memory: Memory, value: JsonValue | undefined, name = ''): void => {
  if (Array.isArray(value)) for (const inner of value as readonly JsonValue[]) remember(memory, inner, name);
  else if (isObject(value)) for (const [key, inner] of Object.entries(value)) remember(memory, inner, key);
  else if (value !== undefined && value !== null) {
    const said = memory.get(name) ?? [];
    if (!said.includes(value)) memory.set(name, [...said.slice(1 - REMEMBERED), value]);
  }
};

type Around = { readonly memory: Memory; readonly chance: Chance };
type Place = { readonly name: string; readonly node: Node };

const shifted = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();

const otherList = (list: readonly JsonValue[], chance: Chance): readonly JsonValue[] =>
  chance.one<readonly JsonValue[]>([[], list.slice(1), [...list, ...list.slice(0, 1)]]);

/** Near to what was said: the next day, one more, one twice, the contrary. */
const nearby = (value: JsonValue, { chance }: Around): JsonValue => {
  if (typeof value === 'number') return value + chance.one([-1, 1]);
  if (typeof value === 'boolean') return !value;
  if (Array.isArray(value)) return otherList(value as readonly JsonValue[], chance);
  if (typeof value !== 'string') return value;
  return /^\d{4}-\d\d-\d\d$/.test(value)
    ? shifted(value, chance.one([-400, -40, -8, -1, 1, 8, 40, 400]))
    : chance.one(['', ' ', `${value}.`]);
};

/** One value somewhere inside, changed; a member that was left out may be the one that is said. */
const bentInside = (value: JsonValue, { name, node }: Place, around: Around): JsonValue => {
  const { memory, chance } = around;
  const option = node.anyOf?.find(({ type, enum: words }) => (type ?? typeof words?.[0]) === typeof value);
  const inside = option ?? node;
  if (isObject(value) && inside.properties !== undefined) {
    const key = chance.any(Object.keys(inside.properties)) ?? '';
    const place = { name: key, node: inside.properties[key] ?? {} };
    const before = value[key];
    return {
      ...value,
      [key]:
        before === undefined ? anyValue(key, place.node, memory, chance) : bentInside(before, place, around),
    };
  }
  if (Array.isArray(value) && value.length > 0 && !chance.inHundred(40)) {
    const at = chance.below(value.length);
    return (value as readonly JsonValue[]).map((each, index) =>
      index === at ? bentInside(each, { name, node: inside.items ?? {} }, around) : each,
    );
  }
  return chance.inHundred(40) ? nearby(value, around) : anyValue(name, node, memory, chance);
};

/** The same said otherwise in one place or two, if a client could send it so; else as it was. */
export const bentData = (type: CaseCommandType, data: JsonObject, around: Around): JsonObject => {
  const { heldOutside, ...said } = data;
  const place: Place = { name: '', node: commandSchemas[type] as Node };
  const once = bentInside(said, place, around);
  const bent = around.chance.inHundred(25) ? bentInside(once, place, around) : once;
  if (!isObject(bent)) return data;
  // Fixtures name files by digests that no file has.
  const before = new Set(commandFaults(type, said).map((fault) => JSON.stringify(fault)));
  const isSent = commandFaults(type, bent).every((fault) => before.has(JSON.stringify(fault)));
  return isSent ? { ...bent, ...(heldOutside === undefined ? {} : { heldOutside }) } : data;
};
