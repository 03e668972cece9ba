import { beforeAll, describe, expect, it } from '@jest/globals';
import { LOG_START } from '@duban/kernel';
import { createMetrics, type MetricSources } from '@duban/nest';
import { serviceOf, textOf, yamlOf } from './infra-files.ts';

type Panel = {
  readonly id: number;
  readonly title: string;
  readonly datasource: { readonly uid: string };
  readonly gridPos: { readonly x: number; readonly w: number };
  readonly targets: readonly { readonly expr: string }[];
};
type Rule = { readonly alert: string; readonly expr: string };

const dashboard = JSON.parse(textOf('infra/telemetry/grafana/dashboards/duban.json')) as {
  readonly panels: readonly Panel[];
};
const { groups } = yamlOf('infra/telemetry/alerts.yml') as { groups: readonly { rules: readonly Rule[] }[] };
const rules = groups.flatMap((group) => group.rules);
const prometheus = yamlOf('infra/telemetry/prometheus.yml') as {
  rule_files: readonly string[];
  scrape_configs: readonly [
    {
      job_name: string;
      authorization: { credentials_file: string };
      file_sd_configs: readonly [{ files: string[] }];
    },
  ];
};
const mounts = (name: string) =>
  new Map((serviceOf(name).volumes ?? []).map((volume) => [volume.split(':').at(-2) ?? '', volume]));

const relayAtRest = {
  ...{ epoch: 1, position: LOG_START, isCaughtUp: true, lagMs: 0, passed: 0, sent: 0 },
  ...{ batches: 0, failures: 0, lastFault: null, lastFaultCode: null },
} as const;

/** Whatever the product asks for at a scrape; what it asks for is not the matter here. */
const allZero: MetricSources = {
  readLag: () => 0,
  sseClients: () => 0,
  seals: { size: () => 0, lagSeconds: () => 0 },
  relay: () => ({ ...relayAtRest, status: 'running' }),
};

/** What a scrape of the product says: names, and the labels of each. */
const exported = new Map<string, Set<string>>();
beforeAll(async () => {
  const metrics = createMetrics(allZero);
  metrics.command('open-case', 'accepted', 0.01);
  metrics.request('GET /v1/board', 200, 0.01);
  metrics.job('deadlines', true, 0.01);
  for (const [, name = '', labels = ''] of (await metrics.text()).matchAll(/^(\w+)(?:\{(.*)\})? \S+$/gm)) {
    const names = exported.get(name) ?? new Set();
    for (const [, label = ''] of labels.matchAll(/(\w+)="/g)) names.add(label);
    exported.set(name, names);
  }
});

const metricsIn = (expr: string) => [...expr.matchAll(/\bduban_\w+/g)].map(([name]) => name);
const unknownIn = (expr: string) => metricsIn(expr).filter((name) => !exported.has(name));
/** Labels that Prometheus adds; `job` is its own, so Duban's arrives under the other name. */
const ADDED = new Set(['instance', 'job', 'exported_job']);
const labelsIn = (expr: string) => [
  ...[...expr.matchAll(/by \(([^)]*)\)/g)].flatMap(([, list = '']) => list.split(/,\s*/)),
  ...[...expr.matchAll(/(\w+)=~?"/g)].map(([, name = '']) => name),
];
const unknownLabelsIn = (expr: string) => {
  const known = new Set(metricsIn(expr).flatMap((name) => [...(exported.get(name) ?? [])]));
  return labelsIn(expr).filter((label) => !known.has(label) && !ADDED.has(label));
};

describe('the dashboard', () => {
  it.each(dashboard.panels)(
    'asks only for what Duban exports: $title',
    ({ targets, datasource, gridPos }) => {
      expect(targets.length).toBeGreaterThan(0);
      expect(targets.flatMap(({ expr }) => unknownIn(expr))).toEqual([]);
      expect(targets.flatMap(({ expr }) => unknownLabelsIn(expr))).toEqual([]);
      expect(textOf('infra/telemetry/grafana/datasources/prometheus.yml')).toContain(
        `uid: ${datasource.uid}\n`,
      );
      expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
    },
  );

  it("shows every metric of Duban's own", () => {
    const shown = new Set(
      dashboard.panels.flatMap(({ targets }) => targets.flatMap(({ expr }) => metricsIn(expr))),
    );
    const own = [...exported.keys()].filter((name) => !/^duban_(process|nodejs)_|_(bucket|sum)$/.test(name));
    expect(own.filter((name) => !shown.has(name))).toEqual([]);
  });

  it('numbers its panels', () => {
    expect(new Set(dashboard.panels.map(({ id }) => id)).size).toBe(dashboard.panels.length);
  });
});

describe('the alerts', () => {
  it.each(rules)('$alert watches what Duban exports, and the page says what to do', ({ alert, expr }) => {
    expect(unknownIn(expr)).toEqual([]);
    expect(unknownLabelsIn(expr)).toEqual([]);
    expect(textOf('docs/operations.md')).toContain(`\`${alert}\``);
  });
});

describe('Prometheus', () => {
  it.each([
    ['single', ['duban']],
    ['cluster', ['api-1', 'api-2', 'worker']],
  ])('asks every process of %s, by name and port', (profile, names) => {
    const targets = yamlOf(`infra/telemetry/targets/${profile}.yml`) as readonly {
      targets: readonly string[];
    }[];
    expect(targets.flatMap((group) => group.targets)).toEqual(names.map((name) => `${name}:3000`));
    for (const name of names) {
      expect(serviceOf(name)).toMatchObject({
        profiles: [profile],
        networks: expect.arrayContaining(['front']),
      });
    }
    expect(serviceOf('prometheus').networks).toEqual(['front']);
  });

  it('finds each of its files where it is mounted', () => {
    const [scrape] = prometheus.scrape_configs;
    const inside = [...prometheus.rule_files, ...scrape.file_sd_configs[0].files];
    for (const file of inside) expect(mounts('prometheus').has(file)).toBe(true);
    const token = scrape.authorization.credentials_file;
    expect(mounts('prometheus').has(token.slice(0, token.lastIndexOf('/')))).toBe(true);
  });

  it('is given the datasource and the dashboard of Grafana where Grafana looks', () => {
    expect([...mounts('grafana').keys()]).toEqual(
      expect.arrayContaining([
        '/etc/grafana/provisioning/datasources',
        '/etc/grafana/provisioning/dashboards',
      ]),
    );
  });
});
