import { tokensOf } from './json-pointer.ts';

/** The keywords of JSON Schema that the schemas of facts use; anything else is refused by a spec. */
export type Rule = {
  readonly anyOf?: readonly Rule[];
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, Rule>>;
  readonly patternProperties?: Readonly<Record<string, Rule>>;
  readonly items?: Rule;
};

/** The rule with each of the ways that it leaves open. */
const ways = (rule: Rule): readonly Rule[] => [rule, ...(rule.anyOf ?? []).flatMap(ways)];

const inside = (rule: Rule, token: string): readonly Rule[] => {
  const named = Object.hasOwn(rule.properties ?? {}, token) ? rule.properties?.[token] : undefined;
  const matching = Object.entries(rule.patternProperties ?? {}).flatMap(([pattern, each]) =>
    new RegExp(pattern, 'u').test(token) ? [each] : [],
  );
  const entry = /^\d+$/.test(token) && rule.items !== undefined ? [rule.items] : [];
  return [...(named === undefined ? [] : [named]), ...matching, ...entry];
};

/** What the schema says of each place on the way to where the pointer leads, the last one included; empty: no such place. */
export const rulesAlong = (schema: object, pointer: string): readonly (readonly Rule[])[] => {
  const along: (readonly Rule[])[] = [];
  let here = ways(schema);
  for (const token of tokensOf(pointer)) {
    here = here.flatMap((rule) => inside(rule, token)).flatMap(ways);
    along.push(here);
  }
  return along;
};
