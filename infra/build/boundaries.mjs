/**
 * Who may import whom: the dependency table as data. `.dependency-cruiser.mjs` makes one rule of every row, and
 * test/architecture checks the rows against each package.json and against planted violations.
 *
 * ours: libraries of this repository, by folder, through their index.ts · entries: one further door of a library, for
 * those who must not have all of it · npm: packages, by name ·
 * node: built-in modules, or 'any'. What a row does not list is forbidden; type-only imports count too.
 */
const nestPackages = [
  '@nestjs/common',
  '@nestjs/core',
  '@nestjs/platform-fastify',
  '@nestjs/swagger',
  'class-transformer',
  'class-validator',
  'fastify',
  'reflect-metadata',
  'rxjs',
];
/** What is wired together; the CLI wires the same without Nest. */
const wired = [
  'libs/kernel',
  'libs/contracts',
  'libs/application',
  'libs/event-store/port',
  'libs/read-store',
  'libs/messaging',
  'libs/audit/log',
  'libs/config',
];
/** Whoever answers for single cases knows the loop, its folds and its files, too. */
const answering = [...wired, 'libs/domain', 'libs/projections', 'libs/interchange'];

/** What people read of the loop, as plain data. */
const texts = { folder: 'libs/domain', name: 'texts' };

export const table = {
  'libs/kernel': { ours: [], npm: [], node: [] },
  'libs/domain': { ours: ['libs/kernel'], npm: ['@sinclair/typebox'], node: [] },
  'libs/contracts': {
    ours: ['libs/kernel', 'libs/domain'],
    entries: [{ folder: 'libs/domain', name: 'schema' }, texts],
    npm: ['@sinclair/typebox', 'ajv', 'ajv-formats'],
    node: [],
  },
  'libs/application': {
    ours: ['libs/kernel', 'libs/domain', 'libs/contracts', 'libs/event-store/port'],
    entries: [texts],
    npm: ['lru-cache', 'uuid'],
    node: ['crypto'],
  },
  'libs/event-store/port': { ours: ['libs/kernel'], npm: [], node: [] },
  'libs/event-store/memory': { ours: ['libs/event-store/port', 'libs/kernel'], npm: [], node: 'any' },
  'libs/event-store/sqlite': {
    ours: ['libs/event-store/port', 'libs/kernel', 'libs/sqlite'],
    npm: [],
    node: 'any',
  },
  'libs/event-store/eventstoredb': {
    ours: ['libs/event-store/port', 'libs/kernel'],
    npm: ['@eventstore/db-client', '@grpc/grpc-js'],
    node: 'any',
  },
  'libs/event-store/conformance': {
    ours: ['libs/event-store/port', 'libs/kernel'],
    // A suite of tests that every adapter runs.
    npm: ['@jest/globals', 'fast-check'],
    node: 'any',
  },
  'libs/projections': {
    ours: ['libs/kernel', 'libs/domain', 'libs/contracts'],
    entries: [texts],
    npm: [],
    node: [],
  },
  'libs/read-store': {
    ours: ['libs/kernel', 'libs/projections', 'libs/event-store/port', 'libs/contracts', 'libs/sqlite'],
    npm: [],
    node: 'any',
  },
  // What every file of SQLite is opened with, transactions, and a lock over processes: who seals, who writes read models.
  'libs/sqlite': { ours: [], npm: [], node: 'any' },
  // kafkajs with its faults dealt with; the relay and the subscriber reach Kafka through it.
  'libs/kafka': { ours: [], npm: ['kafkajs'], node: 'any' },
  'libs/messaging': {
    ours: [
      'libs/kernel',
      'libs/contracts',
      'libs/domain',
      'libs/event-store/port',
      'libs/kafka',
      'libs/sqlite',
    ],
    npm: ['kafkajs'],
    node: 'any',
  },
  'libs/subscriber': {
    ours: ['libs/kernel', 'libs/contracts', 'libs/kafka', 'libs/sqlite'],
    npm: ['kafkajs'],
    node: 'any',
  },
  'libs/audit/tree': { ours: [], npm: [], node: ['crypto'] },
  'libs/audit/log': {
    ours: ['libs/audit/tree', 'libs/kernel', 'libs/event-store/port', 'libs/sqlite'],
    npm: ['asn1js', 'canonicalize', 'pkijs', 'sm-crypto-v2'],
    node: 'any',
  },
  // Shares no code with what it checks.
  'libs/audit/verify': {
    ours: [],
    npm: ['@noble/curves', '@noble/hashes', 'pkijs', 'sm-crypto-v2'],
    node: 'any',
  },
  // Encrypts what the log keeps of people, and destroys the keys.
  'libs/privacy': {
    ours: ['libs/kernel', 'libs/domain', 'libs/contracts', 'libs/event-store/port', 'libs/sqlite'],
    npm: [],
    node: 'any',
  },
  // Files of cases: encrypted, checked, and kept on disk or in an S3-compatible store.
  'libs/attachments': {
    ours: ['libs/kernel', 'libs/privacy'],
    npm: ['@aws-sdk/client-s3', '@aws-sdk/lib-storage', 'file-type'],
    node: 'any',
  },
  // Opens what an installation keeps: log, vault and people, for every application in the same way.
  'libs/installation': {
    ours: [
      'libs/kernel',
      'libs/attachments',
      'libs/audit/log',
      'libs/config',
      'libs/contracts',
      'libs/event-store/port',
      'libs/event-store/sqlite',
      'libs/event-store/eventstoredb',
      'libs/application',
      'libs/kafka',
      'libs/messaging',
      'libs/privacy',
      'libs/projections',
      'libs/read-store',
    ],
    npm: [],
    node: 'any',
  },
  'libs/interchange': {
    ours: ['libs/kernel', 'libs/contracts', 'libs/domain'],
    entries: [{ folder: 'libs/domain', name: 'schema' }, texts],
    npm: ['@sinclair/typebox', 'ajv', 'csv-parse', 'csv-stringify', 'exceljs', 'saxes'],
    node: 'any',
  },
  'libs/demo': {
    ours: ['libs/kernel', 'libs/domain', 'libs/contracts', 'libs/application', 'libs/event-store/port'],
    npm: [],
    node: ['crypto'],
  },
  'libs/config': { ours: ['libs/kernel'], npm: [], node: 'any' },
  'libs/nest': {
    ours: [...wired, 'libs/domain', 'libs/projections'],
    npm: [...nestPackages, '@fastify/helmet', 'jose', 'pino', 'prom-client'],
    node: 'any',
  },
  'libs/testing': { ours: ['libs/kernel'], npm: [], node: 'any' },
  'apps/api': {
    ours: [
      ...answering,
      'libs/installation',
      'libs/privacy',
      'libs/attachments',
      'libs/nest',
      'libs/demo',
      'libs/event-store/memory',
      'libs/event-store/sqlite',
    ],
    npm: [...nestPackages, '@nestjs/cqrs', '@fastify/static'],
    node: 'any',
  },
  'apps/worker': {
    ours: [...wired, 'libs/installation', 'libs/nest'],
    npm: ['@nestjs/common', '@nestjs/core', 'reflect-metadata', 'rxjs'],
    node: 'any',
  },
  'apps/cli': {
    ours: [
      ...answering,
      'libs/installation',
      'libs/privacy',
      'libs/attachments',
      'libs/subscriber',
      'libs/audit/tree',
      'libs/audit/verify',
      'libs/sqlite',
      'libs/event-store/memory',
      'libs/event-store/sqlite',
    ],
    entries: [texts],
    npm: ['cli-progress', 'commander'],
    node: 'any',
  },
  'apps/web': {
    ours: [],
    entries: [{ folder: 'libs/contracts', name: 'browser' }, texts],
    npm: [
      '@tanstack/react-query',
      '@tanstack/react-router',
      'antd',
      'i18next',
      'openapi-fetch',
      'react',
      'react-dom',
      'react-i18next',
    ],
    node: [],
  },
};

/** What a spec beside the code may import on top of its folder's row. */
export const specExtras = {
  ours: ['libs/testing', 'libs/event-store/memory', 'libs/event-store/conformance'],
  npm: ['@jest/globals', '@nestjs/testing', 'fast-check'],
  node: 'any',
};
