import 'reflect-metadata';

const OPAQUE = Symbol('properties that no class describes');

type Constructor = abstract new (...parts: never[]) => object;

/**
 * An object that no class describes, but a schema later on: its own class-validator rules hold, and what is inside is handed on as
 * it came. Turning each of its values into an instance of nothing costs more than everything else about a request.
 */
export const Opaque = (): PropertyDecorator => (target, property) => {
  const known = (Reflect.getMetadata(OPAQUE, target.constructor) ?? []) as readonly (string | symbol)[];
  Reflect.defineMetadata(OPAQUE, [...known, property], target.constructor);
};

const namesOf = (type: Constructor | undefined): readonly string[] =>
  type === undefined ? [] : ((Reflect.getMetadata(OPAQUE, type) ?? []) as readonly string[]);

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A body whose opaque objects are empty, and the function that puts them back into what was made of it.
 */
export const withoutOpaque = (
  body: unknown,
  type: Constructor | undefined,
): readonly [body: unknown, putBack: (made: unknown) => unknown] => {
  if (!isPlain(body)) return [body, (made) => made];
  const kept = Object.entries(body).filter(([name, value]) => namesOf(type).includes(name) && isPlain(value));
  const emptied = Object.fromEntries(kept.map(([name]) => [name, {}]));
  return [
    kept.length === 0 ? body : { ...body, ...emptied },
    (made) => Object.assign(made as object, Object.fromEntries(kept)),
  ];
};
