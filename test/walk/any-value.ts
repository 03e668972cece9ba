import type { JsonValue } from '@duban/kernel';
import type { Chance } from './chance.ts';

/** What was said before in this history, by the name of the member: numbers are used twice, names cross. */
export type Memory = Map<string, JsonValue[]>;

/** What is asked of a schema here; TypeBox writes all of it as JSON Schema. */
export type Node = {
  readonly anyOf?: readonly Node[];
  readonly enum?: readonly JsonValue[];
  readonly const?: JsonValue;
  readonly type?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly items?: Node;
};

/** Nobody there, nobody of this side, nobody any more; other items, bodies and parts. */
const WORDS: readonly string[] = [
  ...['', ' ', 'nobody', 'i1', 'i2', 'constructor', 'person:deputy-1', 'person:deputy-3'],
  ...['housing-bureau', 'market-regulator', 'city-government', 'npcsc-office', 'urban-committee'],
  ...['dissolved-bureau', 'coming-bureau', 'chairpersons-council', 'https://example.org/'],
];

const DAYS = [
  '1949-01-01',
  '2026-01-05',
  '2026-02-06',
  '2026-03-31',
  '2026-07-01',
  '2027-02-05',
  '2031-01-01',
];

const anyText = (name: string, { format }: Node, memory: Memory, chance: Chance): JsonValue => {
  const said = chance.any(memory.get(name) ?? []);
  if (said !== undefined && chance.inHundred(50)) return said;
  return chance.any(format === 'date' ? DAYS : WORDS) ?? '';
};

/** Something that a schema allows under this name, mostly one of what was said before; texts need not fit their pattern. */
export const anyValue = (name: string, node: Node, memory: Memory, chance: Chance): JsonValue => {
  const {
    anyOf = [],
    enum: words = [],
    type,
    minimum = 0,
    properties = {},
    required = [],
    items = {},
  } = node;
  const option = chance.any(anyOf);
  if (option !== undefined) return anyValue(name, option, memory, chance);
  if (node.const !== undefined) return node.const;
  if (words.length > 0) return chance.any(words) ?? null;
  switch (type) {
    case 'string':
      return anyText(name, node, memory, chance);
    case 'integer':
    case 'number':
      return minimum + chance.one([0, 1, 2, 10, 700]);
    case 'boolean':
      return chance.inHundred(50);
    case 'array':
      return Array.from({ length: chance.below(3) }, () => anyValue(name, items, memory, chance));
    case 'object':
      return Object.fromEntries(
        Object.entries(properties)
          .filter(([key]) => required.includes(key) || chance.inHundred(50))
          .map(([key, inner]) => [key, anyValue(key, inner, memory, chance)]),
      );
    default:
      return null;
  }
};
