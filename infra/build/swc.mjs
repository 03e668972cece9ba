/**
 * The one set of SWC options. The build rewrites `./x.ts` to `./x.js`; jest runs the sources where they are,
 * so it must not.
 */
export function swcOptions({ rewriteImports, tsx = false }) {
  return {
    jsc: {
      parser: { syntax: 'typescript', decorators: true, tsx },
      target: 'es2024',
      keepClassNames: true,
      rewriteRelativeImportExtensions: rewriteImports,
      transform: {
        legacyDecorator: true,
        decoratorMetadata: true,
        ...(tsx ? { react: { runtime: 'automatic' } } : {}),
      },
    },
    module: { type: 'es6' },
    sourceMaps: rewriteImports ? true : 'inline',
    swcrc: false,
  };
}
