/** What this process was told to be: read once, frozen, and the only place where the environment is known. */
export type Profile = 'demo' | 'single' | 'cluster';

export type OidcSettings = {
  readonly issuer: string;
  readonly audience: string;
  readonly jwksUrl: string;
};

export type TlsSettings =
  | { readonly mode: 'none' }
  | { readonly mode: 'terminated-upstream' }
  | { readonly mode: 'own'; readonly certFile: string; readonly keyFile: string };

export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent';

export type Config = {
  readonly profile: Profile;
  readonly host: string;
  readonly port: number;
  /** Absolute folder of the log, the read models and the keys. */
  readonly dataDir: string;
  readonly tenant: string;
  readonly ruleSetId: string;
  readonly region: string;
  readonly logLevel: LogLevel;
  /** Null in the demo profile, which has built-in personas on loopback only. */
  readonly oidc: OidcSettings | null;
  readonly tls: TlsSettings;
  readonly kafkaBrokers: readonly string[];
  /** Connection string of EventStoreDB / KurrentDB; null: the SQLite log. May hold credentials: never log it. */
  readonly eventStoreUrl: string | null;
};
