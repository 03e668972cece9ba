/**
 * Lints the files that arrive on standard input as JSON [{ file, code, typed? }] with the real configuration, and
 * answers [[message, …], …]. They exist only here, so rules that need types are off, but for `typed` ones.
 */
import { text } from 'node:stream/consumers';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const planted = JSON.parse(await text(process.stdin));
const untyped = new ESLint({
  overrideConfig: [{ ...tseslint.configs.disableTypeChecked, files: ['**/*.{ts,tsx}'] }],
});
const typed = new ESLint();

const answers = [];
for (const { file, code, typed: needsTypes } of planted) {
  const [result] = await (needsTypes ? typed : untyped).lintText(code, { filePath: file });
  answers.push(result.messages.map(({ ruleId, message }) => `${ruleId}: ${message}`));
}
console.log(JSON.stringify(answers));
