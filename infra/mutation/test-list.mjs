/**
 * Takes the place of `@jest/globals` for a run of mutants: remembers the tests of a file in place of running them, so
 * that the same tests can be run again and again without loading anything anew. `expect` and `each` are jest's own.
 */
import { expect } from 'expect';
import { bind } from 'jest-each';

/** @typedef {{ name: string, run: () => unknown, block: Block }} Test */
/** @typedef {(() => unknown)[]} Hooks */
/** @typedef {{ name: string, parent: Block | null, before: Hooks, after: Hooks, beforeEach: Hooks, afterEach: Hooks }} Block */

/** @type {Test[]} */
const tests = [];
/** @type {Block} */
let block;

const blockIn = (name, parent) => ({ name, parent, before: [], after: [], beforeEach: [], afterEach: [] });

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
  block = blockIn(file, null);
  await import(file);
  return [...tests];
};

const describe = (name, define) => {
  inside(blockIn(name, block), define);
};
const it = (name, run) => void tests.push({ name, run, block });
describe.each = bind(describe, false);
it.each = bind(it, true);
const beforeAll = (hook) => void block.before.push(hook);
const afterAll = (hook) => void block.after.push(hook);
const beforeEach = (hook) => void block.beforeEach.push(hook);
const afterEach = (hook) => void block.afterEach.push(hook);

export { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it };
