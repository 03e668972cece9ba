import { hash } from 'node:crypto';
import type { Projection } from '@duban/projections';

/** Raise when the runner's own tables, or what it does with changes, become something else. */
const ENGINE_VERSION = 1;

/** Names the layout and meaning of a read model's file: another digest is another file, built beside this one. */
export const generationDigest = (projections: readonly Projection[]): string => {
  const names = projections.map(({ name, version }) => `${name}@${version}`).sort();
  return hash('sha256', [`engine@${ENGINE_VERSION}`, ...names].join('\n')).slice(0, 12);
};
