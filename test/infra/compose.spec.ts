import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readConfig, SETTINGS, type Config } from '@duban/config';
import {
  compose,
  envOf,
  interpolated,
  root,
  serviceOf,
  services,
  type Service,
  textOf,
} from './infra-files.ts';

const PROFILES: Readonly<Record<string, readonly string[]>> = {
  demo: ['demo'],
  single: ['duban'],
  cluster: ['api-1', 'api-2', 'kafka', 'kafka-topics', 'kurrentdb', 'worker'],
  telemetry: ['grafana', 'prometheus'],
};
const ours = services.filter(([, { build }]) => build !== undefined);
const known = new Set(SETTINGS.map(({ name }) => name));
const filledIn = {
  ...envOf('infra/docker/example.env'),
  DUBAN_OIDC_ISSUER: 'https://id.example.cn',
  DUBAN_OIDC_JWKS_URL: 'https://id.example.cn/jwks',
};

const settingsOf = ({ environment = {} }: Service, env: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(environment).map(([name, text]) => [name, interpolated(text, env)]));
const configOf = (name: string, env: Readonly<Record<string, string>>): Config =>
  readConfig({ ...settingsOf(serviceOf(name), env), DUBAN_DATA: '/data' });

describe('the profiles', () => {
  it.each(Object.keys(PROFILES))('%s starts what it should and nothing else', (profile) => {
    const started = services
      .filter(([, service]) => service.profiles.includes(profile))
      .map(([name]) => name);
    expect(started.sort()).toEqual(PROFILES[profile]);
  });

  it('are the only way to start anything, so that no second log runs beside the cluster', () => {
    expect(services.filter(([, { profiles }]) => profiles.length !== 1)).toEqual([]);
    expect(Object.keys(PROFILES).sort()).toEqual(
      [...new Set(services.flatMap(([, { profiles }]) => profiles))].sort(),
    );
  });

  it.each(services)('%s depends on, and mounts, only what its own profile has', (_, service) => {
    const needed = Array.isArray(service.depends_on)
      ? service.depends_on
      : Object.keys(service.depends_on ?? {});
    for (const name of needed as readonly string[])
      expect(serviceOf(name).profiles).toEqual(service.profiles);
    for (const network of service.networks ?? []) expect(compose.networks).toHaveProperty([network]);
    for (const file of service.env_file ?? []) expect(existsSync(join(root, file))).toBe(true);
    for (const volume of service.volumes ?? []) {
      const [from = ''] = interpolated(volume, filledIn).split(':');
      if (from.startsWith('./')) expect([from, existsSync(join(root, from))]).toEqual([from, true]);
      else expect(compose.volumes).toHaveProperty([from]);
    }
  });

  it('declare no volume that nobody uses', () => {
    const used = services.flatMap(([, { volumes = [] }]) => volumes.map((volume) => volume.split(':')[0]));
    expect(Object.keys(compose.volumes).filter((name) => !used.includes(name))).toEqual([]);
  });
});

