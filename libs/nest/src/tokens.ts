/** What the application hands to the Nest side; constructed in one place, injected by these names. */
export const LOGGER = Symbol('logger');
export const IDENTITY = Symbol('identity');
export const METRICS = Symbol('metrics');
