/** `npm run docs:domain`: writes docs/domain.md. A spec beside this file sees to it that it is up to date. */
import { writeFileSync } from 'node:fs';
import { domainPage } from './domain-page.ts';

writeFileSync(new URL('../../docs/domain.md', import.meta.url), domainPage());
