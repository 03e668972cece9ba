/** The dependency table as dependency-cruiser rules. */
import { specExtras, table } from './boundaries.mjs';

/** Specs, and fixtures that only specs read. */
const SPEC = '\\.(spec|fixture)\\.tsx?$';
/**
 * Random and told lives of a case: what is held against the rules in the domain's specs is held against the hints of the edge and
 * against read models, too, which read such a log as any other.
 */
const TOLD = [
  '^libs/domain/src/(?:authority|case)/.+\\.fixture\\.ts$',
  '^libs/demo/src/told-demo\\.fixture\\.ts$',
  '^libs/read-store/src/recorded\\.fixture\\.ts$',
];
/** One circle of types for each kind of stream whose steps are records. */
const STEPS = '^libs/domain/src/(?:case|survey)/';
/** The door of the domain's texts, and what lies behind it. */
const TEXTS = '^libs/domain/src/(texts\\.ts$|texts/|.+\\.texts\\.ts$)';
const ANY_PACKAGE = '^(libs/(?:event-store|audit)/[^/]+|libs/[^/]+|apps/[^/]+)/src/';

const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const indexOf = (folder) => `^${folder}/src/index\\.ts$`;
// Type declarations of a package count as the package.
const npmPath = (name) =>
  `(^|/)node_modules/(${escape(name)}|@types/${escape(name.replace(/^@/, '').replace('/', '__'))})/`;
const nodePath = (name) => `^(node:)?${escape(name)}(/promises)?$`;

const entryOf = ({ folder, name }) => `^${folder}/src/${name}\\.ts$`;

const folders = Object.keys(table);
const entries = Object.values(table)
  .flatMap((row) => row.entries ?? [])
  .map(entryOf);

export const rules = [
  {
    name: 'no-circular',
    comment: 'A cycle means that two things are one; type-only cycles count.',
    severity: 'error',
    from: { pathNot: STEPS },
    to: { circular: true },
  },
  {
    name: 'no-circular-between-steps',
    comment: 'The state is made of what steps say, and steps decide on the state: in types alone (ADR 11).',
    severity: 'error',
    from: { path: STEPS },
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'not-resolvable',
    comment: 'The import leads nowhere, so no rule can judge it.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'not-past-index',
    comment: 'A library is what its index.ts exports.',
    severity: 'error',
    from: { path: ANY_PACKAGE },
    to: { path: '^(libs|apps)/.+/src/', pathNot: ['^$1/src/', '^libs/.+/src/index\\.ts$', ...entries] },
  },
  {
    name: 'tests-not-past-index',
    comment: 'Tests under test/ use libraries as everyone does; only applications may be opened.',
    severity: 'error',
    from: { path: '^test/' },
    to: {
      path: '^libs/',
      pathNot: ['^libs/(?:(?:event-store|audit)/)?[^/]+/src/index\\.ts$', ...entries, ...TOLD],
    },
  },
  {
    name: 'browser-entry-is-plain',
    comment:
      'What pages get of the contracts is texts, records of the board and types: no schema, no domain, no Node at run time.',
    severity: 'error',
    from: { path: '^libs/contracts/src/(browser\\.ts$|board/|texts/)', pathNot: SPEC },
    to: {
      pathNot: ['^libs/contracts/src/(board|texts)/', '^libs/domain/src/texts\\.ts$'],
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'texts-are-plain-data',
    comment:
      'What the loop says is read by pages, too: texts import texts, and of everything else types alone.',
    severity: 'error',
    from: { path: TEXTS, pathNot: SPEC },
    to: { pathNot: TEXTS, dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'folder-not-in-table',
    comment: 'Every folder has a row in infra/build/boundaries.mjs.',
    severity: 'error',
    from: { path: '^(apps|libs)/', pathNot: folders.map((folder) => `^${folder}/`) },
    to: {},
  },
  ...folders.map((folder) => allowList(`${folder}`, folder, { pathNot: SPEC }, [table[folder]])),
  ...folders.map((folder) =>
    allowList(`${folder} specs`, folder, { path: SPEC }, [table[folder], specExtras], ['^test/setup/']),
  ),
];

function allowList(name, folder, { path, pathNot }, rows, more = []) {
  const anyNode = rows.some((row) => row.node === 'any');
  return {
    name,
    comment: 'Not in this folder’s row of infra/build/boundaries.mjs.',
    severity: 'error',
    from: {
      path: path === undefined ? `^${folder}/src/` : `^${folder}/src/.*${path}`,
      ...(pathNot === undefined ? {} : { pathNot }),
    },
    to: {
      couldNotResolve: false, // `not-resolvable` reports those
      pathNot: [
        `^${folder}/src/`,
        ...rows.flatMap((row) => row.ours).map(indexOf),
        ...rows.flatMap((row) => row.entries ?? []).map(entryOf),
        ...rows.flatMap((row) => row.npm).map(npmPath),
        ...(anyNode ? [] : rows.flatMap((row) => row.node).map(nodePath)),
        ...more,
      ],
      ...(anyNode ? { dependencyTypesNot: ['core'] } : {}),
    },
  };
}
