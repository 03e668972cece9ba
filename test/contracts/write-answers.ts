/**
 * Part of `npm run docs:openapi`: enters what docs/openapi.json says anew about answers into the register. What breaks a client,
 * and a word more in a vocabulary, it only tells; with `--breaking` it enters that, too (and CHANGELOG.md says it to people).
 */
import { appendFileSync, readFileSync } from 'node:fs';
import type { JsonObject } from '@duban/kernel';
import { answerFacts } from './answer-facts.ts';
import { answerChanges, linesFor, readRegister, REGISTER } from './answer-register.ts';

const DOCUMENT = new URL('../../docs/openapi.json', import.meta.url);

const document = JSON.parse(readFileSync(DOCUMENT, 'utf8')) as JsonObject;
const changes = answerChanges(readRegister(), answerFacts(document));
const hurts = changes.filter(({ kind }) => kind !== 'said');

if (hurts.length > 0 && !process.argv.includes('--breaking')) {
  const told = hurts.map(({ kind, fact }) => `${kind}: ${fact}`).join('\n');
  console.error(
    `Clients may break, so the register of answers was left alone. Enter it with --breaking if it has to be:\n${told}`,
  );
  process.exitCode = 1;
} else {
  appendFileSync(REGISTER, linesFor(changes));
}
