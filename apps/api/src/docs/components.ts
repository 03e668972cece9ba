import type { OpenAPIObject } from '@nestjs/swagger';
import { AT_PLACE, sharedVocabularies } from '@duban/contracts';

export type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;
export type Schema = Schemas[string];
type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

const capital = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1);

const one = (name: string): string => name.replace(/ies$/, 'y').replace(/(?<=ss)es$|(?<!s)s$/, '');

const OR_NULL = 'OrNull';

const wordsOf = (values: unknown): string =>
  JSON.stringify(Array.isArray(values) ? values.filter((value) => value !== null) : values);

const vocabularies: ReadonlyMap<string, string> = new Map(
  sharedVocabularies.map(({ enum: words, title }) => [wordsOf(words), String(title)]),
);

/** JSON with sorted keys: equal shapes have equal text. */
const textOf = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    isNode(part) && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

const referenceTo = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

/**
 * The named schemas of a document. Whatever is taken in is cut into parts with a name each: its own title, that of the shared
 * vocabulary with the same words, or the place where it stands (`VoteRecordedCounts`).
 */
export class Components {
  readonly #schemas = new Map<string, Schema>();

  get schemas(): Schemas {
    return Object.fromEntries([...this.#schemas].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** @returns the reference to use in its place. @throws Error when two shapes want one name */
  take(schema: object, name: string): Schema {
    // What the schema library adds for itself is no text and drops out.
    return this.#part(JSON.parse(JSON.stringify(schema)) as Node, name, true);
  }

  /** The same of what needs no name itself: a text stays a text, a vocabulary gets a name. */
  part(schema: object, name: string): Schema {
    return this.#part(JSON.parse(JSON.stringify(schema)) as Node, name);
  }

  #part(node: Node, place: string, isNamed = false): Schema {
    const { title: _title, [AT_PLACE]: atPlace, ...own } = node;
    const name = this.#nameOf(node, place);
    const base = name.endsWith(OR_NULL) ? name.slice(0, -OR_NULL.length) : name;
    const inner = Object.fromEntries(
      Object.entries(own).map(([key, value]) => [key, this.#inside(key, value, base)]),
    );
    if (!isNamed && !('properties' in own) && !('enum' in own)) return inner;
    const reference = this.#put(name, inner);
    return typeof atPlace === 'string' ? { ...reference, description: atPlace } : reference;
  }

  #nameOf({ title, enum: words, type }: Node, place: string): string {
    const known = vocabularies.get(wordsOf(words));
    const isNullable = Array.isArray(type) && type.includes('null');
    if (known !== undefined) return isNullable ? `${known}${OR_NULL}` : known;
    if (typeof title === 'string') return title;
    return isNullable && !place.endsWith(OR_NULL) ? `${place}${OR_NULL}` : place;
  }

  #inside(key: string, value: unknown, owner: string): unknown {
    if (key === 'properties' && isNode(value))
      return Object.fromEntries(
        Object.entries(value).map(([name, field]) => [
          name,
          this.#part(field as Node, owner + capital(name)),
        ]),
      );
    if ((key === 'items' || key === 'additionalProperties') && isNode(value))
      return this.#part(value, one(owner));
    if (key === 'anyOf' && Array.isArray(value))
      return value.map((option: Node, index) => this.#part(option, `${owner}Option${String(index + 1)}`));
    return value;
  }

  #put(name: string, schema: Schema): Schema {
    const known = this.#schemas.get(name);
    if (known !== undefined && textOf(known) !== textOf(schema))
      throw new Error(`two shapes are called ${name}`);
    this.#schemas.set(name, schema);
    return referenceTo(name);
  }
}

/** Two sets of named schemas in one. @throws Error when they mean different things by one name */
export const merged = (one: Schemas, other: Schemas): Schemas => {
  const clash = Object.keys(one).find((name) => name in other && textOf(one[name]) !== textOf(other[name]));
  if (clash !== undefined) throw new Error(`two shapes are called ${clash}`);
  return Object.fromEntries(Object.entries({ ...one, ...other }).sort(([a], [b]) => (a < b ? -1 : 1)));
};
