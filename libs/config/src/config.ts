import type { PostSource } from '@duban/kernel';

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

/** Somebody else who cosigns what this log signs, and the key that it must sign with. */
export type TimestampSetting = { readonly url: string; readonly everyMs: number };
export type WitnessSetting = { readonly url: string; readonly verifierKey: string };

export type KafkaSasl = {
  readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
  readonly username: string;
  /** Never log it. */
  readonly password: string;
};

/** How to reach the brokers of the outlet, and how its topics are made. */
export type KafkaAccess = {
  /** `system`: certificates that the machine trusts; else the absolute path of a PEM file. Null: no TLS. */
  readonly tls: string | null;
  readonly sasl: KafkaSasl | null;
  /** Copies of each partition, for topics that do not exist yet. */
  readonly topicReplicas: number;
};

export type S3Settings = {
  /** Null: the endpoint that AWS has for the region. */
  readonly endpoint: string | null;
  readonly region: string;
  readonly bucket: string;
  readonly pathStyle: boolean;
  /** Never log these two. */
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
};

/** Where the files of cases are kept. */
export type AttachmentSettings = {
  readonly limitInBytes: number;
  /** Absolute folder; not used where there is a bucket. */
  readonly dir: string;
  readonly s3: S3Settings | null;
};

export type Config = {
  readonly profile: Profile;
  readonly host: string;
  readonly port: number;
  /** Absolute folder of the log, the read models and the keys. */
  readonly dataDir: string;
  /** Absolute folder of the vault and of the people's names: the data folder, unless several processes share them. */
  readonly vaultDir: string;
  /** File of the vault's master key. Null: the demo makes its own. */
  readonly vaultKeyFile: string | null;
  readonly attachments: AttachmentSettings;
  readonly tenant: string;
  /** What tells this process from the others of its cluster; null on the other profiles, which have one. */
  readonly instance: string | null;
  readonly ruleSetId: string;
  readonly region: string;
  readonly logLevel: LogLevel;
  /** Null in the demo profile, which has built-in personas on loopback only. */
  readonly oidc: OidcSettings | null;
  readonly tls: TlsSettings;
  /** Empty: nothing goes out through Kafka. */
  readonly kafkaBrokers: readonly string[];
  readonly kafka: KafkaAccess;
  /** Connection string of EventStoreDB / KurrentDB; null: the SQLite log. May hold credentials: never log it. */
  readonly eventStoreUrl: string | null;
  /** What `duban tail` shows to a server: the token itself, or the absolute path of a file that holds it. Never log it. */
  readonly token: { readonly value: string } | { readonly file: string } | null;
  /** Hash of the proofs, fixed when the first one is made. */
  readonly logHash: 'sha256' | 'sm3';
  readonly witnesses: readonly WitnessSetting[];
  /** Those of the log of who read what, which has a name and a key of its own. */
  readonly readsWitnesses: readonly WitnessSetting[];
  /** Where checkpoints are time-stamped (RFC 3161), and how often at most; null: nowhere. */
  readonly timestamps: TimestampSetting | null;
  /** Where the posts of people come from: the register in the log, or the claims of their tokens. */
  readonly posts: PostSource;
  /** Whether an answer may leave when it cannot be written down who got it. */
  readonly readLog: 'required' | 'best-effort';
};