describe('the settings', () => {
  it.each(ours)('%s gets only settings that Duban knows', (_, { environment = {} }) => {
    expect(Object.keys(environment).filter((name) => !known.has(name))).toEqual([]);
  });

  it('example.env sets nothing that docker-compose.yml does not read', () => {
    const text = textOf('docker-compose.yml');
    const unread = Object.keys(filledIn).filter(
      (name) => !text.includes(`\${${name}`) && name !== 'COMPOSE_PROFILES',
    );
    expect(unread).toEqual([]);
  });

  it('every variable that docker-compose.yml reads is in example.env', () => {
    const read = [...textOf('docker-compose.yml').matchAll(/\$\{(\w+)/g)].map(([, name]) => name ?? '');
    const example = textOf('infra/docker/example.env');
    expect(read.filter((name) => !new RegExp(`^(# )?${name}=`, 'm').test(example))).toEqual([]);
  });

  it('Duban accepts as single, once the identity provider is named, and not before', () => {
    expect(configOf('duban', filledIn)).toMatchObject({
      profile: 'single',
      host: '0.0.0.0',
      tls: { mode: 'terminated-upstream' },
      kafkaBrokers: [],
    });
    expect(() => configOf('duban', {})).toThrow(expect.objectContaining({ code: 'config.invalid' }));
  });

  it.each(['api-1', 'api-2', 'worker'])('Duban accepts as cluster: %s', (name) => {
    const config = configOf(name, filledIn);
    const eventStoreUrl = 'esdb://kurrentdb:2113?tls=false';
    expect(config).toMatchObject({ profile: 'cluster', eventStoreUrl, instance: name });
    expect(config.kafkaBrokers).toEqual(['kafka:9092']);
  });

  it('the demo listens on loopback, in the network of the host, and publishes no port', () => {
    expect(configOf('demo', {})).toMatchObject({ profile: 'demo', host: '127.0.0.1' });
    expect(serviceOf('demo')).toMatchObject({ network_mode: 'host' });
    expect(serviceOf('demo')).not.toHaveProperty('ports');
  });
});

describe('what is open', () => {
  it('ports are published on loopback only, and each once', () => {
    const ports = services.flatMap(([, service]) => service.ports ?? []);
    expect(ports.filter((port) => !/^127\.0\.0\.1:\d+:\d+$/.test(port))).toEqual([]);
    const hostPorts = ports.map((port) => port.split(':')[1]);
    expect(new Set(hostPorts).size).toBe(hostPorts.length);
  });

  it('the log has no published port and a network without a way out', () => {
    expect(serviceOf('kurrentdb').ports).toBeUndefined();
    expect(serviceOf('kurrentdb').networks).toEqual(['log']);
    expect(compose.networks['log']).toEqual({ internal: true });
    const onLog = services.filter(([, { networks = [] }]) => networks.includes('log')).map(([name]) => name);
    expect(onLog.sort()).toEqual(['api-1', 'api-2', 'kurrentdb', 'worker']);
  });

  it.each(services)('%s has no capability and can gain none', (_, service) => {
    expect(service.cap_drop).toEqual(['ALL']);
    expect(service.security_opt).toEqual(['no-new-privileges:true']);
    expect(service.privileged).toBeUndefined();
  });

  it.each(ours)('%s has a root that is read-only, and data of its own', (name, service) => {
    expect(service.read_only).toBe(true);
    const data = (service.volumes ?? []).filter((volume) => volume.endsWith(':/data'));
    expect(data).toEqual([`${name}-data:/data`]);
  });

  it.each(services)('%s runs an image that is pinned by its tag', (_, { image }) => {
    expect(image).toMatch(/^[\w./-]+:v?\d+\.\d+\.\d+$/);
  });

  it('the key of the vault is a file that git and the image never see, given to those who need it', () => {
    const { file = '' } = compose.secrets['vault-key'] ?? {};
    const needy = ours.filter(([, { environment = {} }]) => 'DUBAN_VAULT_KEY_FILE' in environment);
    expect(needy.map(([name]) => name).sort()).toEqual(['api-1', 'api-2', 'duban', 'worker']);
    for (const [, { secrets, environment, volumes = [] }] of needy) {
      expect([secrets, environment?.['DUBAN_VAULT_KEY_FILE']]).toEqual([
        ['vault-key'],
        '/run/secrets/vault-key',
      ]);
      expect(
        volumes.filter((volume) => volume.endsWith(`:${environment?.['DUBAN_VAULT_DIR'] ?? ''}`)),
      ).toHaveLength(1);
    }
    expect(interpolated(file, filledIn)).toBe('./infra/docker/secrets/vault.key');
    for (const folder of ['infra/docker/secrets', 'infra/telemetry/secrets']) {
      expect(textOf(`${folder}/.gitignore`)).toContain('\n*\n!.gitignore\n');
    }
  });

  it('no secret stands in a committed file', () => {
    const files = ['docker-compose.yml', ...services.flatMap(([, service]) => service.env_file ?? [])];
    for (const file of files) expect(textOf(file)).not.toMatch(/PASSWORD|SECRET_KEY|TOKEN=/);
  });
});
