/**
 * Every route of a Fastify instance as `GET /v1/cases/:caseId`, read from the tree that it prints, since nothing else
 * of it names them all. HEAD goes with GET and is left out.
 */
export const routesIn = (printed: string): readonly string[] => {
  const parts: string[] = [];
  return printed.split('\n').flatMap((line) => {
    const [, indent = '', part = '', methods] = /^([ │]*)[└├]── (\S+)(?: \(([A-Z, ]+)\))?$/u.exec(line) ?? [];
    if (part === '') return [];
    parts.splice(indent.length / INDENT, parts.length, part);
    const path = parts.join('');
    const named = (methods ?? '').split(', ').filter((method) => method !== '' && method !== 'HEAD');
    return named.map((method) => `${method} ${path}`);
  });
};

/** Columns of one level in that tree. */
const INDENT = 4;
