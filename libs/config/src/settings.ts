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
  { name: 'DUBAN_TENANT', meaning: 'which Standing Committee this is', example: 'cq' },
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
    name: 'DUBAN_TLS',
    meaning: 'terminated-upstream when a proxy in front speaks TLS',
    example: 'terminated-upstream',
  },
  { name: 'DUBAN_TLS_CERT', meaning: 'certificate chain, PEM file', example: '/etc/duban/tls.crt' },
  { name: 'DUBAN_TLS_KEY', meaning: 'private key, PEM file', example: '/etc/duban/tls.key' },
  { name: 'KAFKA_BROKERS', meaning: 'brokers to publish to, comma-separated', example: 'kafka:9092' },
  {
    name: 'ESDB_URL',
    meaning: 'EventStoreDB connection string (cluster)',
    example: 'esdb://eventstore:2113',
    secret: true,
  },
];
