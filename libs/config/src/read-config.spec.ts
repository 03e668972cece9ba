import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { CodedError } from '@duban/kernel';
import { readConfig, type Environment } from './read-config.ts';

const faultsOf = (env: Environment): string => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof CodedError && error.code === 'config.invalid') return error.message;
    throw error;
  }
  return '';
};

const single = {
  DUBAN_PROFILE: 'single',
  DUBAN_OIDC_ISSUER: 'https://id.example.cn',
  DUBAN_OIDC_AUDIENCE: 'duban',
  DUBAN_OIDC_JWKS_URL: 'https://id.example.cn/jwks',
  DUBAN_TLS: 'terminated-upstream',
  DUBAN_VAULT_KEY_FILE: '/etc/duban/vault.key',
};

const cluster = {
  ...single,
  DUBAN_PROFILE: 'cluster',
  DUBAN_VAULT_DIR: '/srv/duban/vault',
  DUBAN_ATTACHMENT_DIR: '/srv/duban/attachments',
  DUBAN_INSTANCE: 'api-1',
  ESDB_URL: 'esdb://h',
};

describe('readConfig', () => {
  it('starts as a demo on loopback when nothing is said', () => {
    expect(readConfig({})).toMatchObject({
      profile: 'demo',
      host: '127.0.0.1',
      port: 3000,
      dataDir: resolve('data'),
      oidc: null,
      eventStoreUrl: null,
      kafkaBrokers: [],
    });
  });

  it('takes port and data folder from PORT and DUBAN_DATA', () => {
    expect(readConfig({ PORT: '8080', DUBAN_DATA: '/srv/duban' })).toMatchObject({
      port: 8080,
      dataDir: '/srv/duban',
    });
  });

  it('never listens beyond loopback with demo personas', () => {
    expect(faultsOf({ DUBAN_HOST: '0.0.0.0' })).toContain('DUBAN_HOST');
  });

  it('lists every fault at once', () => {
    const text = faultsOf({ DUBAN_PROFILE: 'single', PORT: '70000', DUBAN_LOG_LEVEL: 'loud' });
    for (const name of ['PORT', 'DUBAN_LOG_LEVEL', 'DUBAN_OIDC_ISSUER', 'DUBAN_OIDC_JWKS_URL', 'TLS']) {
      expect(text).toContain(name);
    }
  });

  it('refuses an unknown DUBAN variable outside the demo', () => {
    expect(faultsOf({ ...single, DUBAN_DATTA: '/srv' })).toContain('DUBAN_DATTA');
    expect(faultsOf({ DUBAN_DATTA: '/srv' })).toBe('');
  });

  it('accepts a complete single profile', () => {
    expect(readConfig({ ...single, KAFKA_BROKERS: 'a:9092, b:9092' })).toMatchObject({
      profile: 'single',
      tls: { mode: 'terminated-upstream' },
      kafkaBrokers: ['a:9092', 'b:9092'],
    });
  });

  it('keeps the log of a cluster in EventStoreDB and never repeats its credentials', () => {
    expect(faultsOf({ ...cluster, ESDB_URL: '' })).toContain('ESDB_URL');
    const text = faultsOf({ ...cluster, ESDB_URL: 'esdb://u:geheim@h', PORT: 'x' });
    expect(text).toContain('PORT');
    expect(text).not.toContain('geheim');
  });

  it('names the processes of a cluster, and nothing else', () => {
    expect([readConfig(cluster).instance, readConfig(single).instance]).toEqual(['api-1', null]);
    expect(faultsOf({ ...cluster, DUBAN_INSTANCE: '' })).toContain('DUBAN_INSTANCE is missing');
    for (const name of ['API-1', 'api 1', 'api/1', 'a'.repeat(33)]) {
      expect(faultsOf({ ...cluster, DUBAN_INSTANCE: name })).toContain('DUBAN_INSTANCE is');
    }
    for (const env of [single, {}]) {
      expect(faultsOf({ ...env, DUBAN_INSTANCE: 'api-1' })).toContain('DUBAN_INSTANCE is set');
    }
  });

  it('has a key for personal text, made by nobody but the demo', () => {
    expect(readConfig({}).vaultKeyFile).toBeNull();
    expect(readConfig(single).vaultKeyFile).toBe('/etc/duban/vault.key');
    expect(faultsOf({ ...single, DUBAN_VAULT_KEY_FILE: '' })).toContain('DUBAN_VAULT_KEY_FILE is missing');
  });

  it('keeps the vault with the data, but never one for each process of a cluster', () => {
    expect(readConfig({ ...single, DUBAN_DATA: '/srv/duban' }).vaultDir).toBe('/srv/duban');
    expect(readConfig(cluster).vaultDir).toBe('/srv/duban/vault');
    expect(faultsOf({ ...cluster, DUBAN_VAULT_DIR: '' })).toContain('DUBAN_VAULT_DIR is missing');
  });

  it('reaches brokers with TLS and a name where it is told, and never repeats the password', () => {
    const sasl = { KAFKA_SASL: 'scram-sha-512', KAFKA_USERNAME: 'duban', KAFKA_PASSWORD: 'geheim' };
    expect(readConfig({}).kafka).toEqual({ tls: null, sasl: null, topicReplicas: 1 });
    expect(readConfig({ KAFKA_BROKERS: 'a,b,c,d', KAFKA_TLS: 'system', ...sasl }).kafka).toEqual({
      tls: 'system',
      sasl: { mechanism: 'scram-sha-512', username: 'duban', password: 'geheim' },
      topicReplicas: 3,
    });
    expect(readConfig({ KAFKA_TLS: '/etc/ca.pem', KAFKA_TOPIC_REPLICAS: '2' }).kafka).toMatchObject({
      tls: '/etc/ca.pem',
      topicReplicas: 2,
    });
    const faults = faultsOf({ KAFKA_SASL: 'plain', KAFKA_USERNAME: 'duban', KAFKA_PASSWORD: 'geheim' });
    expect(faults).toContain('KAFKA_TLS');
    expect(faults).not.toContain('geheim');
    expect(faultsOf({ ...sasl, KAFKA_SASL: '' })).toContain('KAFKA_SASL');
    expect(faultsOf({ ...sasl, KAFKA_SASL: 'magic' })).toContain('KAFKA_SASL');
    expect(faultsOf({ ...sasl, KAFKA_PASSWORD: '' })).toContain('KAFKA_PASSWORD');
    expect(faultsOf({ KAFKA_TOPIC_REPLICAS: '0' })).toContain('KAFKA_TOPIC_REPLICAS');
  });

  it('has a token for subscribing, or a file of it, and repeats neither', () => {
    expect(readConfig({}).token).toBeNull();
    expect(readConfig({ DUBAN_TOKEN: 'geheim' }).token).toEqual({ value: 'geheim' });
    expect(readConfig({ DUBAN_TOKEN_FILE: '/run/t' }).token).toEqual({ file: '/run/t' });
    const text = faultsOf({ DUBAN_TOKEN: 'geheim', DUBAN_TOKEN_FILE: '/run/t' });
    expect(text).toContain('DUBAN_TOKEN_FILE');
    expect(text).not.toContain('geheim');
  });

  describe('attachments', () => {
    const bucket = { DUBAN_S3_BUCKET: 'files', DUBAN_S3_ACCESS_KEY: 'a', DUBAN_S3_SECRET_KEY: 'geheim' };

    it('lie with the data, up to 50 MiB each', () => {
      expect(readConfig({ DUBAN_DATA: '/srv/duban' }).attachments).toEqual({
        limitInBytes: 52_428_800,
        dir: '/srv/duban/attachments',
        s3: null,
      });
      expect(readConfig({ DUBAN_ATTACHMENT_LIMIT: '2' }).attachments.limitInBytes).toBe(2_097_152);
    });

    it.each(['0', '-1', '1.5', '1e3', '4097', 'viel'])('have no limit of %s', (limit) => {
      expect(faultsOf({ DUBAN_ATTACHMENT_LIMIT: limit })).toContain('DUBAN_ATTACHMENT_LIMIT');
    });

    it('lie in a bucket, by path where the server is one’s own', () => {
      expect(readConfig(bucket).attachments.s3).toMatchObject({ endpoint: null, pathStyle: false });
      const own = readConfig({ ...bucket, DUBAN_S3_ENDPOINT: 'https://s3.example.cn' });
      expect(own.attachments.s3).toMatchObject({ bucket: 'files', pathStyle: true, region: 'us-east-1' });
    });

    it('name what is missing of a bucket, and never its keys', () => {
      expect(faultsOf({ DUBAN_S3_BUCKET: 'files' })).toContain('DUBAN_S3_SECRET_KEY');
      expect(faultsOf({ DUBAN_S3_ENDPOINT: 'https://s3.example.cn' })).toContain('DUBAN_S3_BUCKET');
      const text = faultsOf({ ...bucket, DUBAN_S3_ENDPOINT: 'nowhere', DUBAN_S3_PATH_STYLE: 'ja' });
      expect([text.includes('DUBAN_S3_ENDPOINT'), text.includes('DUBAN_S3_PATH_STYLE')]).toEqual([
        true,
        true,
      ]);
      expect(text).not.toContain('geheim');
    });

    it('are shared by a cluster', () => {
      expect(faultsOf({ ...cluster, DUBAN_ATTACHMENT_DIR: '' })).toContain('DUBAN_ATTACHMENT_DIR is missing');
      expect(readConfig({ ...cluster, ...bucket, DUBAN_ATTACHMENT_DIR: '' }).attachments.s3).not.toBeNull();
    });
  });

  it('cannot be changed afterwards', () => {
    expect(Object.isFrozen(readConfig({}))).toBe(true);
  });
});
