/**
 * What was ever said about answers, line by line: `+ fact` when it was said first, `- fact` when it was taken back. The file
 * only grows; what stands is what was said and not taken back.
 */
import { readFileSync } from 'node:fs';
import { vocabularyOf, type Fact } from './answer-facts.ts';

export const REGISTER = new URL('./answers.register.txt', import.meta.url);

export const readRegister = (): string => readFileSync(REGISTER, 'utf8');

const lines = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');

/** What stands after all lines. */
export const standing = (register: string): ReadonlySet<Fact> => {
  const facts = new Set<Fact>();
  for (const line of lines(register)) {
    if (line.startsWith('+ ')) facts.add(line.slice(2));
    else if (line.startsWith('- ')) facts.delete(line.slice(2));
  }
  return facts;
};

export type AnswerChange = {
  /**
   * - `taken-back`: a client that relied on it breaks: a field or a route went, a type is another one, a word is no longer used;
   * - `word-added`: a vocabulary that clients know has a word more, which some of them do not expect;
   * - `said`: something new; who does not know it is not hurt.
   */
  readonly kind: 'taken-back' | 'word-added' | 'said';
  readonly fact: Fact;
};

/** How a document differs from what stands in the register. */
export const answerChanges = (register: string, now: readonly Fact[]): readonly AnswerChange[] => {
  const before = standing(register);
  const known = new Set([...before].map(vocabularyOf));
  const gone = [...before].filter((fact) => !now.includes(fact));
  const come = now.filter((fact) => !before.has(fact));
  const isGrowth = (fact: Fact): boolean => {
    const vocabulary = vocabularyOf(fact);
    return vocabulary !== undefined && known.has(vocabulary);
  };
  return [
    ...gone.map((fact) => ({ kind: 'taken-back' as const, fact })),
    ...come.map((fact) => ({ kind: isGrowth(fact) ? ('word-added' as const) : ('said' as const), fact })),
  ];
};

/** The lines that make the register say what the document says. */
export const linesFor = (changes: readonly AnswerChange[]): string =>
  changes.map(({ kind, fact }) => `${kind === 'taken-back' ? '-' : '+'} ${fact}\n`).join('');
