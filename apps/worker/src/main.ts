import './node-version.ts';

// Not a static import: that would be linked, and fail, before the version is checked.
await import('./worker.ts');
