/** What the house forbids by shape, each with the sentence that the author reads. */

export const everywhere = [
  {
    selector: 'TSTypeParameterDeclaration[params.length>4]',
    message: 'At most four type parameters.',
  },
];

export const inSources = [
  {
    selector: 'ExportDefaultDeclaration',
    message: 'Named exports only: a default export has another name in every file.',
  },
  {
    selector: 'TSAsExpression > TSAsExpression.expression[typeAnnotation.type="TSUnknownKeyword"]',
    message: 'No `as unknown as`: parse the value, or give it the right type where it comes from.',
  },
  {
    selector:
      ':not(AssignmentExpression) > MemberExpression[computed=true][property.type="Identifier"][property.name=/(^id|Id)$/]',
    message: 'An id comes from outside, and a plain look-up answers `constructor`: use ownEntry, or a Map.',
  },
];

/** Decorators are JavaScript to be, but Node does not run them; the rest would need code to be generated. */
export const erasable = [
  ['TSEnumDeclaration', 'enum: use a union of literals, or an object `as const`'],
  ['TSParameterProperty', 'parameter property: declare the field and assign it'],
  ['Decorator', 'decorator: those belong in apps and libs/nest'],
  ['TSModuleDeclaration[declare!=true]:not([kind="global"])', 'namespace: use a module'],
  ['TSImportEqualsDeclaration', '`import =`: use a static import'],
  ['TSExportAssignment', '`export =`: use a named export'],
].map(([selector, what]) => ({ selector, message: `Only erasable TypeScript in a library; no ${what}.` }));

export const inSpecs = [
  {
    selector:
      'CallExpression[arguments.length=0][callee.property.name=/^(toThrow|toThrowError)$/]:not([callee.object.property.name="not"])',
    message: 'Assert the code of the error: a bare toThrow() also passes for the wrong reason.',
  },
  {
    selector: 'CallExpression[callee.property.name="skip"][callee.object.name=/^(describe|it|test)$/]',
    message: 'A test that cannot run says why: use describeWith of test/setup.',
  },
  {
    selector: 'MemberExpression[property.name="only"][object.name=/^(describe|it|test)$/]',
    message: 'A focused test hides all the others.',
  },
];

const PURE = 'Pure code: time, ids and chance arrive in the command or through a port.';

export const pureGlobals = [
  'Date',
  'process',
  'performance',
  'crypto',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'fetch',
  'console',
].map((name) => ({ name, message: PURE }));

export const pureProperties = [
  { object: 'Math', property: 'random', message: PURE },
  { object: 'Temporal', property: 'Now', message: PURE },
  ...[
    'Date',
    'process',
    'performance',
    'crypto',
    'setTimeout',
    'setInterval',
    'setImmediate',
    'Temporal',
  ].map((property) => ({ object: 'globalThis', property, message: PURE })),
];

export const pureSyntax = [
  { selector: 'Identifier[name="randomUUID"]', message: PURE },
  { selector: 'ImportExpression', message: 'Pure code imports statically.' },
];

const OLD_BROWSER = 'Chromium 109 does not have it.';

export const pageGlobals = ['Temporal'].map((name) => ({ name, message: OLD_BROWSER }));

export const pageProperties = [
  ...['toSorted', 'toReversed', 'toSpliced', 'isWellFormed', 'toWellFormed'].map((property) => ({
    property,
  })),
  { object: 'Object', property: 'groupBy' },
  { object: 'Map', property: 'groupBy' },
  { object: 'Promise', property: 'withResolvers' },
  { object: 'Array', property: 'fromAsync' },
].map((rule) => ({ ...rule, message: OLD_BROWSER }));
