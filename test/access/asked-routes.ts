/** What an OpenAPI document says of one address that is asked with GET. */
type Operation = {
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
  }[];
};

export type OpenApi = { readonly paths: Readonly<Record<string, { readonly get?: Operation }>> };

export type Values = Readonly<Record<string, string>>;

/** Values of query parameters that only one address takes in that way. */
type OfRoute = Readonly<Record<string, Values>>;

const valueOf = (values: Values, name: string, route: string): string => {
  const value = values[name];
  if (value === undefined) throw new Error(`${route}: the test has no value for {${name}}`);
  return value;
};

const queryOf = (route: string, { parameters = [] }: Operation, values: Values, ofRoute: OfRoute): string => {
  const own = ofRoute[route] ?? {};
  const query = new URLSearchParams(own);
  for (const { name, in: place, required } of parameters) {
    if (place !== 'query' || query.has(name)) continue;
    if (required === true || name === 'limit') query.set(name, valueOf(values, name, route));
  }
  return query.size === 0 ? '' : `?${query.toString()}`;
};

/** Every GET of the document by its path, with an address that can be asked: a new route comes by itself, or stops the test. */
export const askedRoutes = (
  { paths }: OpenApi,
  values: Values,
  ofRoute: OfRoute,
): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(paths).flatMap(([route, { get }]) => {
      if (get === undefined) return [];
      const path = route.replaceAll(/\{(\w+)\}/g, (_, name: string) => valueOf(values, name, route));
      return [[route, `${path}${queryOf(route, get, values, ofRoute)}`] as const];
    }),
  );
