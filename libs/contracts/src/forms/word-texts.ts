import { vocabularyTexts, type Text } from '@duban/domain/texts';

type Words = Readonly<Record<string, Text>>;

const nameOf = (words: readonly string[]): string => [...words].sort().join(' ');

/** Every closed vocabulary under all of its words: a schema that lists just these is of this vocabulary. */
const vocabularies = new Map(vocabularyTexts.map((words) => [nameOf(Object.keys(words)), words]));

/**
 * What people call each of these words.
 * @throws Error for words that nobody has named yet: a fault of the catalogue, seen when the form is first made
 */
export const wordTexts = (words: readonly string[]): Words => {
  const found = vocabularies.get(nameOf(words));
  if (found === undefined) throw new Error(`no texts for the words ${words.join(', ')}`);
  return found;
};
