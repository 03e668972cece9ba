/** Every variable there is, for `duban doctor`, the docs and the refusal of unknown ones. */
export type Setting = {
  readonly name: string;
  readonly meaning: string;
  readonly example: string;
  readonly secret?: true;
};

export const SETTINGS: readonly Setting[] = [
  { name: 'DUBAN_PROFILE', meaning: 'demo (default), single or cluster', example: 'single' },
  {
    name: 'DUBAN_HOST',
    meaning: 'address to listen on; the demo profile accepts loopback only',
    example: '127.0.0.1',
  },
  { name: 'PORT', meaning: 'port to listen on', example: '3000' },
  { name: 'DUBAN_DATA', meaning: 'folder of the log, the read models and the keys', example: './data' },
  {
    name: 'DUBAN_VAULT_KEY_FILE',
    meaning: 'master key of the vault: a file of mode 0600 with 32 bytes in base64; the demo makes its own',
    example: '/etc/duban/vault.key',
  },
  {
    name: 'DUBAN_VAULT_DIR',
    meaning: 'folder of vault and names, shared by all processes of a cluster (default: DUBAN_DATA)',
    example: '/srv/duban/vault',
  },
  {
    name: 'DUBAN_ATTACHMENT_LIMIT',
    meaning: 'largest file that is taken, in MiB (default: 50)',
    example: '50',
  },
  {
    name: 'DUBAN_ATTACHMENT_DIR',
    meaning:
      'folder of the attachments, shared by all processes of a cluster (default: DUBAN_DATA/attachments)',
    example: '/srv/duban/attachments',
  },
  {
    name: 'DUBAN_S3_BUCKET',
    meaning: 'bucket of the attachments, instead of a folder',
    example: 'duban-files',
  },
  {
    name: 'DUBAN_S3_ENDPOINT',
    meaning: 'address of an S3-compatible server (default: that of AWS)',
    example: 'https://s3.example.cn',
  },
  { name: 'DUBAN_S3_REGION', meaning: 'region of the bucket (default: us-east-1)', example: 'cn-north-1' },
  {
    name: 'DUBAN_S3_PATH_STYLE',
    meaning: 'true: https://host/bucket (default with an endpoint); false: https://bucket.host',
    example: 'true',
  },
  { name: 'DUBAN_S3_ACCESS_KEY', meaning: 'access key of the bucket', example: 'duban', secret: true },
  { name: 'DUBAN_S3_SECRET_KEY', meaning: 'secret key of the bucket', example: '…', secret: true },
  { name: 'DUBAN_TENANT', meaning: 'which Standing Committee this is', example: 'cq' },
  {
    name: 'DUBAN_INSTANCE',
    meaning: 'name of this process, unlike any other of its cluster; for the cluster only',
    example: 'api-1',
  },
  { name: 'DUBAN_RULE_SET', meaning: 'rule set that new assignments pin', example: 'cq-default' },
  { name: 'DUBAN_REGION', meaning: 'calendar that working days are counted by', example: 'CN' },
  { name: 'DUBAN_LOG_LEVEL', meaning: 'trace, debug, info, warn, error or silent', example: 'info' },
  { name: 'DUBAN_OIDC_ISSUER', meaning: 'issuer of the tokens', example: 'https://id.example.cn' },
  { name: 'DUBAN_OIDC_AUDIENCE', meaning: 'audience that tokens must name', example: 'duban' },
  {
    name: 'DUBAN_OIDC_JWKS_URL',
    meaning: 'where the issuer publishes its keys',
    example: 'https://id.example.cn/jwks',
  },
  {
    name: 'DUBAN_POSTS',
    meaning:
      'where the posts of people come from: token (claims, default) or register (kept in Duban; grant or adopt posts before you set it)',
    example: 'register',
  },
  {
    name: 'DUBAN_TLS',
    meaning: 'terminated-upstream when a proxy in front speaks TLS',
    example: 'terminated-upstream',
  },
  { name: 'DUBAN_TLS_CERT', meaning: 'certificate chain, PEM file', example: '/etc/duban/tls.crt' },
  { name: 'DUBAN_TLS_KEY', meaning: 'private key, PEM file', example: '/etc/duban/tls.key' },
  { name: 'KAFKA_BROKERS', meaning: 'brokers to publish to, comma-separated', example: 'kafka:9092' },
  {
    name: 'KAFKA_TLS',
    meaning: 'TLS to the brokers: system, or a PEM file with the certificates to trust',
    example: '/etc/duban/kafka-ca.pem',
  },
  { name: 'KAFKA_SASL', meaning: 'plain, scram-sha-256 or scram-sha-512', example: 'scram-sha-512' },
  { name: 'KAFKA_USERNAME', meaning: 'who Duban is to the brokers', example: 'duban' },
  { name: 'KAFKA_PASSWORD', meaning: 'its password', example: 'from your secret store', secret: true },
  {
    name: 'KAFKA_TOPIC_REPLICAS',
    meaning: 'copies of each partition of new topics (default: as many as brokers are named, 3 at most)',
    example: '3',
  },
  {
    name: 'ESDB_URL',
    meaning: 'EventStoreDB connection string (cluster)',
    example: 'esdb://eventstore:2113',
    secret: true,
  },
  {
    name: 'DUBAN_TOKEN',
    meaning: 'access token that duban tail shows to a server',
    example: 'eyJhbGciOi…',
    secret: true,
  },
  {
    name: 'DUBAN_TOKEN_FILE',
    meaning: 'file with that token instead, read again for each connection',
    example: '/run/duban/token',
  },
  {
    name: 'DUBAN_LOG_HASH',
    meaning: 'hash of the proofs, sha256 (default) or sm3; fixed when the log begins',
    example: 'sha256',
  },
  {
    name: 'DUBAN_WITNESSES',
    meaning: 'witnesses to ask for cosignatures, comma-separated, each as <address>#<verifier key>',
    example: 'https://witness.example.cn/#witness.example.cn/w1+3f0a9c12+BGrl…',
  },
  {
    name: 'DUBAN_READS_WITNESSES',
    meaning: 'the same for the log of who read what; they must be told of its key',
    example: 'https://witness.example.cn/#witness.example.cn/w1+3f0a9c12+BGrl…',
  },
  {
    name: 'DUBAN_TSA_URL',
    meaning: 'time-stamp authority (RFC 3161) that stamps the checkpoints; without it none does',
    example: 'https://tsa.example.cn/',
  },
  {
    name: 'DUBAN_TSA_EVERY_MINUTES',
    meaning: 'at most one checkpoint is stamped in so many minutes, default 10',
    example: '60',
  },
  {
    name: 'DUBAN_READ_LOG',
    meaning:
      'required: nothing is shown before it is written down who reads it (default outside the demo); or best-effort',
    example: 'required',
  },
];
