export type {
  Config,
  KafkaAccess,
  KafkaSasl,
  LogLevel,
  OidcSettings,
  Profile,
  TlsSettings,
  TimestampSetting,
  WitnessSetting,
} from './config.ts';
export { readConfig, type Environment } from './read-config.ts';
export { SETTINGS, type Setting } from './settings.ts';
