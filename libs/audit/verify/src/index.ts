export { textOfFile } from './bundle-file.ts';
export { canonicalJson } from './canonical-json.ts';
export { nodePrimitives } from './node-primitives.ts';
export type { Trust } from './trust.ts';
export { packageInFolder } from './package/package-folder.ts';
export { verifyPackage } from './package/verify-package.ts';
export { exitCodeOf, type About, type Verdict } from './verdict.ts';
export { verifyBundle } from './verify-bundle.ts';
export { verifyText } from './verify-text.ts';
