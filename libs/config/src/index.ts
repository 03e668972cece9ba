export type { Config, LogLevel, TlsSettings } from './config.ts';
export { readConfig } from './read-config.ts';
export { SETTINGS } from './settings.ts';
