import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { stepRecords } from '@duban/domain';
import { domainPage } from './domain-page.ts';

const page = domainPage();

it('docs/domain.md is what `npm run docs:domain` writes', () => {
  expect(readFileSync(new URL('../../docs/domain.md', import.meta.url), 'utf8')).toBe(page);
});

it('the jurist’s page tells every step once, and claims a law only where its record names one', () => {
  const steps = page.split(/^### /m).slice(1);
  expect(steps).toHaveLength(Object.keys(stepRecords).length);
  for (const { label, source } of Object.values(stepRecords)) {
    const told = steps.filter((section) => section.startsWith(`${label.zh} · ${label.en}\n`));
    expect(told).toHaveLength(1);
    expect(told[0]?.includes('本系统自定')).toBe(source === undefined);
  }
});
