import { rules } from './infra/build/boundary-rules.mjs';

export default {
  forbidden: rules,
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    // Anchored: most packages resolve to a dist/ of their own, and must be seen.
    exclude: { path: ['^(apps|libs)/.+/dist/', '\\.css$'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.d.ts'],
    },
  },
};
