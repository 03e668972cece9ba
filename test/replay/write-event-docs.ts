/** `npm run docs:events`: writes docs/events.md. A spec beside this file sees to it that it is up to date. */
import { writeFileSync } from 'node:fs';
import { eventCatalogue } from '@duban/contracts';
import { eventExamples } from './event-examples.ts';

writeFileSync(new URL('../../docs/events.md', import.meta.url), eventCatalogue(eventExamples));
