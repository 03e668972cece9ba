/**
 * Takes the place of `@jest/globals` for a run of mutants: remembers the tests of a file in place of running them, so
 * that the same tests can be run again and again without loading anything anew. `expect` and `each` are jest's own.
 */
import { expect } from 'expect';
import { bind } from 'jest-each';

/** @typedef {{ name: string, run: () => unknown, block: Block }} Test */
/** @typedef {{ name: string, parent: Block | null, before: (() => unknown)[], after: (() => unknown)[] }} Block */

/** @type {Test[]} */
const tests = [];
/** @type {Block} */
let block = { name: '', parent: null, before: [], after: [] };

const inside = (next, define) => {
  const outer = block;
  block = next;
  const result = define();
  block = outer;
  return result;
};

/** Loads a file and answers the tests it declares. */
export const testsOf = async (file) => {
  tests.length = 0;
  block = { name: file, parent: null, before: [], after: [] };
  await import(file);
  return [...tests];
};

const describe = (name, define) => {
  inside({ name, parent: block, before: [], after: [] }, define);
};
const it = (name, run) => void tests.push({ name, run, block });
describe.each = bind(describe, false);
it.each = bind(it, true);
const beforeAll = (hook) => void block.before.push(hook);
const afterAll = (hook) => void block.after.push(hook);

export { afterAll, beforeAll, describe, expect, it };
